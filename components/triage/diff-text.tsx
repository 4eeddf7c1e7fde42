import { Fragment } from "react";
import { classNames } from "#components/ui/class-names.ts";
import { splitHiddenCharacters } from "#components/ui/hidden-characters.ts";
import type { DiffPart } from "./word-diff.ts";

/** What changed, by sign, line and colour. Space and unseen characters that came or went are named. */
export function DiffText({
  parts,
  lang,
  voice = "answer",
}: {
  parts: readonly DiffPart[];
  lang: string;
  voice?: "ask" | "answer";
}) {
  return (
    <div className={classNames("c whole", voice === "ask" && "ask")} lang={lang} dir="auto">
      {parts.map((part, index) => {
        // biome-ignore lint/suspicious/noArrayIndexKey: a part is its place
        if (part.kind === "same") return <Fragment key={index}>{part.text}</Fragment>;
        const Element = part.kind === "added" ? "ins" : "del";
        // A space before a word would be underlined at the end of the line before.
        const text = part.text.replace(/^ +(?=\S)/, "");
        return (
          // biome-ignore lint/suspicious/noArrayIndexKey: a part is its place
          <Fragment key={index}>
            {part.text.slice(0, part.text.length - text.length)}
            <Element>
              <Named text={text} />
            </Element>
          </Fragment>
        );
      })}
    </div>
  );
}

const joiners: Readonly<Record<string, string>> = { "\u200c": "ZWNJ", "\u200d": "ZWJ", "\u00a0": "NBSP" };
const boxed = /(\u200c|\u200d|\u00a0|\n|\t|^ +$)/;

function Named({ text }: { text: string }) {
  return text.split(boxed).map((piece, index) => {
    const label =
      joiners[piece] ??
      (piece === "\n" ? "line" : piece === "\t" ? "tab" : /^ +$/.test(piece) && piece === text ? "space" : null);
    if (label !== null) {
      return (
        // biome-ignore lint/suspicious/noArrayIndexKey: a piece is its place
        <Fragment key={index}>
          <span className="hidden-character">{label}</span>
          {piece === "\n" ? "\n" : null}
        </Fragment>
      );
    }
    return splitHiddenCharacters(piece).map((each, place) =>
      each.kind === "text" ? (
        each.text
      ) : (
        // biome-ignore lint/suspicious/noArrayIndexKey: a piece is its place
        <span key={`${index} ${place}`} className="hidden-character" role="img" aria-label={each.name}>
          {each.label}
        </span>
      ),
    );
  });
}
