import type { ReactNode } from "react";
import { directionOf } from "#components/conversations/direction-of.ts";
import { classNames } from "#components/ui/class-names.ts";
import { CultureName } from "#components/ui/culture-name.tsx";
import { ScriptText } from "#components/ui/script-text.tsx";
import type { Turns } from "#lib/schema/conversation.ts";
import type { Sibling } from "#lib/schema/conversation-view.ts";

const roleWords = { system: "System", user: "User", assistant: "Assistant" } as const;

export interface SideProps {
  /** A is under review; B and on are its siblings. */
  letter: string;
  culture: Sibling["culture"];
  language: string;
  turns: Turns;
  /** How many rows the tallest side has, so that turns align. */
  rows: number;
  shown: boolean;
  children?: ReactNode;
}

/** One conversation among those side by side: who it speaks for, then its turns, each on the row of its place. */
export function Side({ letter, culture, language, turns, rows, shown, children }: SideProps) {
  const underReview = letter === "A";
  return (
    <article
      className={classNames("side", underReview && "under-review", shown && "shown")}
      aria-label={`${letter}, ${culture.name}, ${underReview ? "under review" : "sibling"}`}
      style={{ gridRow: `1 / span ${rows + 2}` }}
    >
      <header>
        <span className={classNames("letter", underReview && "on")} aria-hidden="true">
          {letter}
        </span>
        <b>
          <CultureName {...culture} />
        </b>
        <span className="mono text-ink-3">{language}</span>
        <span className="side-end">{children}</span>
      </header>
      {turns.map((turn, index) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: a turn is its place
        <section key={index} className="turn" dir={directionOf(turn.content)}>
          <div className="role">{roleWords[turn.role]}</div>
          <ScriptText lang={language} voice={turn.role === "user" ? "ask" : "answer"}>
            {turn.content}
          </ScriptText>
        </section>
      ))}
    </article>
  );
}
