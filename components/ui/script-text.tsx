import { Fragment } from "react";
import { classNames } from "./class-names.ts";
import { type MarkedPart, splitMarked } from "./split-marked.ts";
import { visibleText } from "./visible-text.tsx";

export interface ScriptTextProps {
  children: string;
  /** BCP-47 tag of the text; `und` or null when not known. Decides face, size, line and line breaks. */
  lang: string | null;
  /** Given only when known from elsewhere; else the text's own first strong letter decides. */
  dir?: "ltr" | "rtl" | "auto";
  as?: "p" | "span" | "div" | "bdi" | "h2";
  /** `row` one line of a grid; `pin` the pinned question; `whole` all lines as written. */
  fit?: "row" | "pin" | "whole" | "lone";
  /** The voice that asks is set in the book face of the script. */
  voice?: "ask" | "answer";
  /** Parts to mark, in order and apart from each other; in UTF-16 units of the text. */
  marks?: readonly MarkedPart[];
  className?: string;
  id?: string;
}

/** Text of a person, in the face, size and direction of its own script. Shown as text only, never as markup. */
export function ScriptText({
  children,
  lang,
  dir = "auto",
  as: Element = "div",
  fit = "whole",
  voice = "answer",
  marks = [],
  className,
  id,
}: ScriptTextProps) {
  return (
    <Element
      id={id}
      lang={lang ?? "und"}
      dir={dir}
      className={classNames("c", fit, voice === "ask" && "ask", className)}
    >
      {splitMarked(children, marks).map(({ text, marked, start }) =>
        marked ? <mark key={start}>{visibleText(text)}</mark> : <Fragment key={start}>{visibleText(text)}</Fragment>,
      )}
    </Element>
  );
}
