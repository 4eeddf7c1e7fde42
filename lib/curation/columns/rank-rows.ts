import type { Columns } from "./columns.ts";
import type { ColumnFilter } from "./count-columns.ts";
import type { RowOrder } from "./row-order.ts";

/** A place in an order: what the sort's columns hold there, and an id as four numbers from `at` on. */
export interface OrderedPlace {
  keys: readonly [number, number];
  ids: ArrayLike<number>;
  at: number;
}

/**
 * The places of the first `most` rows of an order among those that pass all filters, in order. Some 5 ns a place and filter,
 * and 20 ns a place that passes.
 *
 * @param places best in the order in which rows were added, since that is close to most orders
 * @param after only what comes after this
 */
export function rankRows(
  columns: Columns,
  places: Int32Array,
  filters: readonly ColumnFilter[],
  { keysAt, idSign }: RowOrder,
  most: number,
  after: OrderedPlace | null,
): { place: number; keys: readonly [number, number] }[] {
  const { ids } = columns;
  const passing = filters.reduce((some, filter) => kept(columns, filter, some), places);
  const [firstAt, secondAt] = keysAt;
  const isAfter = (first: number, second: number, place: number, other: OrderedPlace) => {
    const [otherFirst, otherSecond] = other.keys;
    if (first !== otherFirst) return first > otherFirst;
    if (second !== otherSecond) return second > otherSecond;
    for (let word = 0; word < 4; word++) {
      const difference = (ids[place * 4 + word] ?? 0) - (other.ids[other.at + word] ?? 0);
      if (difference !== 0) return difference * idSign > 0;
    }
    return false;
  };
  const best: OrderedPlace[] = [];
  for (let index = 0; index < passing.length; index++) {
    const place = passing[idSign > 0 ? index : passing.length - 1 - index] ?? 0;
    const first = firstAt(place);
    const second = secondAt(place);
    // In none of the groups that the sort goes through.
    if (Number.isNaN(first) || Number.isNaN(second)) continue;
    if (after !== null && !isAfter(first, second, place, after)) continue;
    const worst = best.length < most ? undefined : best.at(-1);
    if (worst && isAfter(first, second, place, worst)) continue;
    let low = 0;
    for (let high = best.length; low < high; ) {
      const middle = (low + high) >> 1;
      const other = best[middle];
      if (other && isAfter(first, second, place, other)) low = middle + 1;
      else high = middle;
    }
    best.splice(low, 0, { keys: [first, second], ids, at: place * 4 });
    if (best.length > most) best.pop();
  }
  return best.map(({ keys, at }) => ({ place: at / 4, keys }));
}

/** The places that pass a filter. */
function kept(columns: Columns, filter: ColumnFilter, places: Int32Array): Int32Array {
  const some = new Int32Array(places.length);
  let count = 0;
  if ("column" in filter) {
    const codes = columns.codes[filter.column];
    const { passes } = filter;
    for (const place of places) {
      some[count] = place;
      count += passes[codes[place] ?? 0] ?? 0;
    }
  } else if ("measure" in filter) {
    const values = columns[filter.measure];
    const { from, to } = filter;
    for (const place of places) {
      // A row without a score is NaN, and so within no range.
      const value = values[place] ?? Number.NaN;
      some[count] = place;
      count += value >= from && value <= to ? 1 : 0;
    }
  } else {
    for (const place of places) {
      some[count] = place;
      count += filter.rows[place] ?? 0;
    }
  }
  return some.subarray(0, count);
}
