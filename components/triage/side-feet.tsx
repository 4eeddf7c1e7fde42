import { Pin, Plus } from "lucide-react";
import { Button } from "#components/ui/button.tsx";
import { Icon } from "#components/ui/icon.tsx";
import { KeyCap } from "#components/ui/key-cap.tsx";
import type { ConversationDetail } from "#lib/schema/conversation-view.ts";
import { keyOf } from "./triage-commands.ts";

/** Below the sides: the tags of A, and the way to its other siblings. */
export function SideFeet({
  tags,
  siblings,
  beside,
  pinned,
  legendOf,
  onCommand,
  readOnly,
}: {
  tags: ConversationDetail["tags"];
  /** How many there are, and how many of them are shown. */
  siblings: number;
  beside: number;
  /** The letter of the sibling before A. */
  pinned: string | null;
  legendOf: (key: string) => string;
  onCommand: (command: string) => void;
  readOnly: boolean;
}) {
  return (
    <div className="side-feet">
      <div className="tags">
        {tags.map((tag) => (
          <span key={tag.id} className="chip" title={tag.path}>
            <bdi>{tag.path}</bdi>
          </span>
        ))}
        {readOnly ? null : (
          <Button look="bare" data-command="tag" onClick={() => onCommand("tag")}>
            <Icon of={Plus} />
            Tag
            <KeyCap>{legendOf(keyOf("tag"))}</KeyCap>
          </Button>
        )}
      </div>
      <div className="walk">
        <span>{wordsOf(siblings, beside)}</span>
        <span className="walk-end">
          {siblings === 0 ? null : (
            <Button
              look="bare"
              className="not-small"
              data-command="pin"
              aria-pressed={pinned !== null}
              onClick={() => onCommand("pin")}
            >
              <Icon of={Pin} />
              {pinned === null ? "Pin left" : `${pinned} pinned`}
              <KeyCap>{legendOf(keyOf("pin"))}</KeyCap>
            </Button>
          )}
          {siblings > beside ? (
            <>
              <Button
                look="bare"
                data-command="previous-sibling"
                aria-label="Previous sibling"
                onClick={() => onCommand("previous-sibling")}
              >
                <KeyCap>{legendOf(keyOf("previous-sibling"))}</KeyCap>
                <span className="only-small">Previous</span>
              </Button>
              <Button look="bare" data-command="next-sibling" onClick={() => onCommand("next-sibling")}>
                Next sibling
                <KeyCap>{legendOf(keyOf("next-sibling"))}</KeyCap>
              </Button>
            </>
          ) : null}
        </span>
      </div>
    </div>
  );
}

function wordsOf(siblings: number, beside: number): string {
  if (siblings === 0) return "No other culture has answered this question.";
  if (siblings === beside) return siblings === 1 ? "The only sibling" : `All ${siblings} siblings`;
  return `${beside} of ${siblings} siblings`;
}
