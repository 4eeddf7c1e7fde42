/** How often a pair was judged. */
export interface PairCount {
  one: string;
  other: string;
  all: number;
  mine: number;
}

/**
 * The pair to judge next: the one that the asker has judged least, of these the one that all have judged least, of these
 * the first by `rank`, which is chance handed in. Null with fewer than two items. O(items²).
 * @param rank a number for a text, the same for the same text
 */
export function nextPair(
  items: readonly string[],
  counts: readonly PairCount[],
  rank: (text: string) => number,
): [string, string] | null {
  const nameOf = (one: string, other: string) => (one < other ? `${one} ${other}` : `${other} ${one}`);
  const known = new Map(counts.map((count) => [nameOf(count.one, count.other), count]));
  let best: { pair: [string, string]; mine: number; all: number; rank: number } | null = null;
  for (const [at, one] of items.entries()) {
    for (const other of items.slice(at + 1)) {
      const name = nameOf(one, other);
      const { mine, all } = known.get(name) ?? { mine: 0, all: 0 };
      const candidate = { pair: [one, other] as [string, string], mine, all, rank: rank(name) };
      if (best === null || before(candidate, best)) best = candidate;
    }
  }
  return best?.pair ?? null;
}

type Place = { mine: number; all: number; rank: number };

function before(a: Place, b: Place): boolean {
  if (a.mine !== b.mine) return a.mine < b.mine;
  return a.all === b.all ? a.rank < b.rank : a.all < b.all;
}
