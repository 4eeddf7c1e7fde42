import { memo } from "react";
import { directionOf } from "#components/conversations/direction-of.ts";
import { DiffText } from "#components/triage/diff-text.tsx";
import { MarkedText } from "#components/triage/marked-text.tsx";
import { ScriptText } from "#components/ui/script-text.tsx";
import type { Turns } from "#lib/schema/conversation.ts";
import type { LensText } from "./lens-texts.ts";

const roleWords = { system: "System", user: "User", assistant: "Assistant" } as const;

/** One turn of a column, as the lens shows it. */
export const TurnText = memo(function TurnText({
  turn,
  language,
  lens,
}: {
  turn: Turns[number];
  language: string;
  lens: LensText;
}) {
  const voice = turn.role === "user" ? "ask" : "answer";
  return (
    <div className="compare-cell" dir={directionOf(turn.content)}>
      <div className="role">{roleWords[turn.role]}</div>
      {lens.kind === "difference" ? (
        <DiffText parts={lens.parts} lang={language} voice={voice} />
      ) : lens.kind === "evidence" ? (
        <MarkedText pieces={lens.pieces} lang={language} voice={voice} />
      ) : (
        <ScriptText lang={language} voice={voice} {...(lens.kind === "marked" ? { marks: lens.marks } : {})}>
          {turn.content}
        </ScriptText>
      )}
    </div>
  );
});
