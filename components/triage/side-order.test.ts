import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { firstView, letterAt, pinSide, seededOrder, shownSides, walkSides } from "./side-order.ts";

const siblings = ["in", "jp", "ma", "th"];
const shown = (view: typeof firstView, room: number) =>
  shownSides("pk", siblings, view, room).map(({ id, letter }) => `${letter} ${id}`);

describe("the seeded order", () => {
  const items = siblings.map((id) => ({ id }));

  test("is the same at every visit and another for another person", () => {
    const order = (seed: string) => seededOrder(items, seed).map(({ id }) => id);
    expect(order("card amina")).toEqual(order("card amina"));
    const orders = new Set(Array.from({ length: 40 }, (_, person) => order(`card ${person}`).join()));
    expect(orders.size).toBeGreaterThan(12);
  });

  test("puts each sibling first about as often", () => {
    const firsts = Array.from({ length: 4000 }, (_, person) => seededOrder(items, `card ${person}`)[0]?.id);
    for (const id of siblings) {
      const share = firsts.filter((first) => first === id).length / firsts.length;
      // A quarter each; four standard deviations of 4 000 draws are .027.
      expect(Math.abs(share - 0.25)).toBeLessThan(0.028);
    }
  });

  test("loses none and does not depend on the order they came in", () => {
    const some = fc.uniqueArray(fc.uuid(), { maxLength: 40 });
    fc.assert(
      fc.property(some, fc.string(), (ids, seed) => {
        const one = seededOrder(
          ids.map((id) => ({ id })),
          seed,
        );
        const other = seededOrder(
          [...ids].reverse().map((id) => ({ id })),
          seed,
        );
        expect(one).toEqual(other);
        expect(one.map(({ id }) => id).sort()).toEqual([...ids].sort());
      }),
    );
  });
});

test("letters run from A, and past Z in numbers", () => {
  expect([0, 1, 25, 26].map(letterAt)).toEqual(["A", "B", "Z", "27"]);
});

describe("the sides", () => {
  test("are as many as there is room for, and keep their letters while one walks", () => {
    expect(shown(firstView, 1)).toEqual(["A pk", "B in"]);
    expect(shown(firstView, 3)).toEqual(["A pk", "B in", "C jp"]);
    expect(shown(walkSides(siblings, firstView, 1, 3), 3)).toEqual(["A pk", "C jp", "D ma"]);
    expect(shown(walkSides(siblings, firstView, -1, 3), 3)).toEqual(["A pk", "E th", "B in"]);
  });

  test("a pinned sibling stands before A and stays while the others walk", () => {
    const pinned = pinSide(siblings, { at: 1, pinned: null });
    expect(shown(pinned, 3)).toEqual(["C jp", "A pk", "D ma"]);
    expect(shown(walkSides(siblings, pinned, 1, 3), 3)).toEqual(["C jp", "A pk", "E th"]);
    expect(shown(walkSides(siblings, pinned, 1, 2), 2)).toEqual(["D ma", "A pk"]);
    expect(shown(pinSide(siblings, pinned), 2)).toEqual(["A pk", "C jp"]);
  });

  test("with one sibling or none there is nothing to walk to", () => {
    expect(shownSides("pk", [], firstView, 3)).toEqual([{ id: "pk", letter: "A", own: true }]);
    const alone = pinSide(["in"], firstView);
    expect(shownSides("pk", ["in"], alone, 3).map(({ id }) => id)).toEqual(["in", "pk"]);
    expect(walkSides(["in"], alone, 1, 3)).toEqual(alone);
  });
});
