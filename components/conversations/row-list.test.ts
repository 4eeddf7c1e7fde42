import { expect, test } from "vitest";
import type { ConversationPage, ConversationRow } from "#lib/schema/conversation-view.ts";
import { changeRow, growHead, growTail, placeOf, rowAt, startList, updateRows, withTotal } from "./row-list.ts";

const row = (number: number, question = "?"): ConversationRow => ({
  id: `row ${number}`,
  externalId: null,
  culture: { code: "jp", name: "Japan", endonym: "日本", language: "ja" },
  topic: null,
  language: "ja",
  question,
  questionKey: null,
  source: null,
  method: null,
  status: "pending",
  edited: false,
  flagged: false,
  version: 1,
  representativeness: null,
  distinctiveness: null,
  unscored: { representativeness: null, distinctiveness: null },
  decidedBy: null,
  assignee: null,
  updatedAt: "2026-11-20T00:00:00.000Z",
});
const page = (from: number, to: number, next: string | null): ConversationPage => ({
  rows: Array.from({ length: to - from }, (_, index) => row(from + index)),
  next,
});
const ids = (list: { head: readonly ConversationRow[] }) => list.head.map(({ id }) => id);

test("is read on from the start", () => {
  const list = growHead(startList("q", page(0, 2, "after 1"), 4), page(2, 4, null));
  expect(ids(list)).toEqual(["row 0", "row 1", "row 2", "row 3"]);
  expect(list).toMatchObject({ next: null, total: 4 });
});

test("read from the end, its last rows lie at the end, and between is a gap", () => {
  // The reversed sort gives the last row first.
  const list = growTail(startList("q", page(0, 2, "after 1"), 10), { rows: [row(9), row(8)], next: "before 8" });
  expect(rowAt(list, 8)?.id).toBe("row 8");
  expect(rowAt(list, 9)?.id).toBe("row 9");
  expect(rowAt(list, 5)).toBeUndefined();
  expect(placeOf(list, "row 9")).toBe(9);
  expect(placeOf(list, "row 5")).toBe(-1);
});

test("start and end that meet become one list, without a row twice", () => {
  const ends = growTail(startList("q", page(0, 2, "after 1"), 6), { rows: [row(5), row(4), row(3)], next: "before 3" });
  const met = growHead(ends, page(2, 5, "after 4"));
  expect(ids(met)).toEqual(["row 0", "row 1", "row 2", "row 3", "row 4", "row 5"]);
  expect(met).toMatchObject({ next: null, tail: [], total: 6 });
  const short = growTail(startList("q", page(0, 3, "after 2"), 4), {
    rows: [row(3), row(2), row(1), row(0)],
    next: null,
  });
  expect(ids(short)).toEqual(["row 0", "row 1", "row 2", "row 3"]);
});

test("rows in hand count more than a number", () => {
  const list = startList("q", page(0, 3, null), 9);
  expect(list.total).toBe(3);
  expect(withTotal(startList("q", page(0, 3, "after 2"), 9), 2).total).toBe(4);
});

test("newer rows stand where the old ones stood", () => {
  const list = startList("q", page(0, 3, null), 3);
  const updated = updateRows(list, [row(1, "new"), row(7, "elsewhere")]);
  expect(updated.head.map(({ question }) => question)).toEqual(["?", "new", "?"]);
  expect(ids(changeRow(list, "row 2", (held) => ({ ...held, status: "accepted" })))).toEqual(ids(list));
  expect(changeRow(list, "row 9", (held) => held)).toBe(list);
});
