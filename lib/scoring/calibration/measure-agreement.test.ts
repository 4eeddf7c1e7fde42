import { expect, test } from "vitest";
import { measureAgreement } from "./measure-agreement.ts";
import { sixty, sixtyRated } from "./testing/sixty.ts";

test("tells of decisions what order, area and threshold come to", () => {
  const found = measureAgreement(sixty, "decisions");
  expect(found).toMatchObject({ items: 60, accepted: 35, shortage: null, suggested: { threshold: 0.43 } });
  expect(found.rank?.value).toBeCloseTo(0.4432741660152095, 10);
  expect(found.auroc?.value).toBeCloseTo(0.7594285714285715, 10);
});

test("tells of ratings only how they are ordered", () => {
  const found = measureAgreement(sixtyRated, "ratings");
  expect(found).toMatchObject({ items: 60, accepted: null, shortage: null, auroc: null, suggested: null });
  expect(found.rank?.value).toBeCloseTo(0.7027034582585817, 10);
});

test("says nothing of too few", () => {
  expect(measureAgreement(sixty.slice(0, 12), "decisions")).toEqual({
    items: 12,
    accepted: 7,
    shortage: { of: "items", have: 12, need: 50 },
    rank: null,
    auroc: null,
    suggested: null,
  });
});
