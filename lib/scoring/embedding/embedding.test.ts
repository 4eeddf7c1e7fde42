import fc from "fast-check";
import { describe, expect, test } from "vitest";
import type { ScoredItem, ScoringContext, ScoringItem } from "../estimator.ts";
import { fixedChance } from "../testing/fixed-chance.ts";
import { makeItem, unmasked } from "../testing/made-up-corpus.ts";
import { toUnit } from "../unit-vector.ts";
import { embedding, fitEmbedding } from "./index.ts";

/** Vectors by the text of an answer or a question. */
function embedded(vectors: ReadonlyMap<string, Float32Array>): ScoringContext {
  const of = (text: string) => vectors.get(text) ?? null;
  return { ...unmasked, answerVector: ({ response }) => of(response), questionVector: ({ question }) => of(question) };
}

interface World {
  items: ScoringItem[];
  context: ScoringContext;
}

/** Items around one direction for each culture: at `spread` 0 all the same, at 1 mostly noise. */
function makeWorld({ cultures = ["fr", "jp", "ke"], each = 25, dimensions = 16, spread = 0.5, seed = 5 } = {}): World {
  const chance = fixedChance(seed);
  const random = () => Float32Array.from({ length: dimensions }, () => chance() + chance() + chance() - 1.5);
  const vectors = new Map<string, Float32Array>();
  const items = cultures.flatMap((culture) => {
    const centre = toUnit(random());
    return Array.from({ length: each }, (_, n) => {
      const noise = toUnit(random());
      const response = `${culture} ${n}`;
      vectors.set(response, toUnit(centre.map((value, i) => (1 - spread) * value + spread * (noise[i] ?? 0))));
      return makeItem({ id: `${culture}-${n}`, culture, response, topic: n % 3 === 0 ? null : `topic-${n % 4}` });
    });
  });
  return { items, context: embedded(vectors) };
}

async function scoresOf({ items, context }: World): Promise<Map<string, ScoredItem>> {
  const { scores } = await embedding.fit(() => items, context);
  return new Map([...scores].map((score) => [score.id, score]));
}

const computedOf = (score: ScoredItem | undefined, measure: "representativeness" | "distinctiveness") => {
  const found = score?.[measure];
  return found?.computed ? found.value : null;
};

describe("against an independent tool", () => {
  // 60 vectors of 8 numbers by formula, three cultures in turn. Expected values from scikit-learn 1.2.1: silhouette_samples and
  // NearestNeighbors with the cosine distance; purity and margin from these and NumPy, on the vectors as halves.
  const items = Array.from({ length: 60 }, (_, i) =>
    makeItem({ id: String(i), culture: ["a", "b", "c"][i % 3] ?? "", response: String(i) }),
  );
  const vectors = new Map(
    items.map(({ response }, i) => [
      response,
      toUnit(
        Float32Array.from(
          { length: 8 },
          (_, j) => (j === i % 3 ? 1.2 : 0) + Math.sin(i * i * 0.37 + j * 1.3 * (i + 1)),
        ),
      ),
    ]),
  );

  test.each([
    [0, 0.475, 0.775, 0.118556701, -0.216916594, -0.128335147, 0.5875, 0.059278351],
    [1, 0.325, 0.9, 0.712121212, 0.415752184, 0.24786745, 0.540625, 0.563936698],
    [2, 0.775, 0.25, 0.614864865, 0.484050996, 0.220501297, 0.578125, 0.54945793],
    [17, 0.625, 0.475, 0.712121212, 0.514385101, 0.244244886, 0.56875, 0.613253157],
    [40, 0.175, 0.3, 0, -0.317527537, -0.132783795, 0.221875, 0],
  ])("item %d", async (item, typicality, coverage, purity, margin, silhouette, r, d) => {
    const score = (await scoresOf({ items, context: embedded(vectors) })).get(String(item));
    expect(score?.parts.typicality).toBeCloseTo(typicality, 6);
    expect(score?.parts.coverage).toBeCloseTo(coverage, 6);
    expect(score?.parts.neighbourPurity).toBeCloseTo(purity, 6);
    expect(score?.parts.centroidMargin).toBeCloseTo(margin, 6);
    expect(score?.parts.silhouette).toBeCloseTo(silhouette, 6);
    expect(computedOf(score, "representativeness")).toBeCloseTo(r, 6);
    expect(computedOf(score, "distinctiveness")).toBeCloseTo(d, 6);
  });
});

test("cultures far apart are wholly distinct, whatever language they write in; cultures of one direction are not at all", async () => {
  const apart = makeWorld({ spread: 0.1 });
  const items = apart.items.map((item, n) => ({ ...item, language: ["en", "ja", "sw"][n % 3] ?? "" }));
  for (const score of (await scoresOf({ ...apart, items })).values())
    expect(computedOf(score, "distinctiveness")).toBeGreaterThan(0.9);
  const mixed = makeWorld({ spread: 1, dimensions: 8 });
  const values = [...(await scoresOf(mixed)).values()].map((score) => computedOf(score, "distinctiveness") ?? 1);
  expect(values.reduce((sum, value) => sum + value, 0) / values.length).toBeLessThan(0.2);
});

test("an item in the middle of its culture is more typical than one apart; a copy adds no coverage", async () => {
  const { items, context } = makeWorld();
  const [first, second] = [items[0], items[1]];
  const copied = items.map((item) => (item === second ? { ...item, response: first?.response ?? "" } : item));
  const scores = await scoresOf({ items: copied, context });
  expect(scores.get("fr-0")?.parts.coverage).toBeLessThanOrEqual(1 / 25);
  expect(scores.get("fr-0")?.parts.coverage).toBe(scores.get("fr-1")?.parts.coverage);
});

test("an item's own vector is no part of what it is compared with", async () => {
  // A lone item of another culture's making: were it counted, it would be its own neighbour.
  const { items, context } = makeWorld({ spread: 0.2 });
  const stranger = { ...(items[30] ?? makeItem({ id: "" })), id: "stranger", culture: "fr" };
  const score = (await scoresOf({ items: [...items, stranger], context })).get("stranger");
  expect(score?.parts).toMatchObject({ neighbourPurity: 0, nearestCulture: "jp" });
  expect(score?.parts.centroidMargin).toBeLessThan(-0.5);
  expect(computedOf(score, "distinctiveness")).toBe(0);
});

test("the question counts 0.3 of an item, and one without a vector leaves the item without", async () => {
  const { items, context } = makeWorld();
  const asked = items.map((item) => ({ ...item, question: "asked" }));
  const missing = await scoresOf({ items: asked, context: { ...context, answerVector: () => null } });
  expect(missing.get("fr-0")?.distinctiveness).toEqual({ computed: false, reason: "The text has no embedding yet." });
  const same = await scoresOf({
    items: asked,
    context: { ...context, questionVector: () => toUnit(new Float32Array(16).fill(1)) },
  });
  // A question that all share draws all together.
  expect(same.get("fr-0")?.parts.silhouette).not.toBe(
    (await scoresOf({ items, context })).get("fr-0")?.parts.silhouette,
  );
});

describe("reasons", () => {
  test("too few items, no other culture, no answer, no words, no embedder", async () => {
    const few = makeWorld({ each: 12 });
    const score = (await scoresOf(few)).get("fr-0");
    expect(score?.representativeness.computed).toBe(true);
    expect(score?.distinctiveness).toEqual({
      computed: false,
      reason: "Comparing cultures needs at least 20 answered items of this one; there are 12 with an embedding.",
    });
    const tiny = (await scoresOf(makeWorld({ each: 9 }))).get("fr-0");
    expect(tiny?.representativeness).toEqual({
      computed: false,
      reason: "Typicality needs at least 10 answered items of the culture; there are 9 with an embedding.",
    });
    const alone = (await scoresOf(makeWorld({ cultures: ["fr"] }))).get("fr-0");
    expect(alone?.distinctiveness).toMatchObject({ reason: expect.stringContaining("Only one culture") });
    const { items, context } = makeWorld();
    const odd = [makeItem({ id: "open", culture: "fr" }), makeItem({ id: "sign", culture: "fr", response: "🎎" })];
    const scores = await scoresOf({ items: [...items, ...odd], context });
    expect(scores.get("open")?.distinctiveness).toMatchObject({ reason: "The item has no answer yet." });
    expect(scores.get("sign")?.distinctiveness).toMatchObject({ reason: "The answer has no words to compare." });
    const none = await scoresOf({ items, context: unmasked });
    expect(none.get("fr-0")?.representativeness).toMatchObject({
      reason: expect.stringContaining("No embedder is chosen"),
    });
  });
});

describe("whatever the world", () => {
  const worlds = fc.record({
    each: fc.integer({ min: 20, max: 26 }),
    spread: fc.double({ min: 0, max: 1, noNaN: true }),
    seed: fc.nat(1000),
  });

  test("values, ranks and ends lie in [0,1], and each value between its ends", async () => {
    await fc.assert(
      fc.asyncProperty(worlds, async (options) => {
        for (const score of (await scoresOf(makeWorld({ ...options, dimensions: 7 }))).values()) {
          for (const measure of [score.representativeness, score.distinctiveness]) {
            if (!measure.computed) throw new Error(measure.reason);
            const { low, high } = measure.interval ?? { low: 2, high: -1 };
            for (const value of [low, measure.value, high, measure.percentile]) {
              expect(value).toBeGreaterThanOrEqual(0);
              expect(value).toBeLessThanOrEqual(1);
            }
            expect(low).toBeLessThanOrEqual(measure.value);
            expect(high).toBeGreaterThanOrEqual(measure.value);
          }
        }
      }),
      { numRuns: 15 },
    );
  });

  test("the order of the items does not matter, and a stored model gives what the full pass gave", async () => {
    await fc.assert(
      fc.asyncProperty(worlds, async (options) => {
        const { items, context } = makeWorld(options);
        const scores = await scoresOf({ items, context });
        const chance = fixedChance(options.seed);
        const shuffled = items.map((item) => ({ item, at: chance() })).sort((a, b) => a.at - b.at);
        expect(await scoresOf({ items: shuffled.map(({ item }) => item), context })).toEqual(
          new Map(shuffled.map(({ item }) => [item.id, scores.get(item.id)])),
        );
        const { model } = await embedding.fit(() => items, context);
        const stored = embedding.fromBytes(model.toBytes(), context);
        expect(stored.score(items.map((item) => ({ item, fittedAs: item })))).toEqual([...scores.values()]);
      }),
      { numRuns: 6 },
    );
  });
});

describe("among very many", () => {
  test("neighbours are searched for in cells, and the share found in a sample is told with each score", async () => {
    const { items, context } = makeWorld({ each: 200, spread: 0.6 });
    const { scores, search, model } = await fitEmbedding(() => items, context, 500);
    expect(search.exact).toBe(false);
    expect(search.recall).toBeGreaterThanOrEqual(0.95);
    const found = [...scores];
    expect(found[0]?.parts.recall).toBe(search.recall);
    expect(
      embedding.fromBytes(model.toBytes(), context).score(items.map((item) => ({ item, fittedAs: item }))),
    ).toEqual(found);
    const exact = await scoresOf({ items, context });
    const off = found.map((score) =>
      Math.abs((computedOf(score, "distinctiveness") ?? 0) - (computedOf(exact.get(score.id), "distinctiveness") ?? 1)),
    );
    expect(off.reduce((sum, value) => sum + value, 0) / off.length).toBeLessThan(0.02);
  });
});
