import { Undo2 } from "lucide-react";
import { shortId } from "#components/conversations/time.ts";
import { Button } from "#components/ui/button.tsx";
import { Icon } from "#components/ui/icon.tsx";
import { KeyCap } from "#components/ui/key-cap.tsx";
import { StatusMark } from "#components/ui/status-mark.tsx";
import type { PastDecision } from "./triage-state.ts";

const markWords = {
  accepted: "accepted",
  edited: "edited",
  rejected: "rejected",
  skipped: "skipped",
  flagged: "flagged",
} as const;

/** The last decisions, each of which opens again, and Undo at their end. */
export function PastRail({
  past,
  legend,
  onOpen,
  onUndo,
  disabled,
}: {
  past: readonly PastDecision[];
  legend: string;
  onOpen: (conversation: string) => void;
  onUndo: () => void;
  disabled: boolean;
}) {
  return (
    <nav className="past" aria-label="Your last decisions">
      <span className="me-1.5">Decided</span>
      {past.length === 0 ? <span>nothing yet</span> : null}
      {past.map((each) => (
        <button
          key={each.key}
          type="button"
          className="past-stone"
          aria-label={`${shortId(each.conversation)}, ${markWords[each.mark]}, open again`}
          onClick={() => onOpen(each.conversation)}
        >
          <StatusMark mark={each.mark} size={12} bare />
          <span>{shortId(each.conversation)}</span>
        </button>
      ))}
      <span className="past-end">
        <Button look="bare" data-command="undo" aria-keyshortcuts={legend} onClick={onUndo} disabled={disabled}>
          <Icon of={Undo2} />
          Undo
          <KeyCap>{legend}</KeyCap>
        </Button>
      </span>
    </nav>
  );
}
