import { afterString } from "./scan-json.ts";

/** More than this is not looked at: a hint is not worth reading a whole long line again. */
const HINT_CHARACTERS = 65_536;

/** One sentence for text that `JSON.parse` refuses: the likeliest cause and the mend. O(characters looked at). */
export function explainJsonError(text: string): string {
  const control = rawControl(text);
  if (control !== null) {
    return `A text holds the raw control character U+${control}. Write it as an escape, such as \\n or \\u${control}.`;
  }
  const rest = text.slice(endOfFirstValue(text)).trim();
  if (rest.startsWith("{") || rest.startsWith("[")) {
    return "The line holds two JSON values. Put each on a line of its own.";
  }
  const bare = withoutStrings(text.slice(0, HINT_CHARACTERS));
  if (/(^|[^\w])(NaN|[+-]?Infinity|undefined)($|[^\w])/.test(bare)) {
    return "Not valid JSON: NaN, Infinity and undefined are no JSON values. Write null or a number.";
  }
  if (/(^|[^\w])(True|False|None)($|[^\w])/.test(bare)) {
    return "Not valid JSON: this is how Python prints an object. Write it with json.dumps.";
  }
  if (/\/\/|\/\*|(^|\s)#/.test(bare)) return "Not valid JSON: JSON has no comments. Remove them.";
  if (/,\s*[}\]]/.test(bare)) return "Not valid JSON: a comma stands before a closing bracket. Remove it.";
  if (bare.includes("'")) return "Not valid JSON: keys and texts stand in double quotes, not single ones.";
  if (/[{[,:]\s*$/.test(bare) || endOfFirstValue(text) === text.length) {
    return "Not valid JSON: the value is not closed. Write each record whole, on one line.";
  }
  return "Not valid JSON. Write one JSON object, with keys and texts in double quotes.";
}

/** The place after the first object or list, or the length of the text when it is never closed. */
export function endOfFirstValue(text: string): number {
  let depth = 0;
  let at = 0;
  while (at < text.length) {
    const unit = text.charCodeAt(at);
    if (unit === 0x22) {
      at = afterString(text, at);
      continue;
    }
    at += 1;
    if (unit === 0x7b || unit === 0x5b) depth += 1;
    else if (unit === 0x7d || unit === 0x5d) {
      depth -= 1;
      if (depth <= 0) return at;
    }
  }
  return text.length;
}

function rawControl(text: string): string | null {
  let at = text.indexOf('"');
  while (at !== -1 && at < text.length) {
    const end = afterString(text, at);
    const found = /[\u0000-\u001F]/.exec(text.slice(at, end));
    if (found) return found[0].charCodeAt(0).toString(16).toUpperCase().padStart(4, "0");
    at = text.indexOf('"', end);
  }
  return null;
}

function withoutStrings(text: string): string {
  const parts: string[] = [];
  let from = 0;
  let at = text.indexOf('"');
  while (at !== -1) {
    parts.push(text.slice(from, at));
    from = afterString(text, at);
    at = text.indexOf('"', from);
  }
  parts.push(text.slice(from));
  return parts.join('""');
}
