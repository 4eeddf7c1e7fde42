import Link from "next/link";
import { Day } from "#components/ui/day.tsx";
import { EmptyState } from "#components/ui/empty-state.tsx";
import { formatCount } from "#components/ui/format-count.ts";
import { StatusMark } from "#components/ui/status-mark.tsx";
import type { RunView } from "#lib/schema/run.ts";
import { dollars, percentDone, runStateWords } from "./run-words.ts";

/** The runs of a project, the newest first. */
export function RunList({
  project,
  runs,
  next,
  mayStart,
}: {
  project: string;
  runs: readonly RunView[];
  next: string | null;
  mayStart: boolean;
}) {
  return (
    <section aria-labelledby="runs">
      <h2 id="runs" className="mb-2 text-15">
        Runs
      </h2>
      {runs.length === 0 ? (
        <EmptyState>
          {mayStart
            ? "Nothing here yet. Write questions, choose cultures, and start a run: its answers can be reviewed while it goes on."
            : "Nothing here yet. A curator starts runs; what they make comes to Triage."}
        </EmptyState>
      ) : (
        <ul className="border-t border-edge">
          {runs.map((run) => (
            <li
              key={run.id}
              className="relative flex min-h-(--row) flex-wrap items-center gap-x-4 gap-y-1 border-b border-line py-2 hover:bg-ground"
            >
              <Link
                className="min-w-0 flex-1 basis-50 py-0.5 font-medium text-ink no-underline [overflow-wrap:anywhere] after:absolute after:inset-0 hover:underline"
                href={`/projects/${project}/runs/${run.id}`}
                prefetch={false}
              >
                Run {run.number}: <bdi>{run.title}</bdi>
              </Link>
              <StatusMark mark={runStateWords[run.state].mark}>
                {runStateWords[run.state].word}
                {run.pending > 0 ? `, ${percentDone(run)} %` : ""}
              </StatusMark>
              <span className="basis-full text-12 text-ink-3">
                <Day at={run.createdAt} />
                {run.createdBy === null ? null : (
                  <>
                    {", "}
                    <bdi>{run.createdBy}</bdi>
                  </>
                )}
                {": "}
                {formatCount(run.requested)} requested = {formatCount(run.done)} done + {formatCount(run.failed)} failed
                + {formatCount(run.cancelled)} cancelled + {formatCount(run.pending)} pending; {formatCount(run.calls)}{" "}
                calls, {dollars(run.cost)}
                {run.simulated ? "; simulated" : ""}
              </span>
            </li>
          ))}
        </ul>
      )}
      {next === null ? null : (
        <p className="mt-3">
          <Link href={`/projects/${project}/runs?cursor=${next}`} prefetch={false}>
            Older runs
          </Link>
        </p>
      )}
    </section>
  );
}
