/** Stones of one column: below and up to the item, the item's own, and beyond it. */
export interface CrowdColumn {
  solid: number;
  own: boolean;
  hollow: number;
}

/** About how many stones a whole crowd is drawn with, and how high a column may grow. */
const stonesInAll = 55;
const highest = 7;

/**
 * A crowd of scores as columns of stones, each stone the same number of items: solid up to this item, hollow beyond, the
 * item's own on top of its column. A column that holds anybody has at least one. Null for an empty crowd.
 *
 * @param crowd items by score, in equal bins from 0 to 1.
 * @param value the item's own score in [0,1].
 */
export function crowdStones(
  crowd: readonly number[],
  value: number,
): { columns: CrowdColumn[]; own: number; high: number } | null {
  const total = crowd.reduce((sum, count) => sum + count, 0);
  if (total === 0) return null;
  const perStone = Math.max(total / stonesInAll, Math.max(...crowd) / highest);
  const own = Math.min(crowd.length - 1, Math.max(0, Math.floor(value * crowd.length)));
  const columns = crowd.map((count, at): CrowdColumn => {
    const stones = count === 0 && at !== own ? 0 : Math.max(1, Math.round(count / perStone));
    if (at === own) return { solid: stones - 1, own: true, hollow: 0 };
    return { solid: at < own ? stones : 0, own: false, hollow: at > own ? stones : 0 };
  });
  return { columns, own, high: Math.max(...columns.map(heightOf)) };
}

export function heightOf({ solid, own, hollow }: CrowdColumn): number {
  return solid + hollow + (own ? 1 : 0);
}
