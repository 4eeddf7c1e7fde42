import { Button } from "#components/ui/button.tsx";
import { ButtonLink } from "#components/ui/button-link.tsx";
import { EmptyState } from "#components/ui/empty-state.tsx";
import { plural } from "#components/ui/plural.ts";
import { ScriptText } from "#components/ui/script-text.tsx";
import { type SittingSummary, sittingSummary, spanWords } from "./sitting-summary.ts";
import type { DoneAct } from "./triage-state.ts";

interface QueueEndProps {
  /** The queue has not answered yet. */
  looking: boolean;
  /** Met in this sitting and not decided. */
  passed: number;
  /** What was done in this sitting. */
  done: readonly DoneAct[];
  left: number | null;
  readOnly: boolean;
  browse: string;
  /** What practice came to, in a sentence. */
  practice: string | null;
  onBack: () => void;
  onAgain: () => void;
  onOpen: (conversation: string) => void;
}

/** What stands in place of a card when there is none: what was done, what was hard, and where to go next. */
export default function QueueEnd(props: QueueEndProps) {
  const { looking, passed, done, left, readOnly, browse, practice, onBack, onAgain, onOpen } = props;
  const toBrowse = <ButtonLink href={browse}>Browse</ButtonLink>;
  if (readOnly) {
    return (
      <div className="queue-end-page">
        <EmptyState action={toBrowse}>
          Deciding needs the role of an annotator. Open a conversation from Browse to read it here.
        </EmptyState>
      </div>
    );
  }
  if (looking) {
    return (
      <div className="queue-end-page" aria-busy="true">
        <div className="skeleton" aria-hidden="true">
          <span />
          <span />
          <span />
        </div>
        <p className="unseen">Looking for the next conversation.</p>
      </div>
    );
  }
  const others =
    left !== null && left > passed
      ? `${plural(left - passed, "conversation")} of this queue ${left - passed === 1 ? "is" : "are"} with somebody else just now. `
      : "";
  const rest =
    passed > 0
      ? `${plural(passed, "conversation")} you passed over ${passed === 1 ? "waits" : "wait"} behind you.`
      : "";
  const summary = sittingSummary(done);
  const did = didWords(summary);
  return (
    <div className="queue-end-page">
      <EmptyState
        action={
          <span className="flex flex-wrap gap-2">
            {passed > 0 ? (
              <Button look="main" onClick={onBack}>
                Go back to {passed === 1 ? "it" : "them"}
              </Button>
            ) : null}
            <Button onClick={onAgain}>Look again</Button>
            {toBrowse}
          </span>
        }
      >
        {did === "" && passed === 0 && others === ""
          ? "Nothing waits to be decided in this queue. Choose another one above, or look again when more was imported."
          : `Nothing is left to decide in this queue. ${did}`}
        {others}
        {rest}
      </EmptyState>
      {practice === null ? null : <p className="practice-sum">{practice}</p>}
      {summary.hardest.length < 2 ? null : (
        <section className="hardest" aria-label="What took you longest">
          <h2>What took you longest</h2>
          <ol>
            {summary.hardest.map(({ conversation, question, language, milliseconds }) => (
              <li key={conversation}>
                <button type="button" onClick={() => onOpen(conversation)}>
                  <ScriptText as="span" lang={language} fit="lone">
                    {question}
                  </ScriptText>
                  <span className="n">{spanWords(milliseconds)}</span>
                </button>
              </li>
            ))}
          </ol>
        </section>
      )}
    </div>
  );
}

function didWords({ accepted, edited, rejected, skipped, flagged, tagged, median }: SittingSummary): string {
  const decided = accepted + edited + rejected + skipped;
  const parts = (
    [
      [accepted, "accepted"],
      [edited, "edited and accepted"],
      [rejected, "rejected"],
      [skipped, "skipped"],
    ] as const
  ).flatMap(([count, words]) => (count === 0 ? [] : [`${count} ${words}`]));
  const beside = [
    ...(flagged === 0 ? [] : [`flagged ${flagged}`]),
    ...(tagged === 0 ? [] : [`changed ${plural(tagged, "tag")}`]),
  ];
  const also = beside.length === 0 ? "" : ` You ${beside.join(" and ")}.`;
  if (decided === 0) return also.trim() === "" ? "" : `${also.trim()} `;
  const time = median === null ? "" : `, ${spanWords(median)} each by your median`;
  return `You decided ${plural(decided, "conversation")} in this sitting: ${parts.join(", ")}${time}.${also} `;
}
