import { Link2, Link2Off } from "lucide-react";
import { Button } from "#components/ui/button.tsx";
import { Icon } from "#components/ui/icon.tsx";
import { KeyCap } from "#components/ui/key-cap.tsx";
import { keyOf } from "./triage-commands.ts";

/** How the card is looked at: scores shown or not, the sides scrolling together or not, and the guideline. */
export function QueueTools({
  scoresShown,
  free,
  guidelineOpen,
  legendOf,
  onCommand,
  onFree,
}: {
  scoresShown: boolean;
  free: boolean;
  guidelineOpen: boolean;
  legendOf: (key: string) => string;
  onCommand: (command: string) => void;
  onFree: (free: boolean) => void;
}) {
  return (
    <>
      <Button
        look="bare"
        className="wide-only"
        title="Whether the sides scroll together"
        aria-pressed={!free}
        onClick={() => onFree(!free)}
      >
        <Icon of={free ? Link2Off : Link2} />
        Scroll together
      </Button>
      <Button
        look="bare"
        className="not-small"
        data-command="scores"
        aria-keyshortcuts={legendOf(keyOf("scores"))}
        onClick={() => onCommand("scores")}
      >
        {scoresShown ? "Hide scores" : "Show scores"}
        <KeyCap>{legendOf(keyOf("scores"))}</KeyCap>
      </Button>
      <Button
        look="bare"
        className="not-small"
        data-command="guideline"
        aria-expanded={guidelineOpen}
        aria-keyshortcuts={legendOf(keyOf("guideline"))}
        onClick={() => onCommand("guideline")}
      >
        Guideline
        <KeyCap>{legendOf(keyOf("guideline"))}</KeyCap>
      </Button>
    </>
  );
}
