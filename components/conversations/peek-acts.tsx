import { Button } from "#components/ui/button.tsx";
import { ButtonLink } from "#components/ui/button-link.tsx";

const acts = [
  { id: "accept", words: "Accept", key: "A" },
  { id: "edit", words: "Edit", key: "E" },
  { id: "reject", words: "Reject", key: "X" },
  { id: "skip", words: "Skip", key: "S" },
  { id: "flag", words: "Flag", key: "F" },
  { id: "note", words: "Note", key: "N" },
  { id: "tag", words: "Tag", key: "T" },
  { id: "undo", words: "Undo", key: "Z" },
] as const;
const bare: ReadonlySet<string> = new Set(["note", "tag", "undo"]);

/** The decisions of the open conversation, each with its key, and the way to Triage. */
export function PeekActs({
  legendOf,
  flagged,
  triageHref,
  onCommand,
}: {
  legendOf: (key: string) => string;
  flagged: boolean;
  triageHref: string;
  onCommand: (command: string) => void;
}) {
  return (
    <div className="act" role="toolbar" aria-label="Decide">
      {acts.map(({ id, words, key }) => (
        <Button
          key={id}
          look={id === "accept" ? "main" : bare.has(id) ? "bare" : "plain"}
          keyCap={legendOf(key)}
          data-command={id}
          aria-pressed={id === "flag" ? flagged : undefined}
          onClick={() => onCommand(id)}
        >
          {id === "flag" && flagged ? "Flagged" : words}
        </Button>
      ))}
      <ButtonLink look="bare" className="peek-triage" href={triageHref} aria-keyshortcuts="O">
        Open in Triage
      </ButtonLink>
    </div>
  );
}
