import type { ReactNode } from "react";
import { splitHiddenCharacters } from "./hidden-characters.ts";

/**
 * A text with what would not be seen as small labelled boxes; the characters themselves stand beside them, and the style
 * sheet shows either, as the reader chose (`hiddenCharacters` of the look).
 */
export function visibleText(text: string): ReactNode[] {
  return splitHiddenCharacters(text).map((piece, index) =>
    piece.kind === "text" ? (
      piece.text
    ) : (
      // biome-ignore lint/suspicious/noArrayIndexKey: pieces have no identity but their place
      <span key={index} role="img" aria-label={piece.name} title={piece.name}>
        <span className="hidden-character">{piece.label}</span>
        <span className="as-written">{piece.character}</span>
      </span>
    ),
  );
}
