import Link from "next/link";
import { RemoveProject } from "#components/projects/remove-project.tsx";
import { RemovedProjects } from "#components/projects/removed-projects.tsx";
import { SampleButtons } from "#components/projects/sample-buttons.tsx";
import { ButtonLink } from "#components/ui/button-link.tsx";
import { EmptyState } from "#components/ui/empty-state.tsx";
import { plural } from "#components/ui/plural.ts";
import { StoneStrip } from "#components/ui/stone-strip.tsx";
import { read } from "#lib/door/read.ts";
import { practiceItems } from "#lib/samples/practice/index.ts";
import { sampleConversations } from "#lib/samples/sample/index.ts";
import { listProjects } from "#lib/services/list-projects.ts";

export const metadata = { title: "Projects" };

export default async function ProjectsPage() {
  const [{ rows }, removed] = await Promise.all([read(listProjects, {}), read(listProjects, { removed: true })]);
  const kinds = new Set(rows.map(({ kind }) => kind));
  const missing = (["practice", "sample"] as const).filter((kind) => !kinds.has(kind));
  return (
    <div className="look">
      <div className="title">
        <h1>Projects</h1>
        {rows.length === 0 ? null : (
          <ButtonLink href="/projects/new" look="main">
            New project
          </ButtonLink>
        )}
      </div>
      {rows.length === 0 ? (
        <EmptyState
          action={
            <div className="flex flex-wrap gap-2">
              <SampleButtons first kinds={["practice", "sample"]} practice={practiceItems.length} />
              <ButtonLink href="/projects/new">New project</ButtonLink>
            </div>
          }
        >
          Nothing here yet. Learn the six keys of triage on conversations written for practice, look around in a sample
          project of {sampleConversations.length} conversations in eight cultures, or make a project for conversations
          of your own.
        </EmptyState>
      ) : (
        <ul className="border-t border-edge">
          {rows.map(({ id, slug, name, kind, role, description, counts }) => (
            <li
              key={id}
              className="relative grid gap-x-8 gap-y-3 border-b border-line py-5 hover:bg-ground small:grid-cols-[minmax(0,1fr)_298px] small:items-center"
            >
              <div className="min-w-0">
                <h2 className="font-display text-22 font-normal [overflow-wrap:anywhere]">
                  <Link
                    className="text-ink no-underline after:absolute after:inset-0 hover:underline"
                    href={`/projects/${slug}`}
                    dir="auto"
                    prefetch={false}
                  >
                    {name}
                  </Link>
                </h2>
                {kind === "work" ? null : (
                  <p className="mt-1 flex flex-wrap items-center gap-x-3 text-12 text-ink-3">
                    {kind === "practice" ? "Practice" : "Sample"}, left out of exports
                    {role === "admin" ? (
                      <span className="relative z-1">
                        <RemoveProject slug={slug} name={name} />
                      </span>
                    ) : null}
                  </p>
                )}
                {description === "" ? null : (
                  <p className="mt-1 line-clamp-2 max-w-[74ch] text-ink-3" dir="auto">
                    {description}
                  </p>
                )}
              </div>
              <div>
                {counts.total === 0 ? (
                  <p className="text-ink-3">No conversations yet</p>
                ) : (
                  <>
                    <StoneStrip
                      stones={50}
                      columns={25}
                      size={10}
                      parts={[
                        { state: "accepted", count: counts.accepted, word: "accepted" },
                        { state: "rejected", count: counts.rejected, word: "rejected" },
                        { state: "pending", count: counts.pending, word: "pending" },
                      ]}
                    />
                    <p className="mt-2 text-12 text-ink-3">
                      {plural(counts.total, "conversation")}, {plural(counts.pending, "pending", "pending")}
                    </p>
                  </>
                )}
              </div>
            </li>
          ))}
        </ul>
      )}
      {rows.length > 0 && missing.length > 0 ? (
        <p className="mt-6 flex flex-wrap gap-2">
          <SampleButtons first={false} kinds={missing} practice={practiceItems.length} />
        </p>
      ) : null}
      <RemovedProjects projects={removed.rows} />
    </div>
  );
}
