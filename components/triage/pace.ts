/** One decision of this sitting. */
export interface Spent {
  /** When it was made, in milliseconds since 1970. */
  at: number;
  /** From the card's painting to the decision. */
  milliseconds: number;
}

const fewest = 5;
const latest = 50;
const minute = 60_000;
const hour = 60 * minute;

/**
 * How long the rest of a queue takes at one's own pace, in milliseconds: the range in which one's median lies with
 * probability .8, by the ranks of the newest fifty times (n/2 ± .64 √n), times how many are left. Null before five.
 */
export function timeLeft(spent: readonly Spent[], left: number): { from: number; to: number } | null {
  if (spent.length < fewest || left === 0) return null;
  const times = spent
    .slice(-latest)
    .map(({ milliseconds }) => milliseconds)
    .sort((one, other) => one - other);
  const reach = 0.64 * Math.sqrt(times.length);
  const at = (rank: number) => times[Math.min(times.length - 1, Math.max(0, rank))] ?? 0;
  const from = at(Math.floor(times.length / 2 - reach));
  const to = at(Math.ceil(times.length / 2 + reach) - 1);
  return { from: from * left, to: to * left };
}

/** `≈ 24–30 min at your pace`, in hours from two hours on. */
export function paceWords({ from, to }: { from: number; to: number }): string {
  if (to <= minute) return "less than 1 min at your pace";
  const [unit, size] = to >= 2 * hour ? ["h", hour] : ["min", minute];
  const low = Math.max(1, Math.floor(from / size));
  const high = Math.ceil(to / size);
  return `≈ ${low === high ? low : `${low}–${high}`}\u202f${unit} at your pace`;
}
