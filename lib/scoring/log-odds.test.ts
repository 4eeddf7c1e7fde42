import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { clampLogOdds, logOdds, logOddsPart, priorWeight } from "./log-odds.ts";

describe("logOdds", () => {
  test("is the z-score of Monroe, Colaresi and Quinn", () => {
    // 30 of 1,000 words against 10 of 2,000, prior 2 of 100; worked from the formula with Python's math module.
    expect(logOdds(30, 1000, 10, 2000, 2, 100)).toBeCloseTo(4.878110418242737, 10);
  });

  test("is 0 for a word used alike", () => {
    expect(logOdds(10, 1000, 10, 1000, 5, 500)).toBeCloseTo(0, 12);
  });

  test("turns its sign when the sides are swapped, and is finite", () => {
    const count = fc.nat({ max: 500 });
    fc.assert(
      fc.property(count, count, count, count, count, (own, ownOthers, rest, restOthers, prior) => {
        const total = prior * 3;
        const z = logOdds(own, own + ownOthers, rest, rest + restOthers, prior, total);
        expect(z).toBeCloseTo(-logOdds(rest, rest + restOthers, own, own + ownOthers, prior, total), 10);
        expect(Number.isFinite(z)).toBe(true);
      }),
    );
  });
});

test("clampLogOdds keeps z within 5 of 0", () => {
  expect([-9, -5, 0.5, 7].map(clampLogOdds)).toEqual([-5, -5, 0.5, 5]);
});

test("logOddsPart is 2 · sigmoid(mean) − 1, never below 0", () => {
  expect(logOddsPart(4, 2)).toBeCloseTo(2 / (1 + Math.exp(-2)) - 1, 12);
  expect(logOddsPart(50, 10)).toBeCloseTo(0.9866142981514305, 12); // 2 / (1 + e⁻⁵) − 1, by Python
  expect(logOddsPart(-4, 2)).toBe(0);
  expect(logOddsPart(0, 0)).toBe(0);
});

test("priorWeight is a tenth of the corpus, at most 500", () => {
  expect([80, 5000, 1e6].map(priorWeight)).toEqual([8, 500, 500]);
});
