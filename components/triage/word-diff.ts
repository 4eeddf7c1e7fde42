import { diffArrays } from "diff";
import { segmenter } from "#lib/text/segmenter.ts";
import { segments } from "#lib/text/segments.ts";

/** A stretch of text that stayed, came in or went out. */
export interface DiffPart {
  kind: "same" | "added" | "removed";
  text: string;
}

/**
 * What changed between two texts, word by word as the language divides them: by dictionary for Chinese, Japanese and
 * Thai, by space and punctuation elsewhere. A grapheme is never split. The `same` and `removed` parts joined give
 * `before`, the `same` and `added` parts give `after`. Time grows with length × number of changes.
 */
export function wordDiff(before: string, after: string, language: string): DiffPart[] {
  if (before === after) return before === "" ? [] : [{ kind: "same", text: before }];
  const changes = diffArrays(words(before, language), words(after, language));
  return gather(
    changes.map(({ added, removed, value }) => ({
      kind: added ? "added" : removed ? "removed" : "same",
      text: value.join(""),
    })),
  );
}

/** Joins changes of one kind that only a space of the other text holds apart, by moving that space to their edge. */
function gather(parts: readonly DiffPart[]): DiffPart[] {
  const gathered: DiffPart[] = [];
  for (const part of parts) {
    gathered.push(part);
    for (let joined = true; joined; ) joined = joinLast(gathered);
  }
  return gathered;
}

function joinLast(parts: DiffPart[]): boolean {
  const [one, space, other] = parts.slice(-3);
  if (one === undefined || space === undefined || other === undefined) return false;
  if (one.kind === "same" || one.kind !== other.kind || space.kind !== "same" || space.text.trim() !== "") return false;
  const { kind } = one;
  if (one.text.startsWith(space.text) && isBorder(one.text, space.text.length)) {
    parts.splice(-3, 3, space, { kind, text: one.text.slice(space.text.length) + space.text + other.text });
    const before = parts.at(-3);
    if (before?.kind === "same") parts.splice(-3, 2, { kind: "same", text: before.text + space.text });
    return true;
  }
  if (other.text.endsWith(space.text) && isBorder(other.text, other.text.length - space.text.length)) {
    parts.splice(-3, 3, { kind, text: one.text + space.text + other.text.slice(0, -space.text.length) }, space);
  }
  return false;
}

/** Whether a grapheme begins at `at`: a space that carries a mark, or the return of a line end, is not cut off. */
function isBorder(text: string, at: number): boolean {
  return at === text.length || segmenter("und", "grapheme").segment(text).containing(at)?.index === at;
}

/** The share of the longer text that is not kept, in [0,1], counted in UTF-16 units. */
export function changedShare(parts: readonly DiffPart[]): number {
  const length = (...kinds: DiffPart["kind"][]) =>
    parts.reduce((sum, part) => sum + (kinds.includes(part.kind) ? part.text.length : 0), 0);
  const longer = Math.max(length("same", "removed"), length("same", "added"));
  return longer === 0 ? 0 : 1 - length("same") / longer;
}

/** Words, spaces and marks in order. */
function words(text: string, language: string): string[] {
  return segments(text, language).map((segment) => segment.text);
}
