import type { ReactNode } from "react";
import { directionOf } from "#components/conversations/direction-of.ts";
import { classNames } from "#components/ui/class-names.ts";
import { CultureName } from "#components/ui/culture-name.tsx";
import { ScriptText } from "#components/ui/script-text.tsx";
import type { Turns } from "#lib/schema/conversation.ts";
import type { Sibling } from "#lib/schema/conversation-view.ts";
import { MarkedText } from "./marked-text.tsx";
import { type MarkedWord, markWords } from "./marked-words.ts";

const roleWords = { system: "System", user: "User", assistant: "Assistant" } as const;

export interface SideProps {
  /** A is under review; B and on are its siblings. */
  letter: string;
  own: boolean;
  culture: Sibling["culture"];
  language: string;
  /** Cultures have letters for names, and the language is not told. */
  blind: boolean;
  turns: Turns;
  /** The words that earned its score; answers are what is scored. */
  marks: readonly MarkedWord[];
  /** How many rows the tallest side has, so that turns align. */
  rows: number;
  shown: boolean;
  /** Scrolls by itself. */
  free: boolean;
  children?: ReactNode;
}

const noMarks: readonly MarkedWord[] = [];

/** One conversation among those side by side: who it speaks for, then its turns, each on the row of its place. */
export function Side(props: SideProps) {
  const { letter, own, culture, language, blind, turns, marks, rows, shown, free, children } = props;
  const seen = new Set<number>();
  return (
    <article
      className={classNames("side", own && "under-review", shown && "shown")}
      aria-label={`${letter}, ${culture.name}, ${own ? "under review" : "sibling"}`}
      style={{ gridRow: `1 / span ${rows + 2}` }}
      tabIndex={free ? 0 : undefined}
    >
      <header>
        <span className={classNames("letter", own && "on")} aria-hidden="true">
          {letter}
        </span>
        <b>
          <CultureName {...culture} />
        </b>
        {blind ? null : <span className="mono text-ink-3">{language}</span>}
        <span className="side-end">{children}</span>
      </header>
      {turns.map((turn, index) => {
        const voice = turn.role === "user" ? "ask" : "answer";
        return (
          // biome-ignore lint/suspicious/noArrayIndexKey: a turn is its place
          <section key={index} className="turn" dir={directionOf(turn.content)}>
            <div className="role">{roleWords[turn.role]}</div>
            {marks.length === 0 || voice === "ask" ? (
              <ScriptText lang={language} voice={voice}>
                {turn.content}
              </ScriptText>
            ) : (
              <MarkedText
                pieces={markWords(turn.content, turn.role === "assistant" ? marks : noMarks, seen)}
                lang={language}
                voice={voice}
              />
            )}
          </section>
        );
      })}
    </article>
  );
}
