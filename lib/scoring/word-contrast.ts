/**
 * How much a word sets an answer apart from its siblings: its rarity in the project, times the share of the other
 * cultures that do not use it in their answers. 0 when all of them use it.
 * @param idf inverse document frequency of the word, ≥ 0
 */
export function wordContrast(idf: number, otherCulturesUsing: number, otherCultures: number): number {
  if (otherCultures === 0) return 0;
  return idf * (1 - otherCulturesUsing / otherCultures);
}
