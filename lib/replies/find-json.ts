import { parsedJson } from "#lib/text/parsed-json.ts";

/** JSON in a text, and whether something had to be taken off to find it. */
export interface FoundJson {
  value: unknown;
  mended: boolean;
}

/**
 * The one JSON value that a text holds: the text itself, or, where a model wrapped it, the one object or array within a fence or among
 * sentences. Nothing inside it is mended: a value that was cut, that says NaN, or that stands beside another one is not found, since
 * choosing between two is guessing. O(length).
 */
export function findJson(text: string): FoundJson | null {
  const whole = parsedJson(text.trim());
  if (whole) return { ...whole, mended: false };
  const spans = outerSpans(text);
  const values = spans.flatMap((span) => parsedJson(span) ?? []);
  const [only] = values;
  return only !== undefined && values.length === 1 && spans.length === 1 ? { ...only, mended: true } : null;
}

/** A reply with more pieces than this is no wrapped value. */
const mostSpans = 8;

/** The outermost pieces from a bracket to the one that closes it, strings skipped. A piece without its end counts as one too. */
function outerSpans(text: string): string[] {
  const spans: string[] = [];
  let depth = 0;
  let start = 0;
  let quoted = false;
  for (let at = 0; at < text.length && spans.length < mostSpans; at++) {
    const character = text[at];
    if (quoted) {
      if (character === "\\") at++;
      else if (character === '"') quoted = false;
    } else if (character === '"' && depth > 0) quoted = true;
    else if (character === "{" || character === "[") {
      if (depth === 0) start = at;
      depth++;
    } else if ((character === "}" || character === "]") && depth > 0) {
      depth--;
      if (depth === 0) spans.push(text.slice(start, at + 1));
    }
  }
  if (depth > 0) spans.push(text.slice(start));
  return spans;
}
