import { readSort, type SortColumn } from "#lib/schema/sort-columns.ts";

export type SortKey = SortColumn["by"];
export type SortDirection = SortColumn["direction"];

export const newestFirst: readonly SortColumn[] = [{ by: "added", direction: "descending" }];

/** What can be sorted by: its name, and what each direction means in words. */
export const sortNames: Readonly<Record<SortKey, { name: string; ascending: string; descending: string }>> = {
  added: { name: "Added", ascending: "oldest first", descending: "newest first" },
  updated: { name: "Updated", ascending: "longest ago first", descending: "latest first" },
  representativeness: { name: "Representative", ascending: "lowest first", descending: "highest first" },
  distinctiveness: { name: "Distinctive", ascending: "lowest first", descending: "highest first" },
  culture: { name: "Culture", ascending: "A to Z", descending: "Z to A" },
  status: { name: "Status", ascending: "pending first", descending: "rejected first" },
};

/** Reads `culture.ascending,updated.descending`; anything else is newest first. */
export function parseSort(text: string | null): readonly SortColumn[] {
  return readSort(text ?? "") ?? newestFirst;
}

const turned = { ascending: "descending", descending: "ascending" } as const;

/** Names are read from A, everything else from the most or the latest. */
export function firstDirection(by: SortKey): SortDirection {
  return by === "culture" || by === "status" ? "ascending" : "descending";
}

/**
 * The sort after a press on a column's head: sorted, turned round, then newest first again. With `add` the column joins
 * as the second, is turned round, then leaves; the first stays.
 */
export function pressSort(sort: readonly SortColumn[], by: SortKey, add = false): readonly SortColumn[] {
  const at = sort.findIndex((column) => column.by === by);
  const held = sort[at];
  const fresh = { by, direction: firstDirection(by) };
  if (held === undefined) return add ? [...sort.slice(0, 1), fresh] : [fresh];
  if (held.direction === fresh.direction || (add && at === 0)) {
    const other = { by, direction: turned[held.direction] };
    return add ? sort.map((column) => (column === held ? other : column)) : [other];
  }
  if (!add) return newestFirst;
  return sort.filter((column) => column !== held);
}

/** The same rows from the other end. */
export function reversedSort(sort: readonly SortColumn[]): readonly SortColumn[] {
  return sort.map(({ by, direction }) => ({ by, direction: turned[direction] }));
}

/** The sort as a sentence: `Culture, A to Z, then Representative, highest first`. */
export function sortWords(sort: readonly SortColumn[]): string {
  return sort.map(({ by, direction }) => `${sortNames[by].name}, ${sortNames[by][direction]}`).join(", then ");
}
