/**
 * The part of `places` that falls to one of several workers: equal parts, and what is left over to some of them, by turns, so
 * that with fewer places than workers each gets one now and then. The shares of one turn add up to `places`.
 *
 * @param rank from 0, in an order that all agree on
 * @param turn counts up with time
 */
export function shareOf(places: number, { rank, of, turn }: { rank: number; of: number; turn: number }): number {
  return Math.floor(places / of) + ((rank + turn) % of < places % of ? 1 : 0);
}
