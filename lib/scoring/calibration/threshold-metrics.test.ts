import fc from "fast-check";
import { expect, test } from "vitest";
import { auroc } from "./auroc.ts";
import { suggestThreshold } from "./suggest-threshold.ts";
import { decided } from "./testing/judged-items.ts";
import { sixty } from "./testing/sixty.ts";
import { thresholdMetrics } from "./threshold-metrics.ts";

test("is scikit-learn's precision, recall and F1, with SciPy's Wilson intervals", () => {
  const found = thresholdMetrics(sixty, 0.5);
  expect(found).toMatchObject({ truePositives: 23, falsePositives: 8, falseNegatives: 12, trueNegatives: 17 });
  expect(found.precision?.value).toBeCloseTo(0.7419354838709677, 12);
  expect(found.recall?.value).toBeCloseTo(0.6571428571428571, 12);
  expect(found.f1?.value).toBeCloseTo(0.6969696969696969, 12);
  expect(found.recall?.interval.low).toBeCloseTo(0.4915194951399626, 10);
  expect(found.recall?.interval.high).toBeCloseTo(0.7916830501295105, 10);
  // SciPy's interval of 23 in 43, carried over by 2J / (1 + J).
  const over = (overlap: number) => (2 * overlap) / (1 + overlap);
  expect(found.f1?.interval.low).toBeCloseTo(over(0.3891564047231396), 10);
  expect(found.f1?.interval.high).toBeCloseTo(over(0.6748894229587815), 10);
});

test("has no precision above all scores, and no recall where nothing was accepted", () => {
  expect(thresholdMetrics([{ score: 0.5, outcome: 1 }], 0.6)).toMatchObject({ precision: null, recall: { value: 0 } });
  expect(thresholdMetrics([{ score: 0.5, outcome: 0 }], 0.2)).toMatchObject({ recall: null, precision: { value: 0 } });
});

test("recall never rises with the threshold, and counts always come to the items", () => {
  fc.assert(
    fc.property(
      decided,
      fc.double({ min: 0, max: 1, noNaN: true }),
      fc.double({ min: 0, max: 1, noNaN: true }),
      (all, a, b) => {
        const lower = thresholdMetrics(all, Math.min(a, b));
        const upper = thresholdMetrics(all, Math.max(a, b));
        expect(upper.recall?.value ?? 0).toBeLessThanOrEqual(lower.recall?.value ?? 0);
        const { truePositives, falsePositives, falseNegatives, trueNegatives } = lower;
        expect(truePositives + falsePositives + falseNegatives + trueNegatives).toBe(all.length);
        expect(trueNegatives).toBeGreaterThanOrEqual(0);
      },
    ),
  );
});

test("the suggested threshold is where scikit-learn's roc_curve has the largest distance from chance", () => {
  expect(suggestThreshold(sixty, auroc(sixty))).toBe(0.43);
});

test("nothing is suggested where the score may be no better than chance", () => {
  const turned = sixty.map(({ score, outcome }) => ({ score, outcome: 1 - outcome }));
  expect(suggestThreshold(turned, auroc(turned))).toBeNull();
  expect(suggestThreshold(sixty.slice(0, 8), auroc(sixty.slice(0, 8)))).toBeNull();
});

test("no other threshold parts the items better", () => {
  fc.assert(
    fc.property(decided, (all) => {
      const threshold = suggestThreshold(all, auroc(all));
      if (threshold === null) return;
      const parted = (at: number) => {
        const { recall, falsePositives, trueNegatives } = thresholdMetrics(all, at);
        return (recall?.value ?? 0) - falsePositives / (falsePositives + trueNegatives);
      };
      for (const { score } of all) expect(parted(score)).toBeLessThanOrEqual(parted(threshold) + 1e-9);
    }),
  );
});
