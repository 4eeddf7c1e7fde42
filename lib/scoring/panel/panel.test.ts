import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { PanelEvidence } from "../../schema/panel-evidence.ts";
import type { ScoredItem } from "../estimator.ts";
import { spearman } from "../spearman.ts";
import { makeItem, unmasked } from "../testing/made-up-corpus.ts";
import { syntheticWorld } from "../testing/synthetic-world.ts";
import { panel } from "./index.ts";
import { centroidCosine } from "./origin-probability.ts";

const item = makeItem({ id: "a", culture: "jp", response: "rice" });

/** Two informants of each of two cultures; the text is near those of Japan. */
const evidence = PanelEvidence.parse({
  judgements: [0.75, 0.75, 0.25, 0.25].map((jp, i) => ({
    judge: i < 2 ? "one" : "two",
    probabilities: { jp, mx: 0.75 - jp, ng: 0.25, "": 0 },
  })),
  informants: [
    { name: "p1", model: "m1", culture: "jp" },
    { name: "p2", model: "m2", culture: "jp" },
    { name: "q1", model: "m1", culture: "mx" },
    { name: "q2", model: "m2", culture: "mx" },
  ],
  cosines: [
    [1, 0.84, 0.68, 0.3, 0.2],
    [0.84, 1, 0.6, 0.2, 0.2],
    [0.68, 0.6, 1, 0.2, 0.2],
    [0.3, 0.2, 0.2, 1, 0.5],
    [0.2, 0.2, 0.2, 0.5, 1],
  ],
  unrelated: 0.2,
  sharpness: 0.5,
});

async function score(given: PanelEvidence | null, culture = "jp"): Promise<ScoredItem> {
  const { scores } = await panel.fit(() => [{ ...item, culture }], { ...unmasked, panel: () => given });
  const [found] = [...scores];
  if (found === undefined) throw new Error("no score");
  return found;
}

const reasonOf = (measure: ScoredItem["distinctiveness"]) => (measure.computed ? "computed" : measure.reason);
const wordsOf = (part: ScoredItem["parts"][string] | undefined) => (Array.isArray(part) ? part : []);

describe("worked by hand", () => {
  test("R is the root of the judges' gain times the informants' agreement", async () => {
    const { representativeness, parts } = await score(evidence);
    // q̄ = (0.75 + 0.25) / 2 among four options: IG = ln 2 / ln 4. Similarities beyond 0.2: 0.8 and 0.6; equal weights: G = 0.7.
    expect(parts.informationGain).toBeCloseTo(0.5, 12);
    expect(parts.agreement).toBeCloseTo(0.7, 12);
    expect(representativeness).toMatchObject({ computed: true, value: expect.closeTo(Math.sqrt(0.35), 12) });
    expect(parts.consensus).toBeCloseTo(0.5, 12);
    expect(parts.competence).toBeCloseTo(Math.sqrt(0.5), 12);
    expect(parts).toMatchObject({ judges: 2, judgesLowest: 0.25, judgesHighest: 0.75, informants: 2, models: 2 });
    expect(parts.noCultureProbability).toBe(0);
  });

  test("D is how surely the text is nearer to its own culture's centroid", async () => {
    const { distinctiveness, representativeness, parts } = await score(evidence);
    // cos to the centroids: 1.52 / √3.2 and 0.5 / √3.
    const own = Math.exp(1.52 / Math.sqrt(3.2) / 0.5);
    const other = Math.exp(0.5 / Math.sqrt(3) / 0.5);
    const expected = 1 + Math.log2(own / (own + other));
    expect(parts.phi).toBeCloseTo(own / (own + other), 12);
    expect(distinctiveness).toMatchObject({ computed: true, value: expect.closeTo(expected, 12) });
    expect(parts.nearestCulture).toBe("mx");
    expect(representativeness.computed && parts.joint).toBeCloseTo(expected * Math.sqrt(0.35), 12);
  });

  test("a centroid of one answer is that answer, and opposite answers have none", () => {
    expect(centroidCosine({ toText: [0.4], among: [[1]] })).toBeCloseTo(0.4, 12);
    expect(
      centroidCosine({
        toText: [0.4, -0.4],
        among: [
          [1, -1],
          [-1, 1],
        ],
      }),
    ).toBe(0);
  });
});

test("the text is no evidence for itself where it is an informant's answer", async () => {
  const third = { name: "p3", model: "m3", culture: "jp" };
  const cosines = evidence.cosines.map((row) => [...row, row[0] ?? 0]);
  const own = PanelEvidence.parse({
    ...evidence,
    informants: [...evidence.informants, third],
    cosines: [...cosines, [...(cosines[0] ?? []).slice(0, -1), 1]],
    taken: 4,
  });
  const [left, without] = [await score(own), await score(evidence)];
  expect(left.representativeness).toEqual(without.representativeness);
  expect(left.distinctiveness).toEqual(without.distinctiveness);
  const counted = await score({ ...own, taken: null });
  expect(counted.parts.agreement).toBeGreaterThan(Number(without.parts.agreement));
});

test("one model's agreement with itself gives way to the judges' endorsement", async () => {
  const one = { ...evidence, informants: evidence.informants.map((each) => ({ ...each, model: "m1" })) };
  expect(reasonOf((await score(one)).representativeness)).toContain("All informants are one model");
  const { representativeness, parts } = await score({ ...one, endorsements: [80, 60] });
  expect(parts).toMatchObject({ endorsement: 0.7, agreement: null });
  expect(representativeness).toMatchObject({ value: expect.closeTo(Math.sqrt(0.5 * 0.7), 12) });
});

test("informants who agree little are called weak evidence", async () => {
  const set = (value: number) =>
    evidence.cosines.map((row, i) =>
      row.map((each, j) => (Math.min(i, j) === 1 && Math.max(i, j) === 2 ? value : each)),
    );
  expect((await score({ ...evidence, cosines: set(0.25) })).parts.note).toContain("weak evidence");
  expect((await score(evidence)).parts).not.toHaveProperty("note");
  const none = await score({ ...evidence, cosines: set(0.1) });
  expect(reasonOf(none.representativeness)).toContain("agree on nothing");
});

test("what cannot be computed is null with a reason, each measure for itself", async () => {
  const nobody = await score(null);
  expect(reasonOf(nobody.representativeness)).toBe("No panel has judged this text yet.");
  expect(reasonOf((await score({ ...evidence, judgements: [] })).representativeness)).toContain("No judge was asked");
  const once = { ...evidence, judgements: evidence.judgements.slice(1, 2) };
  expect(reasonOf((await score(once)).representativeness)).toContain("two orders");
  expect((await score(once)).distinctiveness.computed).toBe(true);
  expect(reasonOf((await score(evidence, "fr")).representativeness)).toContain("not offered this culture");
  expect(reasonOf((await score(evidence, "ng")).representativeness)).toContain("at least two informants");
  expect(reasonOf((await score(evidence, "ng")).distinctiveness)).toContain("No informant of the culture");
  const alone = { ...evidence, informants: evidence.informants.map((each) => ({ ...each, culture: "jp" })) };
  expect(reasonOf((await score(alone)).distinctiveness)).toBe("No informant of another culture answered the question.");
  expect((await score(alone)).parts.joint).toBeNull();
});

test("swapping the names of cultures swaps nothing else, and the order of judges and informants is nothing", async () => {
  const swap = (culture: string) => (culture === "jp" ? "mx" : culture === "mx" ? "jp" : culture);
  const swapped = {
    ...evidence,
    judgements: evidence.judgements
      .map(({ judge, probabilities }) => ({
        judge,
        probabilities: Object.fromEntries(
          Object.entries(probabilities).map(([culture, share]) => [swap(culture), share]),
        ),
      }))
      .toReversed(),
    informants: evidence.informants.map((each) => ({ ...each, culture: swap(each.culture) })),
  };
  const [here, there] = [await score(evidence, "jp"), await score(swapped, "mx")];
  expect(there.representativeness).toEqual(here.representativeness);
  expect(there.distinctiveness).toEqual(here.distinctiveness);
});

test("more similar to the informants is never less representative; surer judges never less; both stay in [0,1]", async () => {
  const share = fc.double({ min: 0, max: 1, noNaN: true });
  await fc.assert(
    fc.asyncProperty(share, share, share, async (near, more, sure) => {
      const at = (cosine: number, jp: number): PanelEvidence => ({
        ...evidence,
        judgements: ["one", "one"].map((judge) => ({ judge, probabilities: { jp, mx: 1 - jp } })),
        cosines: evidence.cosines.map((row, i) =>
          row.map((value, j) => (Math.min(i, j) === 0 && Math.max(i, j) === 1 ? cosine : value)),
        ),
      });
      const low = (await score(at(near, sure))).representativeness;
      const nearer = (await score(at(Math.min(1, near + more), sure))).representativeness;
      const surer = (await score(at(near, Math.min(1, sure + more)))).representativeness;
      if (!low.computed || !nearer.computed || !surer.computed) throw new Error("not computed");
      for (const { value } of [low, nearer, surer]) expect(value >= 0 && value <= 1).toBe(true);
      expect(nearer.value).toBeGreaterThanOrEqual(low.value - 1e-12);
      expect(surer.value).toBeGreaterThanOrEqual(low.value - 1e-12);
    }),
  );
});

describe("in a world whose truth is known", () => {
  const world = syntheticWorld({
    seed: 1,
    questions: 20,
    competences: [0.9, 0.8, 0.7, 0.5, 0.3, 0.1],
    judgeAccuracy: 0.9,
  });
  const fitted = panel.fit(() => world.items, { ...unmasked, panel: ({ id }) => world.evidence.get(id) ?? null });
  const scored = fitted.then(({ scores }) => [...scores]);

  test("representativeness ranks texts as they are typical", async () => {
    const pairs = (await scored).map(({ id, parts }): [number, number] => [
      Number(parts.agreement),
      world.typicality.get(id) ?? 0,
    ]);
    expect(spearman(pairs)).toBeGreaterThan(0.95);
  });

  test("distinctiveness ranks typical texts as their cultures are apart", async () => {
    const typical = (await scored).filter(({ id }) => world.typicality.get(id) === 1);
    const pairs = typical.map(({ id, parts }): [number, number] => [Number(parts.phi), world.distance.get(id) ?? 0]);
    expect(spearman(pairs)).toBeGreaterThan(0.95);
  });

  test("competences come back, on average within 0.05", async () => {
    const found = new Map<string, number[]>();
    for (const { parts } of await scored) {
      for (const { word, weight } of wordsOf(parts.competences)) found.set(word, [...(found.get(word) ?? []), weight]);
    }
    for (const [name, true_] of world.competence) {
      const all = found.get(name) ?? [];
      expect(Math.abs(all.reduce((sum, value) => sum + value, 0) / all.length - true_)).toBeLessThan(0.05);
    }
  });

  test("the panel's stored model scores an item as the full pass did", async () => {
    const { model } = await fitted;
    const [first] = await scored;
    const context = { ...unmasked, panel: ({ id }: { id: string }) => world.evidence.get(id) ?? null };
    const again = panel
      .fromBytes(model.toBytes(), context)
      .score(world.items.slice(0, 1).map((each) => ({ item: each, fittedAs: each })));
    expect(again).toEqual([first]);
  });
});
