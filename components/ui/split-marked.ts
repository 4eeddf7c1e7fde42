/** A part of a text, in UTF-16 units: from `start` up to, but not with, `end`. */
export interface MarkedPart {
  start: number;
  end: number;
}

/** The text in pieces, marked and not, in order; together they are the text. */
export function splitMarked(
  text: string,
  marks: readonly MarkedPart[],
): { text: string; marked: boolean; start: number }[] {
  const pieces: { text: string; marked: boolean; start: number }[] = [];
  let from = 0;
  const add = (start: number, end: number, marked: boolean) => {
    if (end > start) pieces.push({ text: text.slice(start, end), marked, start });
  };
  for (const { start, end } of marks) {
    add(from, start, false);
    add(Math.max(from, start), end, true);
    from = Math.max(from, end);
  }
  add(from, text.length, false);
  return pieces;
}
