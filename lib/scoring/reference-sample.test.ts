import { expect, test } from "vitest";
import { ReferenceSample } from "./reference-sample.ts";

function sampled(limit: number, ids: readonly string[]): string[] {
  const sample = new ReferenceSample<number>(limit);
  for (const [i, id] of ids.entries()) sample.add(id, i);
  return sample.list().map(({ id }) => id);
}

const ids = Array.from({ length: 5000 }, (_, i) => `item-${i}`);

test("does not depend on the order, and a smaller sample begins a larger one", () => {
  const sample = sampled(100, ids);
  expect(sample).toHaveLength(100);
  expect(sampled(100, ids.toReversed())).toEqual(sample);
  expect(sampled(300, ids).slice(0, 100)).toEqual(sample);
});

test("keeps a short stream whole", () => {
  expect(sampled(100, ids.slice(0, 40)).sort()).toEqual(ids.slice(0, 40).sort());
});

test("favours no part of the stream", () => {
  // Each half should hold about 50 of 100; 30 is four standard deviations (5) off.
  const early = sampled(100, ids).filter((id) => Number(id.slice(5)) < 2500).length;
  expect(early).toBeGreaterThan(30);
  expect(early).toBeLessThan(70);
});
