import fc from "fast-check";
import { describe, expect, test } from "vitest";
import {
  countSelected,
  headState,
  isSelected,
  mostByHand,
  nothingSelected,
  type Selection,
  selectRange,
  setRows,
  toggleRow,
} from "./selection.ts";

const rows = ["a", "b", "c", "d", "e"].map((id) => ({ id }));
const matching: Selection = { kind: "matching", except: new Set() };

describe("a selection", () => {
  test("takes rows in and out again", () => {
    const one = toggleRow(nothingSelected, "b");
    expect(countSelected(one, 100)).toBe(1);
    expect(countSelected(toggleRow(one, "b"), 100)).toBe(0);
  });

  test("of all that match counts what was taken out by hand", () => {
    const but = toggleRow(matching, "c");
    expect(isSelected(but, "c")).toBe(false);
    expect(isSelected(but, "somewhere far down")).toBe(true);
    expect(countSelected(but, 1204)).toBe(1203);
    expect(countSelected(toggleRow(but, "c"), 1204)).toBe(1204);
  });

  test("a range goes both ways and adds to what was there", () => {
    const one = toggleRow(nothingSelected, "a");
    for (const [from, to] of [
      [2, 4],
      [4, 2],
    ] as const) {
      const range = selectRange(one, rows, from, to);
      expect(rows.filter(({ id }) => isSelected(range, id)).map(({ id }) => id)).toEqual(["a", "c", "d", "e"]);
    }
  });

  test("takes no more by hand than one act may name", () => {
    const many = Array.from({ length: mostByHand + 5 }, (_, index) => `row ${index}`);
    expect(countSelected(setRows(nothingSelected, many, true), 1_000_000)).toBe(mostByHand);
  });

  test("the head knows none, some and all", () => {
    expect(headState(nothingSelected, rows)).toBe("none");
    expect(headState(toggleRow(nothingSelected, "a"), rows)).toBe("some");
    expect(headState(matching, rows)).toBe("all");
    expect(headState(matching, [])).toBe("none");
  });

  test("whatever is toggled, a row is selected exactly when it was toggled an odd number of times", () => {
    const start = fc.constantFrom(nothingSelected, matching);
    const presses = fc.array(fc.constantFrom("a", "b", "c", "d", "e"));
    fc.assert(
      fc.property(start, presses, (selection, ids) => {
        const end = ids.reduce(toggleRow, selection);
        for (const { id } of rows) {
          const odd = ids.filter((each) => each === id).length % 2 === 1;
          expect(isSelected(end, id)).toBe(isSelected(selection, id) !== odd);
        }
      }),
    );
  });
});
