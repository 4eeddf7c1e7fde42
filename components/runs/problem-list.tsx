"use client";

import { Button } from "#components/ui/button.tsx";
import { ButtonLink } from "#components/ui/button-link.tsx";
import { formatCount } from "#components/ui/format-count.ts";
import { plural } from "#components/ui/plural.ts";
import type { ModelChoice } from "#lib/schema/connection.ts";
import type { RunProblem, RunView } from "#lib/schema/run.ts";
import { OtherModel } from "./other-model.tsx";
import { causeWords, suggestionFor } from "./run-words.ts";
import { useFresh } from "./use-fresh.ts";

/** Tries what ended for a cause again, with another model where one is given. */
export type RetryProblem = (code: string, model?: ModelChoice) => void;

/** What went wrong, by cause, each with its count and one thing to do. */
export function ProblemList({
  project,
  run,
  busy,
  onRetry,
}: {
  project: string;
  run: RunView;
  busy: boolean;
  /** Null for whoever may not steer. */
  onRetry: RetryProblem | null;
}) {
  const mark = `${run.failed} ${run.state} ${run.done - run.produced} ${run.calls - run.done}`;
  const answer = useFresh<{ rows: RunProblem[] }>(`/projects/${project}/runs/${run.id}/problems`, mark);
  const rows = answer?.rows ?? [];
  return (
    <section aria-labelledby="problems">
      <h2 id="problems" className="mb-2 text-15">
        Problems
      </h2>
      {rows.length === 0 ? (
        <p className="text-ink-3">{answer === null ? "On their way." : "None."}</p>
      ) : (
        <ul className="border-t border-edge">
          {rows.map((problem) => (
            <li key={problem.code} className="border-b border-line py-3">
              <h3 className="font-medium">
                {problem.items > 0 ? plural(problem.items, "item") : plural(problem.calls, "call")}:{" "}
                {causeWords(problem.code)}
              </h3>
              <p className="text-12/4.5 text-ink-3 [overflow-wrap:anywhere]">
                {problem.items === 0
                  ? "They were asked again, and no item ended so."
                  : `${problem.calls > 0 ? `${plural(problem.calls, "call")}. ` : ""}${problem.example}`}
              </p>
              <Suggestion project={project} problem={problem} run={run} busy={busy} onRetry={onRetry} />
            </li>
          ))}
        </ul>
      )}
    </section>
  );
}

function Suggestion({
  project,
  problem,
  run,
  busy,
  onRetry,
}: {
  project: string;
  problem: RunProblem;
  run: RunView;
  busy: boolean;
  onRetry: RetryProblem | null;
}) {
  const suggestion = suggestionFor(problem);
  if (suggestion === "none" || onRetry === null || run.state === "cancelled" || run.state === "failed") return null;
  const what = `${formatCount(problem.items)}: ${causeWords(problem.code)}`;
  return (
    <div className="mt-2 flex flex-wrap items-end gap-2">
      {suggestion === "mend" ? (
        <ButtonLink href={`/projects/${project}/settings?section=connections`}>See to the connection first</ButtonLink>
      ) : null}
      {suggestion === "other" ? null : (
        <Button
          look={suggestion === "mend" ? "bare" : "plain"}
          busy={busy}
          aria-label={`Retry ${what}`}
          onClick={() => onRetry(problem.code)}
        >
          Retry {formatCount(problem.items)}
        </Button>
      )}
      <OtherModel
        project={project}
        what={what}
        look={suggestion === "other" ? "plain" : "bare"}
        busy={busy}
        onPick={(model) => onRetry(problem.code, model)}
      />
    </div>
  );
}
