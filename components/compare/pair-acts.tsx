import { Button } from "#components/ui/button.tsx";
import { Segmented } from "#components/ui/segmented.tsx";
import type { AskedName } from "#lib/schema/compare-choices.ts";
import { keyOf, pairCommands } from "./compare-commands.ts";

export const askedWords: Record<AskedName, string> = {
  typical: "Which is more typical of its culture?",
  specific: "Which is more specific to its culture?",
};

/** What a pair is asked, and the four answers, each with its key. */
export function PairActs({
  asked,
  enabled,
  legendOf,
  onAsked,
  onCommand,
}: {
  asked: AskedName;
  enabled: boolean;
  legendOf: (key: string) => string;
  onAsked: (asked: AskedName) => void;
  onCommand: (command: string) => void;
}) {
  return (
    <div className="act compare-pair-acts" role="toolbar" aria-label="Judge the pair">
      <span className="compare-deciding">{askedWords[asked]}</span>
      {pairCommands.map(({ id, title }) => (
        <Button
          key={id}
          keyCap={legendOf(keyOf(id))}
          data-command={id}
          disabled={!enabled}
          onClick={() => onCommand(id)}
        >
          {title}
        </Button>
      ))}
      <Button look="bare" keyCap={legendOf(keyOf("undo"))} data-command="undo" onClick={() => onCommand("undo")}>
        Undo
      </Button>
      <span className="compare-triage">
        <Segmented
          label="Judge by"
          value={asked}
          onChange={onAsked}
          options={[
            { value: "typical", label: "Typical" },
            { value: "specific", label: "Specific" },
          ]}
        />
      </span>
    </div>
  );
}
