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
  const tool = (command: string, words: string, expanded?: boolean) => (
    <Button
      look="bare"
      className="not-small"
      data-command={command}
      aria-expanded={expanded}
      aria-keyshortcuts={legendOf(keyOf(command))}
      onClick={() => onCommand(command)}
    >
      {words}
      <KeyCap>{legendOf(keyOf(command))}</KeyCap>
    </Button>
  );
  return (
    <>
      <Button look="bare" className="wide-only" aria-pressed={!free} onClick={() => onFree(!free)}>
        <Icon of={free ? Link2Off : Link2} />
        Scroll together
      </Button>
      {tool("scores", scoresShown ? "Hide scores" : "Show scores")}
      {tool("guideline", "Guideline", guidelineOpen)}
    </>
  );
}
