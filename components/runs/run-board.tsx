"use client";

import { useEffect } from "react";
import { ProblemNote } from "#components/problem-note.tsx";
import { ButtonLink } from "#components/ui/button-link.tsx";
import { formatCount } from "#components/ui/format-count.ts";
import { Note } from "#components/ui/note.tsx";
import { plural } from "#components/ui/plural.ts";
import { StatusMark } from "#components/ui/status-mark.tsx";
import { CallList } from "./call-list.tsx";
import { FreshList } from "./fresh-list.tsx";
import { ItemPane } from "./item-pane.tsx";
import { LaneList } from "./lane-list.tsx";
import { MatrixPane } from "./matrix-pane.tsx";
import { ProblemList } from "./problem-list.tsx";
import { RunActs } from "./run-acts.tsx";
import { RunFacts } from "./run-facts.tsx";
import { isMoving, runStateWords, tabTitle } from "./run-words.ts";
import { useOpenItem } from "./use-open-item.ts";
import { type RunInHand, useRun } from "./use-run.ts";
import "./runs.css";

/** A culture as this page names it. */
export interface RunCulture {
  code: string;
  name: string;
}

/** One run while it goes and after: how it stands, its items, what went wrong, what came of it, and each call. */
export function RunBoard({
  project,
  first,
  cultures,
  mayReview,
  mayInspect,
}: {
  project: string;
  first: RunInHand;
  cultures: readonly RunCulture[];
  mayReview: boolean;
  /** Whether calls may be read and the run be steered. */
  mayInspect: boolean;
}) {
  const { changes, items, turn, limit, unheard } = useRun(project, first);
  const { run } = changes;
  const [open, setOpen] = useOpenItem();
  const title = tabTitle(run);
  useEffect(() => {
    document.title = title;
  }, [title]);
  const nameOf = (code: string | null) =>
    code === null ? "No culture" : (cultures.find((culture) => culture.code === code)?.name ?? code);
  const openItem = items.find(({ id }) => id === open);
  const { mark, word } = runStateWords[run.state];
  const review = `/projects/${project}/triage?status=pending&run=${run.id}`;
  return (
    <div className="look run">
      <div className="title">
        <div>
          <p className="text-ink-3">Run {run.number}</p>
          <h1 dir="auto">{run.title}</h1>
          <p className="flex flex-wrap gap-x-3">
            <StatusMark mark={mark}>{word}</StatusMark>
            {run.simulated ? (
              <span>Made by a simulator: marked so, and left out of exports unless asked for</span>
            ) : null}
          </p>
        </div>
        <div className="flex flex-wrap items-center gap-3">
          {mayInspect ? <RunActs run={run} busy={turn.busy} onTurn={(verb) => void turn.act({ verb })} /> : null}
          {run.produced > 0 && mayReview ? (
            <ButtonLink look="main" href={review}>
              Review {formatCount(run.produced)} now
            </ButtonLink>
          ) : null}
        </div>
      </div>
      <ProblemNote problem={turn.problem ?? limit.problem ?? unheard} />
      {run.reason === null ? null : (
        <div className="mb-4">
          <Note trouble>{run.reason}</Note>
        </div>
      )}
      {run.state === "paused" && run.active > 0 ? (
        <p className="mb-4 text-ink-2">{plural(run.active, "item")} in flight will finish.</p>
      ) : null}
      <RunFacts changes={changes} limit={mayInspect ? limit : null} />
      <MatrixPane run={run} items={items} nameOf={nameOf} open={openItem ?? null} onOpen={setOpen} />
      {openItem === undefined ? null : (
        <ItemPane
          project={project}
          run={run.id}
          item={openItem}
          culture={nameOf(openItem.column)}
          mayInspect={mayInspect}
          onClose={() => setOpen(null)}
        />
      )}
      <div className="run-panes">
        {isMoving(run) || run.state === "paused" || run.state === "tried" ? (
          <LaneList project={project} run={run} />
        ) : null}
        <ProblemList
          project={project}
          run={run}
          busy={turn.busy}
          onRetry={
            mayInspect
              ? (code, model) => void turn.act({ verb: "retry", code, ...(model === undefined ? {} : { model }) })
              : null
          }
        />
        <FreshList project={project} run={run} />
      </div>
      {mayInspect ? (
        <section aria-labelledby="calls" className="mt-10">
          <h2 id="calls" className="mb-2 text-15">
            Calls
          </h2>
          <CallList key={run.id} project={project} run={run.id} item={null} calls={run.calls} />
        </section>
      ) : null}
    </div>
  );
}
