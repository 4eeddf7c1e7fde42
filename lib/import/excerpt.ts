const decoder = new TextDecoder("utf-8", { ignoreBOM: true });
const EXCERPT_CHARACTERS = 200;
/** Enough bytes for 200 characters of any script. */
const EXCERPT_BYTES = 800;

/** Controls, direction marks, hidden tags, surrogate halves and line separators: all that must not reach a page raw. */
const unsafe = /[\p{Cc}\p{Cf}\p{Cs}\p{Zl}\p{Zp}\p{Co}]/gu;

/** The start of a record, at most 200 characters, with every invisible or reordering character written as `\u{…}`. */
export function excerptOf(bytes: Uint8Array): string {
  return safeExcerpt(decoder.decode(bytes.subarray(0, EXCERPT_BYTES)));
}

/** The start of a text made safe to show, at most 200 characters. */
export function safeExcerpt(text: string): string {
  let excerpt = "";
  for (const character of text) {
    const shown = character.replace(unsafe, (found) => `\\u{${found.codePointAt(0)?.toString(16).toUpperCase()}}`);
    if (excerpt.length + shown.length > EXCERPT_CHARACTERS) return excerpt;
    excerpt += shown;
  }
  return excerpt;
}
