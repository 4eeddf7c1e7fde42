import fc from "fast-check";
import { expect, test } from "vitest";
import { brierAcrossFolds, calibrate, fitCalibration, rises, usualMethod } from "./calibrate.ts";
import { fitIsotonic } from "./isotonic.ts";
import { fitPlatt } from "./platt.ts";
import { shortageOf } from "./shortage.ts";
import { decided, rated } from "./testing/judged-items.ts";
import { sixty, sixtyRated } from "./testing/sixty.ts";

const asked = [0, 0.1, 0.25, 0.333, 0.5, 0.61, 0.77, 0.9, 1];

test("isotonic regression is scikit-learn's IsotonicRegression, knots and predictions", () => {
  const map = fitIsotonic(sixty);
  const knots = [0.08, 0.28, 0.29, 0.41, 0.43, 0.61, 0.63, 0.72, 0.76, 0.95];
  const levels = [2 / 11, 2 / 11, 0.3, 0.3, 7 / 11, 7 / 11, 8 / 9, 8 / 9, 1, 1];
  expect(map.xs).toEqual(knots);
  map.ys.forEach((y, index) => {
    expect(y).toBeCloseTo(levels[index] ?? 9, 12);
  });
  const predicted = [2 / 11, 2 / 11, 2 / 11, 0.3, 0.6363636363636364, 0.6363636363636364, 1, 1, 1];
  asked.forEach((score, index) => {
    expect(calibrate(map, score)).toBeCloseTo(predicted[index] ?? 9, 10);
  });
});

test("isotonic regression of ratings is scikit-learn's too", () => {
  const map = fitIsotonic(sixtyRated);
  const predicted = [
    0, 0.1666666666666667, 0.2777777777777778, 0.32142857142857145, 0.5357142857142857, 0.6136363636363636,
    0.8055555555555556, 0.837962962962963, 1,
  ];
  asked.forEach((score, index) => {
    expect(calibrate(map, score)).toBeCloseTo(predicted[index] ?? 9, 10);
  });
});

test("pools adjacent violators, by hand", () => {
  // 1, 0, then ½: the first two pool to ½ and then, no lower, the third with them.
  const items = [
    { score: 0.1, outcome: 1 },
    { score: 0.2, outcome: 0 },
    { score: 0.6, outcome: 0.5 },
    { score: 0.8, outcome: 1 },
  ];
  expect(fitIsotonic(items)).toEqual({ method: "isotonic", xs: [0.1, 0.6, 0.8], ys: [0.5, 0.5, 1] });
});

test("Platt scaling is what scikit-learn's LogisticRegression and SciPy's BFGS find for Platt's targets", () => {
  const { slope, intercept } = fitPlatt(sixty);
  expect(slope).toBeCloseTo(4.557362516954928, 6);
  expect(intercept).toBeCloseTo(-1.8595204821594957, 6);
});

test("Platt scaling stays finite where the items are parted, and level where nothing varies", () => {
  const parted = [0, 0.2, 0.4, 0.6, 0.8, 1].map((score) => ({ score, outcome: score > 0.5 ? 1 : 0 }));
  const map = fitPlatt(parted);
  expect(Number.isFinite(map.slope)).toBe(true);
  expect(calibrate(map, 1)).toBeGreaterThan(0.7);
  expect(calibrate(map, 1)).toBeLessThan(1);
  const level = fitPlatt(Array.from({ length: 8 }, () => ({ score: 0.5, outcome: 1 })));
  expect(calibrate(level, 0.5)).toBeCloseTo(0.9, 6); // (8 + 1) / (8 + 2)
});

test("calibrated values lie in [0,1] and never fall as scores rise", () => {
  fc.assert(
    fc.property(fc.oneof(decided, rated), (items) => {
      const isotonic = fitIsotonic(items);
      const platt = fitPlatt(items);
      for (const map of platt.slope >= 0 ? [isotonic, platt] : [isotonic]) {
        let last = 0;
        for (let step = 0; step <= 50; step++) {
          const value = calibrate(map, step / 50);
          expect(value).toBeGreaterThanOrEqual(last - 1e-12);
          expect(value).toBeLessThanOrEqual(1);
          last = value;
        }
      }
    }),
  );
});

test("isotonic regression keeps the mean, and is no further from the outcomes than their mean is", () => {
  fc.assert(
    fc.property(rated, (items) => {
      const map = fitIsotonic(items);
      const fitted = items.map(({ score }) => calibrate(map, score));
      const mean = items.reduce((sum, { outcome }) => sum + outcome, 0) / items.length;
      expect(fitted.reduce((sum, value) => sum + value, 0) / items.length).toBeCloseTo(mean, 9);
      const squares = (of: (index: number) => number) =>
        items.reduce((sum, { outcome }, index) => sum + (of(index) - outcome) ** 2, 0);
      expect(squares((index) => fitted[index] ?? 9)).toBeLessThanOrEqual(squares(() => mean) + 1e-9);
    }),
  );
});

test("neither fit minds the order of the items, nor that each is there twice (isotonic)", () => {
  fc.assert(
    fc.property(decided, (items) => {
      const turned = items.toReversed();
      expect(fitIsotonic(turned)).toEqual(fitIsotonic(items));
      expect(fitIsotonic([...items, ...items])).toEqual(fitIsotonic(items));
      expect(calibrate(fitPlatt(turned), 0.3)).toBeCloseTo(calibrate(fitPlatt(items), 0.3), 6);
    }),
  );
});

test("a map rises only where people agree with the score's direction", () => {
  const turned = sixty.map(({ score, outcome }) => ({ score: 1 - score, outcome }));
  for (const method of ["isotonic", "platt"] as const) expect(rises(fitCalibration(sixty, method))).toBe(true);
  expect(rises(fitPlatt(turned))).toBe(false);
  expect(
    rises(
      fitIsotonic([
        { score: 0.2, outcome: 1 },
        { score: 0.8, outcome: 0 },
      ]),
    ),
  ).toBe(false);
});

test("Brier across folds is that of items left out: ten items in five folds, by hand", () => {
  // Each fold leaves out one accepted item at 1 and one rejected at 0; the others fit 0 → 0 and 1 → 1, so nothing is missed.
  const items = Array.from({ length: 10 }, (_, index) => ({ score: index < 5 ? 1 : 0, outcome: index < 5 ? 1 : 0 }));
  expect(brierAcrossFolds(items, "isotonic")).toBe(0);
  const seen =
    sixty.reduce((sum, { score, outcome }) => sum + (calibrate(fitIsotonic(sixty), score) - outcome) ** 2, 0) / 60;
  expect(brierAcrossFolds(sixty, "isotonic")).toBeGreaterThan(seen);
});

test("what is missing before something can be said", () => {
  expect(shortageOf(sixty, "decisions")).toBeNull();
  expect(shortageOf(sixty.slice(0, 12), "decisions")).toEqual({ of: "items", have: 12, need: 50 });
  const mostly = (outcome: 0 | 1) =>
    sixty.map((item, index) => ({ ...item, outcome: index < 3 ? outcome : 1 - outcome }));
  expect(shortageOf(mostly(0), "decisions")).toEqual({ of: "rejected", have: 3, need: 10 });
  expect(shortageOf(mostly(1), "decisions")).toEqual({ of: "accepted", have: 3, need: 10 });
  expect(shortageOf(sixtyRated, "ratings")).toBeNull();
  expect(
    shortageOf(
      sixty.map(({ score }) => ({ score, outcome: 0.5 })),
      "ratings",
    )?.of,
  ).toBe("variety");
  expect([usualMethod(199), usualMethod(200)]).toEqual(["platt", "isotonic"]);
});
