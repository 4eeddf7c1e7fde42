import { Button } from "#components/ui/button.tsx";
import { ButtonLink } from "#components/ui/button-link.tsx";
import { decideCommands, keyOf } from "./compare-commands.ts";

const words: Readonly<Record<string, string>> = { accept: "Accept", reject: "Reject", skip: "Skip", flag: "Flag" };

/** The decisions of the column in hand, each with its key. */
export function ColumnActs({
  name,
  flagged,
  legendOf,
  triageHref,
  onCommand,
}: {
  /** Of the column. */
  name: string;
  flagged: boolean;
  legendOf: (key: string) => string;
  triageHref: string;
  onCommand: (command: string) => void;
}) {
  return (
    <div className="act" role="toolbar" aria-label={`Decide: ${name}`}>
      <span className="compare-deciding">
        <bdi>{name}</bdi>
      </span>
      {decideCommands.map(({ id }) => (
        <Button
          key={id}
          look={id === "accept" ? "main" : "plain"}
          keyCap={legendOf(keyOf(id))}
          data-command={id}
          aria-pressed={id === "flag" ? flagged : undefined}
          onClick={() => onCommand(id)}
        >
          {id === "flag" && flagged ? "Flagged" : words[id]}
        </Button>
      ))}
      <Button look="bare" keyCap={legendOf(keyOf("undo"))} data-command="undo" onClick={() => onCommand("undo")}>
        Undo
      </Button>
      <ButtonLink look="bare" className="compare-triage" href={triageHref}>
        Open in Triage
      </ButtonLink>
    </div>
  );
}
