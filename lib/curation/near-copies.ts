/** Two answers and how alike they are. */
export interface AlikePair {
  one: string;
  other: string;
  similarity: number;
}

/** Similarities of answers to each other: `values[i][j]` of the i-th and the j-th of `ids`, for j < i; null where not told. */
export interface LikenessTable {
  ids: readonly string[];
  values: readonly (readonly (number | null)[])[];
}

/** How alike two answers are; null where that is not told. O(answers). */
export function likenessOf({ ids, values }: LikenessTable, one: string, other: string): number | null {
  const [i, j] = [ids.indexOf(one), ids.indexOf(other)];
  if (i < 0 || j < 0 || i === j) return null;
  return values[Math.max(i, j)]?.[Math.min(i, j)] ?? null;
}

/** The two of these answers that are most alike; the first such pair of several. Null when no pair is told. O(answers²). */
export function mostAlike(table: LikenessTable, answers: readonly string[]): AlikePair | null {
  return pairsOf(table, answers).reduce<AlikePair | null>(
    (most, pair) => (most === null || pair.similarity > most.similarity ? pair : most),
    null,
  );
}

/**
 * Groups of answers that look copied: each is at least so like another of its group. Largest groups first, each in the
 * order given. O(answers²).
 */
export function nearCopies(table: LikenessTable, answers: readonly string[], from: number): string[][] {
  const group = new Map(answers.map((id) => [id, new Set([id])]));
  for (const { one, other, similarity } of pairsOf(table, answers)) {
    const [mine, theirs] = [group.get(one), group.get(other)];
    if (similarity < from || mine === undefined || theirs === undefined || mine === theirs) continue;
    for (const id of theirs) {
      mine.add(id);
      group.set(id, mine);
    }
  }
  return [...new Set(group.values())]
    .filter(({ size }) => size > 1)
    .sort((a, b) => b.size - a.size)
    .map((members) => answers.filter((id) => members.has(id)));
}

function pairsOf(table: LikenessTable, answers: readonly string[]): AlikePair[] {
  return answers.flatMap((one, at) =>
    answers.slice(at + 1).flatMap((other) => {
      const similarity = likenessOf(table, one, other);
      return similarity === null ? [] : [{ one, other, similarity }];
    }),
  );
}
