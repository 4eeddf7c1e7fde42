/** How the names of a script join with what stands around them. */
type Joining = "spaced" | "particles" | "unspaced";

interface Node {
  next: Map<number, Node>;
  /** How the name that ends here joins; null when none ends here. */
  ends: Joining | null;
}

/** Finds names of places and peoples in a text; made once for a registry, used for many texts. */
export interface PlaceMatcher {
  /** The end of the longest name that begins at `at`, or -1. */
  endOf: (text: string, at: number) => number;
}

/** Scripts written without spaces between words, where a name may stand anywhere. */
const unspaced =
  /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Thai}\p{Script=Lao}\p{Script=Khmer}\p{Script=Myanmar}\p{Script=Tibetan}]/u;
/** Scripts that write particles onto the end of a word. */
const withParticles = /\p{Script=Hangul}/u;
const wordUnit = /[\p{L}\p{M}\p{N}]/u;

/**
 * Builds a matcher of names. In spaced scripts a name must be a whole word (`Oman` is not found in `woman`); in Korean only
 * its start must; in Chinese, Japanese, Thai, Lao, Khmer, Burmese and Tibetan it may stand anywhere. Case does not matter.
 * O(characters of all names).
 */
export function buildPlaceMatcher(maskedWords: Iterable<string>): PlaceMatcher {
  const root: Node = { next: new Map(), ends: null };
  for (const word of maskedWords) {
    const name = word.normalize("NFKC").trim();
    if (name === "") continue;
    let node = root;
    for (let index = 0; index < name.length; index += 1) {
      const unit = foldUnit(name, index);
      let next = node.next.get(unit);
      if (next === undefined) {
        next = { next: new Map(), ends: null };
        node.next.set(unit, next);
      }
      node = next;
    }
    node.ends = unspaced.test(name) ? "unspaced" : withParticles.test(name) ? "particles" : "spaced";
  }
  return { endOf: (text, at) => endOfName(root, text, at) };
}

function endOfName(root: Node, text: string, at: number): number {
  let node = root.next.get(foldUnit(text, at));
  if (node === undefined) return -1;
  const isAtStart = at === 0 || !isWordUnit(text, at - 1);
  let end = -1;
  for (let index = at + 1; node !== undefined; index += 1) {
    const { ends } = node;
    if (ends === "unspaced" || (ends !== null && isAtStart && (ends === "particles" || !isWordUnit(text, index))))
      end = index;
    node = index < text.length ? node.next.get(foldUnit(text, index)) : undefined;
  }
  return end;
}

/** One UTF-16 unit in lower case where that is one unit too, so that places in the text keep their numbers. */
function foldUnit(text: string, index: number): number {
  const unit = text.charCodeAt(index);
  if (unit < 0x80) return unit >= 0x41 && unit <= 0x5a ? unit + 0x20 : unit;
  // The Turkish capital İ becomes two units in lower case; as a plain i it stays one.
  if (unit === 0x130) return 0x69;
  const lower = text[index]?.toLowerCase() ?? "";
  return lower.length === 1 ? lower.charCodeAt(0) : unit;
}

function isWordUnit(text: string, index: number): boolean {
  if (index >= text.length) return false;
  const unit = text.charCodeAt(index);
  if (unit < 0x80)
    return (unit >= 0x61 && unit <= 0x7a) || (unit >= 0x41 && unit <= 0x5a) || (unit >= 0x30 && unit <= 0x39);
  return wordUnit.test(text[index] ?? "");
}
