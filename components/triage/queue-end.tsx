import { Button } from "#components/ui/button.tsx";
import { ButtonLink } from "#components/ui/button-link.tsx";
import { EmptyState } from "#components/ui/empty-state.tsx";
import { plural } from "#components/ui/plural.ts";

export interface QueueEndProps {
  /** The queue has not answered yet. */
  looking: boolean;
  /** Met in this sitting and not decided. */
  passed: number;
  decided: number;
  left: number | null;
  readOnly: boolean;
  browse: string;
  onBack: () => void;
  onAgain: () => void;
}

/** What stands in place of a card when there is none: what was done, and where to go next. */
export function QueueEnd({ looking, passed, decided, left, readOnly, browse, onBack, onAgain }: QueueEndProps) {
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
  const did = decided === 0 ? "" : `You decided ${plural(decided, "conversation")} in this sitting. `;
  const others =
    left !== null && left > passed
      ? `${plural(left - passed, "conversation")} of this queue ${left - passed === 1 ? "is" : "are"} with somebody else just now. `
      : "";
  const rest =
    passed > 0
      ? `${plural(passed, "conversation")} you passed over ${passed === 1 ? "waits" : "wait"} behind you.`
      : "";
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
        Nothing is left to decide in this queue. {did}
        {others}
        {rest}
      </EmptyState>
    </div>
  );
}
