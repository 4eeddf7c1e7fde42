import { ExportList } from "#components/export/export-list.tsx";
import { NewExport } from "#components/export/new-export.tsx";
import { read } from "#lib/door/read.ts";
import { ConversationFilter } from "#lib/schema/conversation-search.ts";
import { listExports } from "#lib/services/exports.ts";
import { getFacets } from "#lib/services/get-facets.ts";
import { getProject } from "#lib/services/get-project.ts";

export const metadata = { title: "Export" };

interface Address {
  params: Promise<{ project: string }>;
  searchParams: Promise<Record<string, string | string[] | undefined>>;
}

/** The filter of the address, as Browse writes it; without one, what was accepted. */
function filterOf(search: Record<string, string | string[] | undefined>): ConversationFilter {
  const names = Object.keys(ConversationFilter.shape);
  const given = Object.fromEntries(
    Object.entries(search).filter(([name, value]) => names.includes(name) && value !== undefined),
  );
  const parsed = ConversationFilter.safeParse(given);
  return parsed.success && Object.keys(given).length > 0 ? parsed.data : { status: ["accepted"] };
}

export default async function ExportPage({ params, searchParams }: Address) {
  const { project } = await params;
  const filter = filterOf(await searchParams);
  const [{ kind }, facets, exports] = await Promise.all([
    read(getProject, { project }),
    read(getFacets, { project, ...filter }),
    read(listExports, { project }),
  ]);
  return (
    <div className="look">
      <div className="title">
        <div>
          <h1>Export</h1>
          <p>Written from one moment of the project: the same moment gives the same bytes.</p>
        </div>
      </div>
      <div className="grid grid-cols-1 items-start gap-x-8 gap-y-10 wide:grid-cols-2">
        <NewExport project={project} kind={kind} filter={filter} matching={facets.matching} />
        <section aria-labelledby="exports">
          <h2 id="exports" className="mb-2 text-15">
            Files
          </h2>
          <ExportList project={project} exports={exports.rows} />
        </section>
      </div>
    </div>
  );
}
