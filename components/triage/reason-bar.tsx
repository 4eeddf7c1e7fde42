import { Button } from "#components/ui/button.tsx";
import type { RejectReason } from "#lib/schema/decision.ts";
import { keyOf } from "./triage-commands.ts";
import { reasonWords } from "./words.ts";

/** Why it is rejected: the second key, or a second press of the first for no reason. */
export default function ReasonBar({
  legendOf,
  onReason,
  onCancel,
}: {
  legendOf: (key: string) => string;
  onReason: (reason: RejectReason | null) => void;
  onCancel: () => void;
}) {
  return (
    <div className="act asking" role="toolbar" aria-label="Why is it rejected?">
      <span className="act-question">Reason for rejecting</span>
      {reasonWords.map(({ reason, words }, index) => (
        <Button key={reason} keyCap={String(index + 1)} data-command={reason} onClick={() => onReason(reason)}>
          {words}
        </Button>
      ))}
      <Button keyCap={legendOf(keyOf("reject"))} data-command="no-reason" onClick={() => onReason(null)}>
        No reason
      </Button>
      <Button look="bare" keyCap="Esc" onClick={onCancel}>
        Back
      </Button>
    </div>
  );
}
