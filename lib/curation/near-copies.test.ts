import fc from "fast-check";
import { expect, test } from "vitest";
import { likenessOf, mostAlike, nearCopies } from "./near-copies.ts";

const table = {
  ids: ["fa", "ur", "ja", "zh"],
  values: [[], [0.78], [null, 0.33], [0.12, 0.95, 0.91]],
};

test("likeness is read from either side; a language apart is not told", () => {
  expect(likenessOf(table, "ur", "fa")).toBe(0.78);
  expect(likenessOf(table, "fa", "ur")).toBe(0.78);
  expect(likenessOf(table, "fa", "ja")).toBeNull();
  expect(likenessOf(table, "fa", "fa")).toBeNull();
  expect(likenessOf(table, "fa", "th")).toBeNull();
});

test("the most alike of those that are shown", () => {
  expect(mostAlike(table, ["fa", "ur", "ja"])).toEqual({ one: "fa", other: "ur", similarity: 0.78 });
  expect(mostAlike(table, ["fa", "ja"])).toBeNull();
  expect(mostAlike(table, ["fa"])).toBeNull();
});

test("copies are groups: each like another of them, in the order shown", () => {
  expect(nearCopies(table, ["zh", "fa", "ur", "ja"], 0.9)).toEqual([["zh", "ur", "ja"]]);
  expect(nearCopies(table, ["fa", "ur", "ja"], 0.9)).toEqual([]);
  expect(nearCopies(table, ["fa", "ur", "ja"], 0.78)).toEqual([["fa", "ur"]]);
});

test("groups are apart, and hold every pair at or above the limit", () => {
  const arbitrary = fc
    .array(fc.array(fc.double({ min: 0, max: 1, noNaN: true }), { minLength: 6, maxLength: 6 }), {
      minLength: 6,
      maxLength: 6,
    })
    .map((rows) => ({ ids: ["0", "1", "2", "3", "4", "5"], values: rows.map((row, i) => row.slice(0, i)) }));
  fc.assert(
    fc.property(arbitrary, fc.double({ min: 0.5, max: 1, noNaN: true }), (made, from) => {
      const groups = nearCopies(made, made.ids, from);
      expect(new Set(groups.flat()).size).toBe(groups.flat().length);
      for (const one of made.ids) {
        for (const other of made.ids) {
          if ((likenessOf(made, one, other) ?? 0) >= from)
            expect(groups.some((group) => group.includes(one) && group.includes(other))).toBe(true);
        }
      }
      for (const group of groups)
        for (const id of group)
          expect(group.some((other) => other !== id && (likenessOf(made, id, other) ?? 0) >= from)).toBe(true);
    }),
  );
});
