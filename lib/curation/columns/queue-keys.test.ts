import fc from "fast-check";
import { expect, test } from "vitest";
import type { QueueOrder } from "#lib/schema/queue-order.ts";
import { queueKeys } from "./queue-keys.ts";
import { columnsOf, type MadeRow } from "./testing/columns-of.ts";

/** The places in the order of the queue; what is equal stays as it was. */
function inOrder(rows: readonly MadeRow[], order: QueueOrder, person = "ada"): number[] {
  const key = queueKeys(columnsOf(rows), order, person);
  return rows.map((_, place) => place).sort((a, b) => key(a) - key(b));
}

test("the nearest to a threshold comes first on either side of it, what has no score last", () => {
  const rows = [{ representativeness: 0.9 }, {}, { representativeness: 0.4 }, { representativeness: 0.55 }];
  expect(inOrder(rows, { by: "near", measure: "representativeness", value: 0.5 })).toEqual([3, 2, 0, 1]);
  expect(inOrder(rows, { by: "near", measure: "distinctiveness", value: 0.5 })).toEqual([0, 1, 2, 3]);
});

test("where estimators are furthest apart comes first", () => {
  const rows = [{ disagreement: 0.2 }, {}, { disagreement: 0.8 }, { disagreement: 0 }];
  expect(inOrder(rows, { by: "disagreement" })).toEqual([2, 0, 3, 1]);
});

test("cells are counted by culture and topic, and only what is accepted counts", () => {
  const rows: MadeRow[] = [
    { culture: "jp", topic: "food", status: "accepted" },
    { culture: "jp", topic: "food" },
    { culture: "ke", topic: "food", status: "rejected" },
    { culture: "ke", topic: "food" },
    { culture: "ke", topic: null },
  ];
  expect(inOrder(rows, { by: "thin" })).toEqual([2, 3, 0, 1, 4]);
});

test("each person's shuffle is their own, stays the same and repeats no place", () => {
  const rows = Array.from({ length: 200 }, () => ({}));
  const ada = inOrder(rows, { by: "random" });
  expect(inOrder(rows, { by: "random" })).toEqual(ada);
  expect(inOrder(rows, { by: "random" }, "bo")).not.toEqual(ada);
  expect(ada).not.toEqual(rows.map((_, place) => place));
  const key = queueKeys(columnsOf(rows), { by: "random" }, "ada");
  expect(new Set(rows.map((_, place) => key(place))).size).toBe(rows.length);
});

test("no order hides a conversation: every key is a number", () => {
  const row = fc.record(
    {
      culture: fc.constantFrom("jp", "ke"),
      topic: fc.constantFrom("food", "dress", null),
      representativeness: fc.double({ min: 0, max: 1, noNaN: true }),
      disagreement: fc.double({ min: 0, max: 1, noNaN: true }),
    },
    { requiredKeys: [] },
  );
  const order = fc.constantFrom<QueueOrder>(
    { by: "oldest" },
    { by: "disagreement" },
    { by: "thin" },
    { by: "random" },
    { by: "near", measure: "representativeness", value: 0.3 },
  );
  fc.assert(
    fc.property(fc.array(row, { minLength: 1 }), order, (rows, by) => {
      const key = queueKeys(columnsOf(rows), by, "ada");
      for (const place of rows.keys()) expect(key(place)).not.toBeNaN();
    }),
  );
});
