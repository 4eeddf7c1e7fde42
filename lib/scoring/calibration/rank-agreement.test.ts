import { expect, test } from "vitest";
import { rankAgreement } from "./rank-agreement.ts";
import { sixty, sixtyRated } from "./testing/sixty.ts";

test("is SciPy's spearmanr, with Bonett and Wright's interval worked in NumPy", () => {
  const found = rankAgreement(sixty);
  expect(found?.value).toBeCloseTo(0.4432741660152095, 10);
  expect(found?.low).toBeCloseTo(0.20144763256988701, 10);
  expect(found?.high).toBeCloseTo(0.6341669482474344, 10);
  expect(rankAgreement(sixtyRated)?.value).toBeCloseTo(0.7027034582585817, 10);
});

test("turns its sign with the outcomes, ends included", () => {
  const found = rankAgreement(sixty);
  const turned = rankAgreement(sixty.map(({ score, outcome }) => ({ score, outcome: 1 - outcome })));
  expect(turned?.value).toBeCloseTo(-(found?.value ?? 9), 12);
  expect(turned?.low).toBeCloseTo(-(found?.high ?? 9), 12);
});

test("says nothing of three items or of a side that does not vary; perfect order has no room left", () => {
  expect(rankAgreement(sixty.slice(0, 3))).toBeNull();
  expect(rankAgreement(sixty.map(({ score }) => ({ score, outcome: 1 })))).toBeNull();
  expect(rankAgreement([0.1, 0.2, 0.3, 0.4].map((score) => ({ score, outcome: score })))).toEqual({
    value: 1,
    low: 1,
    high: 1,
  });
});
