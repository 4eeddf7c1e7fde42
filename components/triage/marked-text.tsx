import { Fragment } from "react";
import { classNames } from "#components/ui/class-names.ts";
import { visibleText } from "#components/ui/visible-text.tsx";
import type { MarkedPiece } from "./marked-words.ts";

/** A word up to so long stays on one line with its number. */
const heldTogether = 24;

/** Text of a person in which the words that earned a score are underlined, and numbered where each is met first. */
export function MarkedText({
  pieces,
  lang,
  voice,
}: {
  pieces: readonly MarkedPiece[];
  lang: string;
  voice: "ask" | "answer";
}) {
  return (
    <div lang={lang} dir="auto" className={classNames("c whole", voice === "ask" && "ask")}>
      {pieces.map(({ text, numbers, firsts }, index) =>
        numbers.length === 0 ? (
          // biome-ignore lint/suspicious/noArrayIndexKey: a piece is its place
          <Fragment key={index}>{visibleText(text)}</Fragment>
        ) : (
          // biome-ignore lint/suspicious/noArrayIndexKey: a piece is its place
          <span key={index} className={text.length <= heldTogether ? "whitespace-nowrap" : undefined}>
            <span className="evidence" data-mark={numbers.join(" ")}>
              {visibleText(text)}
            </span>
            {firsts.map((number) => (
              <button
                key={number}
                type="button"
                className="evidence-number"
                data-mark={number}
                aria-label={`Word ${number} of those that set it apart`}
              >
                <span>{number}</span>
              </button>
            ))}
          </span>
        ),
      )}
    </div>
  );
}
