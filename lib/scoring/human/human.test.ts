import fc from "fast-check";
import { expect, test } from "vitest";
import type { Ratings } from "../../schema/decision.ts";
import type { ScoredItem, ScoringContext } from "../estimator.ts";
import { makeItem, unmasked } from "../testing/made-up-corpus.ts";
import { human } from "./index.ts";

const items = ["a", "b", "c", "unrated"].map((id) => makeItem({ id, culture: "jp", response: id }));
const given: Record<string, Ratings[]> = {
  a: [{ importance: 5, distinctiveness: 3, plausibility: 4 }, { importance: 4 }, { importance: 3, plausibility: 5 }],
  b: [{ importance: 2, distinctiveness: 1 }],
  c: [{ distinctiveness: 5 }],
};
const rated: ScoringContext = { ...unmasked, ratings: ({ id }) => given[id] ?? [] };

async function scoresOf(context: ScoringContext): Promise<Map<string, ScoredItem>> {
  const { scores } = await human.fit(() => items, context);
  return new Map([...scores].map((score) => [score.id, score]));
}

test("ratings from 1 to 5 become shares, the mean over annotators, each measure of those who rated it", async () => {
  const scores = await scoresOf(rated);
  // Importance (5, 4, 3): (1 + ¾ + ½) / 3; plausibility (4, 5): (¾ + 1) / 2; by hand.
  expect(scores.get("a")?.representativeness).toMatchObject({ computed: true, value: 0.75, percentile: 0.75 });
  expect(scores.get("a")?.distinctiveness).toMatchObject({ computed: true, value: 0.5, percentile: 0.5 });
  expect(scores.get("a")?.parts).toMatchObject({ plausibility: 0.875, plausibilityRatings: 2, importanceRatings: 3 });
  expect(scores.get("b")?.representativeness).toMatchObject({ value: 0.25, percentile: 0.25 });
});

test("one rating has an interval that says how little it is", async () => {
  const found = (await scoresOf(rated)).get("c")?.distinctiveness;
  if (found?.computed !== true) throw new Error("not computed");
  expect(found.interval?.low).toBeLessThan(0.3);
  expect(found.interval?.high).toBe(1);
});

test("what nobody rated is null with a reason, measure by measure", async () => {
  const scores = await scoresOf(rated);
  expect(scores.get("unrated")?.representativeness).toEqual({
    computed: false,
    reason: "Nobody has rated the importance of this text yet.",
  });
  expect(scores.get("c")?.representativeness.computed).toBe(false);
  expect(scores.get("c")?.distinctiveness.computed).toBe(true);
  expect([...(await scoresOf(unmasked)).values()].some((score) => score.distinctiveness.computed)).toBe(false);
});

test("the stored model places a new rating among those it was fitted on", async () => {
  const { model } = await human.fit(() => items, rated);
  const later: ScoringContext = { ...unmasked, ratings: () => [{ importance: 5 }] };
  const [score] = human.fromBytes(model.toBytes(), later).score([{ item: makeItem({ id: "new" }), fittedAs: null }]);
  expect(score?.representativeness).toMatchObject({ value: 1, percentile: 1 });
});

test("a higher rating never lowers a measure, and the order of annotators is nothing", async () => {
  const rating = fc.integer({ min: 1, max: 5 });
  await fc.assert(
    fc.asyncProperty(fc.array(rating, { minLength: 1, maxLength: 8 }), async (importances) => {
      const importanceOf = async (values: readonly number[]) => {
        const context = { ...unmasked, ratings: () => values.map((importance) => ({ importance })) };
        const [score] = [...(await human.fit(() => items.slice(0, 1), context)).scores];
        return score?.representativeness.computed ? score.representativeness.value : Number.NaN;
      };
      const value = await importanceOf(importances);
      const [first = 1, ...rest] = importances;
      expect(await importanceOf([Math.min(5, first + 1), ...rest])).toBeGreaterThanOrEqual(value);
      expect(await importanceOf(importances.toReversed())).toBeCloseTo(value, 12);
    }),
    { numRuns: 40 },
  );
});
