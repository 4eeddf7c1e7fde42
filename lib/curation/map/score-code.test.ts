import fc from "fast-check";
import { expect, test } from "vitest";
import { codesOfRange, noScore, scoreCode, scoreOfCode, scoreSteps, toStep } from "./score-code.ts";

test("a step has an even code, what lies between two steps the odd one", () => {
  expect([0, 0.0005, 0.001, 0.29, 0.5, 0.9999, 1].map(scoreCode)).toEqual([0, 1, 2, 580, 1000, 1999, 2000]);
  expect(scoreCode(Number.NaN)).toBe(noScore);
  expect(scoreOfCode(580)).toBe(0.29);
});

test("a typed number goes to the nearest step", () => {
  expect([0.3334, 0.0004, -1, 2].map(toStep)).toEqual([0.333, 0, 0, 1]);
});

const step = fc.integer({ min: 0, max: scoreSteps }).map((place) => place / scoreSteps);
/** Scores on the steps, and those that are as near to one as numbers can be. */
const score = fc.oneof(
  step,
  fc.double({ min: 0, max: 1, noNaN: true }),
  step.map((value) => Math.min(1, value + Number.EPSILON)),
  step.map((value) => Math.max(0, value - Number.EPSILON / 4)),
);

test("a code lies in a range exactly when its score does", () => {
  fc.assert(
    fc.property(score, fc.option(step), fc.option(step), (value, from, to) => {
      const { low, high } = codesOfRange({ from, to });
      const code = scoreCode(value);
      expect(code >= low && code <= high).toBe((from === null || value >= from) && (to === null || value <= to));
    }),
    { numRuns: 2000 },
  );
});
