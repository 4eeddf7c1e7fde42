import fc from "fast-check";
import { expect, test } from "vitest";
import { krippendorffAlpha } from "./krippendorff-alpha.ts";

const missing = Number.NaN;
/** Four observers and twelve units, with gaps: the worked example of Krippendorff (2011). */
const observers = [
  [1, 2, 3, 3, 2, 1, 4, 1, 2, missing, missing, missing],
  [1, 2, 3, 3, 2, 2, 4, 1, 2, 5, missing, 3],
  [missing, 3, 3, 3, 2, 3, 4, 2, 2, 5, 1, missing],
  [1, 2, 3, 3, 2, 4, 4, 1, 2, 5, 1, missing],
];
const units = Array.from({ length: 12 }, (_, unit) =>
  observers.map((values) => values[unit] ?? missing).filter((value) => !Number.isNaN(value)),
);

test.each([
  ["nominal", 0.743],
  ["ordinal", 0.815],
  ["interval", 0.849],
] as const)("of the published example, %s α is %f", (level, alpha) => {
  expect(krippendorffAlpha(units, level)).toBeCloseTo(alpha, 3);
});

test("by hand: two raters, three of four alike", () => {
  // Pairs (1,1) (2,2) (2,2) (1,2): coincidences o12 = 1 each way, n1 = 3, n2 = 5; α = 1 − 7 · 1 / (3 · 5).
  const pairs = [
    [1, 1],
    [2, 2],
    [2, 2],
    [1, 2],
  ];
  expect(krippendorffAlpha(pairs, "nominal")).toBeCloseTo(1 - 7 / 15, 12);
});

test("where nothing differs, or nothing is rated twice, agreement cannot be told", () => {
  expect(krippendorffAlpha([], "ordinal")).toBeNull();
  expect(krippendorffAlpha([[1], [2], [5]], "ordinal")).toBeNull();
  expect(
    krippendorffAlpha(
      [
        [4, 4],
        [4, 4],
      ],
      "ordinal",
    ),
  ).toBeNull();
});

test("at most 1, whoever is asked first, and whichever end of the scale is called 1", () => {
  const rating = fc.integer({ min: 1, max: 5 });
  fc.assert(
    fc.property(fc.array(fc.array(rating, { maxLength: 4 }), { maxLength: 12 }), (rated) => {
      const alpha = krippendorffAlpha(rated, "ordinal");
      const turned = krippendorffAlpha(rated.map((values) => values.map((value) => 6 - value)).toReversed(), "ordinal");
      if (alpha === null || turned === null) {
        expect(turned).toBe(alpha);
        return;
      }
      expect(alpha).toBeLessThanOrEqual(1 + 1e-12);
      expect(turned).toBeCloseTo(alpha, 9);
    }),
  );
});
