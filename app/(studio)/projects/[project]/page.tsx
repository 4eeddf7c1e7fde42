import { browseCell, CoverageGrid } from "#components/overview/coverage-grid.tsx";
import { type CultureCounts, CultureStones } from "#components/overview/culture-stones.tsx";
import { Flow } from "#components/overview/flow.tsx";
import { NextSteps } from "#components/overview/next-steps.tsx";
import { ButtonLink } from "#components/ui/button-link.tsx";
import { EmptyState } from "#components/ui/empty-state.tsx";
import { read } from "#lib/door/read.ts";
import type { Status } from "#lib/schema/conversation.ts";
import { reaches } from "#lib/schema/permissions.ts";
import { getCoverage } from "#lib/services/get-coverage.ts";
import { getFacets } from "#lib/services/get-facets.ts";
import { getProject } from "#lib/services/get-project.ts";
import { getQueues } from "#lib/services/get-queues.ts";
import { getScoring } from "#lib/services/scoring.ts";

interface Address {
  params: Promise<{ project: string }>;
}

export async function generateMetadata({ params }: Address) {
  const { project: slug } = await params;
  const { name } = await read(getProject, { project: slug });
  return { title: name };
}

async function countByCulture(slug: string): Promise<CultureCounts[]> {
  const statuses = ["accepted", "pending", "rejected"] as const satisfies readonly Status[];
  const byStatus = await Promise.all(statuses.map((status) => read(getFacets, { project: slug, status: [status] })));
  const cultures = new Map<string, CultureCounts>();
  for (const [index, status] of statuses.entries()) {
    for (const { key, name, endonym, language, count } of byStatus[index]?.culture ?? []) {
      const known = cultures.get(key) ?? { code: key, name, endonym, language, accepted: 0, pending: 0, rejected: 0 };
      cultures.set(key, { ...known, [status]: count });
    }
  }
  const total = (culture: CultureCounts) => culture.accepted + culture.pending + culture.rejected;
  return [...cultures.values()].sort((a, b) => total(b) - total(a) || a.name.localeCompare(b.name));
}

export default async function OverviewPage({ params }: Address) {
  const { project: slug } = await params;
  const project = await read(getProject, { project: slug });
  const { counts, role } = project;
  const [cultures, scoring, coverage, queues] =
    counts.total === 0
      ? [[], null, null, null]
      : await Promise.all([
          countByCulture(slug),
          read(getScoring, { project: slug }),
          read(getCoverage, { project: slug }),
          read(getQueues, { project: slug }),
        ]);
  return (
    <div className="look">
      <div className="title">
        <div className="min-w-0">
          <h1 dir="auto">{project.name}</h1>
          {project.description === "" ? null : <p dir="auto">{project.description}</p>}
        </div>
        {counts.pending > 0 && reaches(role, "annotator") ? (
          <ButtonLink href={`/projects/${slug}/triage`} look="main">
            Continue triage
          </ButtonLink>
        ) : counts.accepted > 0 && reaches(role, "curator") ? (
          <ButtonLink href={`/projects/${slug}/export`} look="main">
            Export
          </ButtonLink>
        ) : null}
      </div>
      {queues === null ? (
        <EmptyState
          action={
            reaches(role, "curator") ? (
              <ButtonLink href={`/projects/${slug}/import`} look="main">
                Import a file
              </ButtonLink>
            ) : undefined
          }
        >
          {reaches(role, "curator")
            ? "Nothing here yet. Import conversations as JSONL, a JSON array or CSV; each then gets its scores and waits in Triage."
            : "Nothing here yet. Once a curator imports conversations, they are counted here."}
        </EmptyState>
      ) : (
        <>
          <Flow counts={counts} />
          <div className="grid grid-cols-[minmax(0,1fr)] items-start gap-8 wide:grid-cols-[minmax(0,1fr)_256px]">
            <div className="wide:order-last">
              <NextSteps
                project={project}
                scoring={scoring?.underWay ?? false}
                queues={queues}
                changedSince={scoring?.refit ? scoring.changedSince : 0}
              />
            </div>
            <CultureStones project={slug} cultures={cultures} />
          </div>
          {coverage === null ? null : <CoverageGrid coverage={coverage} hrefOf={browseCell(slug)} />}
        </>
      )}
    </div>
  );
}
