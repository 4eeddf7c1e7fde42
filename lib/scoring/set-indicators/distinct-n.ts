/**
 * The share of distinct word n-grams among all (distinct-n, Li et al. 2016). In (0,1]; low where the same phrases come again
 * and again. It falls as a set grows, so compare sets of like size. No n-gram reaches over the end of a text. Null when no text
 * is as long as n. O(words).
 * @param texts each as its words in order
 */
export function distinctN(texts: Iterable<readonly string[]>, n: number): number | null {
  const seen = new Set<string>();
  let total = 0;
  for (const words of texts) {
    for (let start = 0; start + n <= words.length; start++) {
      seen.add(words.slice(start, start + n).join("\n"));
      total++;
    }
  }
  return total === 0 ? null : seen.size / total;
}
