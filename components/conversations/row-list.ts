import type { ConversationPage, ConversationRow } from "#lib/schema/conversation-view.ts";

/**
 * The rows of a list that are here: read on from its start, and perhaps from its end; what lies between is not loaded.
 * Rows keep their places until the list is read anew.
 */
export interface RowList {
  /** What was asked for. */
  readonly query: string;
  readonly head: readonly ConversationRow[];
  /** Where to read on; null when the head reaches the end of the list, or its tail. */
  readonly next: string | null;
  /** The last rows, in the order of the list. */
  readonly tail: readonly ConversationRow[];
  readonly tailNext: string | null;
  /** How many rows the list has in all, as far as is known. */
  readonly total: number;
}

export function startList(query: string, page: ConversationPage, matching: number): RowList {
  const list = { query, head: page.rows, next: page.next, tail: [], tailNext: null, total: matching };
  return withTotal(list, matching);
}

/** A count that came later, or from elsewhere. Rows in hand count more than a number. */
export function withTotal(list: RowList, matching: number): RowList {
  const held = list.head.length + list.tail.length;
  const total = list.next === null ? held : Math.max(matching, held + 1);
  return total === list.total ? list : { ...list, total };
}

/** The row at a place of the list; undefined where it is not loaded. */
export function rowAt({ head, tail, total }: RowList, index: number): ConversationRow | undefined {
  return index < head.length ? head[index] : tail[index - (total - tail.length)];
}

/** The place of a row; -1 when it is not loaded. */
export function placeOf(list: RowList, id: string): number {
  const inHead = list.head.findIndex((row) => row.id === id);
  if (inHead !== -1) return inHead;
  const inTail = list.tail.findIndex((row) => row.id === id);
  return inTail === -1 ? -1 : list.total - list.tail.length + inTail;
}

/** The next page of the head. Where it meets the tail, the two become one. */
export function growHead(list: RowList, page: ConversationPage): RowList {
  const meets = page.rows.findIndex((row) => row.id === list.tail[0]?.id);
  if (meets === -1) {
    const grown = { ...list, head: [...list.head, ...page.rows], next: page.next };
    return withTotal(page.next === null ? { ...grown, tail: [], tailNext: null } : grown, list.total);
  }
  const head = [...list.head, ...page.rows.slice(0, meets), ...list.tail];
  return { ...list, head, next: null, tail: [], tailNext: null, total: head.length };
}

/** The next page from the other end, as the reversed sort gives it: last row first. */
export function growTail(list: RowList, page: ConversationPage): RowList {
  const rows = [...page.rows].reverse();
  const last = list.head.at(-1)?.id;
  const meets = rows.findIndex((row) => row.id === last);
  if (meets === -1) return withTotal({ ...list, tail: [...rows, ...list.tail], tailNext: page.next }, list.total);
  const head = [...list.head, ...rows.slice(meets + 1), ...list.tail];
  return { ...list, head, next: null, tail: [], tailNext: null, total: head.length };
}

/** Puts newer rows where the old ones stand; none comes, goes or moves. */
export function updateRows(list: RowList, newer: readonly ConversationRow[]): RowList {
  const byId = new Map(newer.map((row) => [row.id, row]));
  const update = (rows: readonly ConversationRow[]) =>
    rows.some((row) => byId.has(row.id)) ? rows.map((row) => byId.get(row.id) ?? row) : rows;
  return { ...list, head: update(list.head), tail: update(list.tail) };
}

/** Changes one row where it stands. */
export function changeRow(list: RowList, id: string, change: (row: ConversationRow) => ConversationRow): RowList {
  const row = list.head.find((each) => each.id === id) ?? list.tail.find((each) => each.id === id);
  return row === undefined ? list : updateRows(list, [change(row)]);
}
