import { formatCount } from "#components/ui/format-count.ts";
import { type Mark, StatusMark } from "#components/ui/status-mark.tsx";
import type { ImportLine } from "#lib/schema/import-view.ts";
import { verdictWords } from "./import-words.ts";

const marks: Record<ImportLine["verdict"], Mark> = {
  insert: "accepted",
  update: "running",
  unchanged: "pending",
  reject: "rejected",
};

/** What becomes of a line, its number, and what it says besides its text. */
export function LineFacts({ line }: { line: ImportLine }) {
  const facts = [line.culture ?? "no culture", line.topic, line.language, line.externalId].filter(
    (fact) => fact !== null && fact !== "und",
  );
  return (
    <>
      <div className="flex items-start justify-between gap-3">
        <StatusMark mark={marks[line.verdict]}>{verdictWords[line.verdict]}</StatusMark>
        <span className="n text-12/5 text-ink-3" title={`Line ${line.line}`}>
          {formatCount(line.line)}
        </span>
      </div>
      <p className="text-12/5 text-ink-2 [overflow-wrap:anywhere]">
        {facts.map((fact, index) => (
          <span key={fact}>
            {index > 0 ? ", " : ""}
            <bdi>{fact}</bdi>
          </span>
        ))}
        {line.turns.length > 2 ? `, ${line.turns.length} turns` : ""}
      </p>
    </>
  );
}
