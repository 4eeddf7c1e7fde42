import { describe, expect, test } from "vitest";
import type { ScoredItem, ScoringContext, ScoringItem } from "../estimator.ts";
import { makeItem, unmasked } from "../testing/made-up-corpus.ts";
import { siblings } from "./index.ts";

const vectors: Record<string, readonly number[]> = {
  arroz: [1, 0, 0],
  rice: [0.8, 0.6, 0],
  bread: [0, 1, 0],
  croissant: [0, 0.6, 0.8],
  song: [-1, 0, 0],
};
const embedded: ScoringContext = {
  ...unmasked,
  answerVector: ({ response }) => {
    const vector = vectors[response];
    return vector === undefined ? null : Float32Array.from(vector);
  },
};
const answer = (culture: string, response: string, language = "en", id = `${culture} ${response}`) =>
  makeItem({ id, culture, response, language, questionKey: "breakfast" });

async function scoresOf(items: readonly ScoringItem[], context = embedded): Promise<Map<string, ScoredItem>> {
  const { scores } = await siblings.fit(() => items, context);
  return new Map([...scores].map((score) => [score.id, score]));
}

describe("with embeddings handed in", () => {
  test("answers are compared by meaning, across languages: 1 − the mean of the best matches", async () => {
    const scores = await scoresOf([
      answer("mx", "arroz", "es"),
      answer("jp", "rice"),
      answer("jp", "bread"),
      answer("fr", "croissant", "fr"),
    ]);
    // Mexico: best of Japan 0.8, of France 0. Without pairs enough b = 0 and b′ = 1.
    expect(scores.get("mx arroz")?.distinctiveness).toMatchObject({ value: expect.closeTo(0.6, 6) });
    expect(scores.get("mx arroz")?.parts).toMatchObject({
      basis: "embedding",
      nearestCulture: "jp",
      nearestSimilarity: expect.closeTo(0.8, 6),
      byNearest: expect.closeTo(0.2, 6),
      cultures: 2,
    });
    // France: best of Japan is bread, 0.6; opposite directions count as unlike.
    expect(scores.get("fr croissant")?.parts.nearestSimilarity).toBeCloseTo(0.6, 6);
  });

  test("opposite is unlike, not less than unlike; the culture's own answers are no part of it", async () => {
    const scores = await scoresOf([answer("mx", "arroz"), answer("mx", "arroz", "en", "again"), answer("fr", "song")]);
    expect(scores.get("mx arroz")?.distinctiveness).toMatchObject({ value: 1 });
    expect(scores.get("mx arroz")?.parts.cultures).toBe(1);
  });

  test("an answer without an embedding has no score, with the reason, and lends nothing", async () => {
    const scores = await scoresOf([answer("mx", "arroz"), answer("fr", "unread"), answer("jp", "rice")]);
    expect(scores.get("fr unread")?.distinctiveness).toEqual({
      computed: false,
      reason: "The answer has no embedding yet.",
    });
    expect(scores.get("mx arroz")?.parts.cultures).toBe(1);
  });

  test("a model scores again what it was fitted on, and refuses the other basis", async () => {
    const items = [answer("mx", "arroz", "es"), answer("jp", "rice")];
    const { model, scores } = await siblings.fit(() => items, embedded);
    const edited = items.map((item) => ({ item, fittedAs: item }));
    expect(siblings.fromBytes(model.toBytes(), embedded).score(edited)).toEqual([...scores]);
    expect(() => siblings.fromBytes(model.toBytes(), unmasked)).toThrow("compares answers by embedding");
  });
});

test("without embeddings the same answers have nothing in common, or cannot be compared", async () => {
  const scores = await scoresOf([answer("mx", "arroz", "es"), answer("jp", "rice"), answer("us", "bread")], unmasked);
  expect(scores.get("mx arroz")?.distinctiveness.computed).toBe(false);
  expect(scores.get("jp rice")?.distinctiveness).toMatchObject({ value: 1 });
  expect(scores.get("jp rice")?.parts).not.toHaveProperty("basis");
});
