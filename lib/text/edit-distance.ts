/** Longer texts are cut to this before they are compared, so that one comparison stays cheap. */
const COMPARED_CHARACTERS = 64;

/**
 * The Damerau-Levenshtein distance in its optimal string alignment form: insertions, deletions, replacements and swaps of
 * neighbours that turn one text into the other. Only the first 64 characters count. O(a × b).
 * @example editDistance("marocco", "morocco") // => 1
 */
export function editDistance(a: string, b: string): number {
  const left = [...a].slice(0, COMPARED_CHARACTERS);
  const right = [...b].slice(0, COMPARED_CHARACTERS);
  let before: number[] = [];
  let above = Array.from({ length: right.length + 1 }, (_, index) => index);
  for (let i = 1; i <= left.length; i += 1) {
    const row = [i];
    for (let j = 1; j <= right.length; j += 1) {
      const isSame = left[i - 1] === right[j - 1];
      let best = Math.min((above[j] ?? 0) + 1, (row[j - 1] ?? 0) + 1, (above[j - 1] ?? 0) + (isSame ? 0 : 1));
      const isSwap = i > 1 && j > 1 && left[i - 1] === right[j - 2] && left[i - 2] === right[j - 1];
      if (isSwap) best = Math.min(best, (before[j - 2] ?? 0) + 1);
      row.push(best);
    }
    before = above;
    above = row;
  }
  return above[right.length] ?? 0;
}
