import fc from "fast-check";
import { expect, test } from "vitest";
import { auroc } from "./auroc.ts";
import { decided } from "./testing/judged-items.ts";
import { sixty } from "./testing/sixty.ts";

const items = (accepted: number[], rejected: number[]) => [
  ...accepted.map((score) => ({ score, outcome: 1 })),
  ...rejected.map((score) => ({ score, outcome: 0 })),
];

test("is the share of pairs in the right order, ties half", () => {
  // Pairs: .9 beats both, .5 ties with .5 and beats .2, so (2 + 1.5) / 4, by hand.
  expect(auroc(items([0.9, 0.5], [0.5, 0.2]))?.value).toBe(0.875);
});

test("is scikit-learn's roc_auc_score, with DeLong's interval by its plain definition in NumPy", () => {
  const found = auroc(sixty);
  expect(found?.value).toBeCloseTo(0.7594285714285715, 12);
  expect(found?.interval.low).toBeCloseTo(0.6164035708425145, 10);
  expect(found?.interval.high).toBeCloseTo(0.8611396085328064, 10);
});

test("parted items leave room for doubt by Wilson, and one item of a side says nothing", () => {
  const found = auroc(items([0.8, 0.9, 0.95], [0.1, 0.2, 0.3, 0.4]));
  expect(found?.value).toBe(1);
  // 3 of 3: low = 1 / (1 + z² / 3), by hand.
  expect(found?.interval).toEqual({ low: expect.closeTo(1 / (1 + 1.959963984540054 ** 2 / 3), 12), high: 1 });
  expect(auroc(items([0.9], [0.1, 0.2]))).toBeNull();
  expect(auroc(items([0.9, 0.8], [0.1]))).toBeNull();
});

test("stays within its interval and that within [0,1]; turned labels, or turned scores, turn it round ½", () => {
  fc.assert(
    fc.property(decided, (all) => {
      const found = auroc(all);
      const turned = auroc(all.map(({ score, outcome }) => ({ score, outcome: 1 - outcome })));
      const mirrored = auroc(all.map(({ score, outcome }) => ({ score: 1 - score, outcome })));
      if (found === null) {
        expect([turned, mirrored]).toEqual([null, null]);
        return;
      }
      expect(found.interval.low).toBeGreaterThanOrEqual(0);
      expect(found.interval.high).toBeLessThanOrEqual(1);
      expect(found.value).toBeGreaterThanOrEqual(found.interval.low);
      expect(found.value).toBeLessThanOrEqual(found.interval.high);
      for (const other of [turned, mirrored]) {
        expect(other?.value).toBeCloseTo(1 - found.value, 10);
        expect(other?.interval.low).toBeCloseTo(1 - found.interval.high, 10);
        expect(other?.interval.high).toBeCloseTo(1 - found.interval.low, 10);
      }
    }),
  );
});

test("does not mind the order of the items, nor a score stretched without changing its order", () => {
  fc.assert(
    fc.property(decided, fc.infiniteStream(fc.nat()), (all, keys) => {
      const shuffled = all.map((item) => ({ item, key: keys.next().value })).toSorted((a, b) => a.key - b.key);
      expect(auroc(shuffled.map(({ item }) => item))).toEqual(auroc(all));
      expect(auroc(all.map(({ score, outcome }) => ({ score: score ** 3, outcome })))).toEqual(auroc(all));
    }),
  );
});
