import Link from "next/link";
import { notFound } from "next/navigation";
import { ConnectionForm } from "#components/connections/connection-form.tsx";
import { ConnectionList } from "#components/connections/connection-list.tsx";
import { HostList } from "#components/connections/host-list.tsx";
import { RoleForm } from "#components/connections/role-form.tsx";
import { RemoveProject } from "#components/projects/remove-project.tsx";
import { CultureForm } from "#components/settings/culture-form.tsx";
import { CultureTable } from "#components/settings/culture-table.tsx";
import { GeneralForm, GuidelineForm } from "#components/settings/project-form.tsx";
import { TagTree } from "#components/settings/tag-tree.tsx";
import { TopicTree } from "#components/settings/topic-tree.tsx";
import { Note } from "#components/ui/note.tsx";
import { read } from "#lib/door/read.ts";
import { reaches } from "#lib/schema/permissions.ts";
import { listAllowedHosts } from "#lib/services/allowed-hosts.ts";
import { listConnections } from "#lib/services/connections.ts";
import { getMe } from "#lib/services/get-me.ts";
import { getProject } from "#lib/services/get-project.ts";
import { listCultures } from "#lib/services/list-cultures.ts";
import { listTags } from "#lib/services/list-tags.ts";
import { listTopics } from "#lib/services/list-topics.ts";
import { getModels } from "#lib/services/model-roles.ts";

export const metadata = { title: "Settings" };

const sections = [
  { key: "general", title: "General" },
  { key: "guideline", title: "Guideline" },
  { key: "cultures", title: "Cultures" },
  { key: "topics", title: "Topics" },
  { key: "tags", title: "Tags" },
  { key: "connections", title: "Connections" },
] as const;
type Section = (typeof sections)[number]["key"];

interface Address {
  params: Promise<{ project: string }>;
  searchParams: Promise<{ section?: string | string[]; culture?: string | string[]; connection?: string | string[] }>;
}

export default async function SettingsPage({ params, searchParams }: Address) {
  const { project: slug } = await params;
  const { section: asked, culture, connection } = await searchParams;
  const section = sections.find(({ key }) => key === asked)?.key ?? "general";
  const { role } = await read(getProject, { project: slug });
  const needed = section === "cultures" || section === "topics" || section === "tags" ? "curator" : "admin";
  const mayEdit = reaches(role, needed);
  return (
    <div className="look">
      <div className="title">
        <h1>Settings</h1>
      </div>
      <nav aria-label="Settings" className="tabs mb-6">
        {sections.map(({ key, title }) => (
          <Link
            key={key}
            href={`/projects/${slug}/settings?section=${key}`}
            aria-current={key === section ? "page" : undefined}
            prefetch={false}
          >
            {title}
          </Link>
        ))}
      </nav>
      <div className={section === "cultures" ? "max-w-[960px]" : "max-w-[640px]"}>
        {mayEdit ? null : (
          <div className="mb-4">
            <Note>You can read this. Changing it needs the role of {needed} or above.</Note>
          </div>
        )}
        <SectionBody
          slug={slug}
          section={section}
          mayEdit={mayEdit}
          culture={typeof culture === "string" ? culture : null}
          connection={typeof connection === "string" ? connection : null}
        />
      </div>
    </div>
  );
}

async function SectionBody({
  slug,
  section,
  mayEdit,
  culture,
  connection,
}: {
  slug: string;
  section: Section;
  mayEdit: boolean;
  culture: string | null;
  connection: string | null;
}) {
  const address = { project: slug };
  switch (section) {
    case "general": {
      const project = await read(getProject, address);
      return (
        <>
          <GeneralForm project={project} mayEdit={mayEdit} />
          {mayEdit ? (
            <section className="mt-10 border-t border-line pt-4" aria-labelledby="remove">
              <h2 id="remove" className="text-15">
                Remove the project
              </h2>
              <p className="mt-1 mb-2 text-ink-3">
                It goes out of sight for everybody and can be brought back from the list of projects.
              </p>
              <RemoveProject slug={slug} name={project.name} />
            </section>
          ) : null}
        </>
      );
    }
    case "guideline":
      return <GuidelineForm project={await read(getProject, address)} mayEdit={mayEdit} />;
    case "topics":
      return <TopicTree project={slug} topics={(await read(listTopics, address)).rows} mayEdit={mayEdit} />;
    case "tags":
      return <TagTree project={slug} tags={(await read(listTags, address)).rows} mayEdit={mayEdit} />;
    case "connections":
      return <Connections slug={slug} mayEdit={mayEdit} connection={connection} />;
    case "cultures": {
      const { rows } = await read(listCultures, address);
      if (culture === null) return <CultureTable project={slug} cultures={rows} mayEdit={mayEdit} />;
      const found = rows.find((row) => row.id === culture) ?? null;
      if (found === null && culture !== "new") notFound();
      return <CultureForm key={culture} project={slug} culture={found} mayEdit={mayEdit} />;
    }
  }
}

/** The models of the project; for the owner also the endpoints of this Tessera and the hosts that it may ask. */
async function Connections({
  slug,
  mayEdit,
  connection,
}: {
  slug: string;
  mayEdit: boolean;
  connection: string | null;
}) {
  const { owner } = await read(getMe, {});
  const address = `/projects/${slug}/settings?section=connections`;
  const connections = owner ? (await read(listConnections, {})).rows : [];
  if (connection !== null) {
    const found = connections.find(({ id }) => id === connection) ?? null;
    if (!owner || (found === null && connection !== "new")) notFound();
    return <ConnectionForm key={connection} address={address} connection={found} />;
  }
  return (
    <div className="space-y-10">
      {owner ? <ConnectionList address={address} connections={connections} /> : null}
      <RoleForm project={slug} models={await read(getModels, { project: slug })} mayEdit={mayEdit} />
      {owner ? <HostList hosts={(await read(listAllowedHosts, {})).rows} /> : null}
    </div>
  );
}
