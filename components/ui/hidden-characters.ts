const names = new Map<number, [label: string, name: string]>([
  [0x00ad, ["SHY", "soft hyphen"]],
  [0x061c, ["ALM", "Arabic letter mark"]],
  [0x180e, ["MVS", "Mongolian vowel separator"]],
  [0x200b, ["ZWSP", "zero-width space"]],
  [0x200e, ["LRM", "left-to-right mark"]],
  [0x200f, ["RLM", "right-to-left mark"]],
  [0x2028, ["LS", "line separator"]],
  [0x2029, ["PS", "paragraph separator"]],
  [0x202a, ["LRE", "left-to-right embedding"]],
  [0x202b, ["RLE", "right-to-left embedding"]],
  [0x202c, ["PDF", "end of embedding"]],
  [0x202d, ["LRO", "left-to-right override"]],
  [0x202e, ["RLO", "right-to-left override"]],
  [0x2060, ["WJ", "word joiner"]],
  [0x2066, ["LRI", "left-to-right isolate"]],
  [0x2067, ["RLI", "right-to-left isolate"]],
  [0x2068, ["FSI", "first-strong isolate"]],
  [0x2069, ["PDI", "end of isolate"]],
  [0xfeff, ["BOM", "zero-width no-break space"]],
]);

// Joiners (U+200C, U+200D) and variation selectors shape letters and emoji in plain writing, so they are left alone.
const hidden =
  /[\u0000-\u0008\u000b-\u001f\u007f-\u009f\u00ad\u061c\u180e\u200b\u200e\u200f\u2028-\u202e\u2060\u2066-\u2069\ufeff]|[\u{e0000}-\u{e007f}]/gu;

/** A run of plain text, or one character that would not be seen. */
export type TextPiece = { kind: "text"; text: string } | ({ kind: "hidden" } & HiddenCharacter);

/** A character that would not be seen, with its short label and its name. */
export interface HiddenCharacter {
  character: string;
  label: string;
  name: string;
}

/** Splits text at characters that a reader could not see: controls, direction marks and overrides, tag characters. */
export function splitHiddenCharacters(text: string): TextPiece[] {
  const pieces: TextPiece[] = [];
  let from = 0;
  for (const match of text.matchAll(hidden)) {
    const code = match[0].codePointAt(0) ?? 0;
    if (code === 0x0d && text.charCodeAt(match.index + 1) === 0x0a) continue;
    if (match.index > from) pieces.push({ kind: "text", text: text.slice(from, match.index) });
    const hex = `U+${code.toString(16).toUpperCase().padStart(4, "0")}`;
    const [label, name] = names.get(code) ?? [hex, `character ${hex}`];
    pieces.push({ kind: "hidden", character: match[0], label, name });
    from = match.index + match[0].length;
  }
  if (from < text.length) pieces.push({ kind: "text", text: text.slice(from) });
  return pieces;
}
