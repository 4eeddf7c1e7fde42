import fc from "fast-check";
import { describe, expect, test } from "vitest";
import type { ScoringItem } from "../estimator.ts";
import { identityHash } from "../identity-hash.ts";
import { makeItem, makeWords, threeCultures, unmasked } from "../testing/made-up-corpus.ts";
import { createDocumentFrequencies, inverseDocumentFrequency } from "../text-vectors.ts";
import { findNeighbours, type Neighbours } from "./find-neighbours.ts";
import { lexicalSpaces } from "./lexical-spaces.ts";
import type { NeighbourSpace } from "./space.ts";

const vocabulary = makeWords(800, 5);

/** Every feature as rare as every other. */
const even = inverseDocumentFrequency(createDocumentFrequencies());

async function spaceOf(items: readonly ScoringItem[], longest?: number): Promise<NeighbourSpace> {
  const { spaces } = await lexicalSpaces(items, () => even, unmasked, longest);
  const [space] = spaces;
  if (space === undefined || spaces.length > 1) throw new Error("a test needs items of one language");
  return space;
}

async function neighboursOf(items: readonly ScoringItem[], exactRows?: number): Promise<Map<string, Neighbours>> {
  const { neighbours } = findNeighbours(await spaceOf(items), exactRows);
  return new Map([...neighbours].map((found) => [found.id, found]));
}

describe("by hand", () => {
  // One word each, of letters that share no 3-gram: equal words are alike by 1, different ones by 0. Two words weigh alike.
  const items = [
    makeItem({ id: "a", culture: "jp", response: "abcde" }),
    makeItem({ id: "b", culture: "jp", response: "abcde fghij uvwxy" }),
    makeItem({ id: "c", culture: "mx", response: "abcde" }),
    makeItem({ id: "d", culture: "mx", response: "fghij klmno" }),
    makeItem({ id: "e", culture: "ng", response: "pqrst" }),
    makeItem({ id: "f", culture: "ng", response: "abcde fghij uvwxy" }),
  ];

  test("the nearest come first, of each foreign culture one", async () => {
    const found = await neighboursOf(items);
    // One of the three words of b is all that a says: cosine 1/√3. It is one of the two of d too: 1/√6.
    expect(found.get("a")).toEqual({
      id: "a",
      home: [{ id: "b", similarity: 0.57735 }],
      abroad: [
        { id: "c", culture: "mx", similarity: 1 },
        { id: "f", culture: "ng", similarity: 0.57735 },
      ],
      sameIn: 1,
      compared: 2,
    });
    expect(found.get("d")?.abroad).toEqual([
      { id: "b", culture: "jp", similarity: 0.408248 },
      { id: "f", culture: "ng", similarity: 0.408248 },
    ]);
    expect(found.get("e")).toEqual({ id: "e", home: [], abroad: [], sameIn: 0, compared: 2 });
  });

  test("what has no answer, no words or no known language stands apart", async () => {
    const more = [
      makeItem({ id: "open", question: "Who?" }),
      makeItem({ id: "dots", response: "…" }),
      makeItem({ id: "other", language: "xx", response: "abcde" }),
    ];
    const { spaces, apart } = await lexicalSpaces(more, (language) => (language === "en" ? even : null), unmasked);
    expect([spaces, apart]).toEqual([[], ["open", "dots", "other"]]);
  });

  test("languages are spaces of their own", async () => {
    const more = [...items, makeItem({ id: "z", language: "fr-CA", response: "abcde" })];
    const { spaces } = await lexicalSpaces(more, () => even, unmasked);
    expect(spaces.map(({ ids }) => ids.join(""))).toEqual(["abcdef", "z"]);
  });
});

test("equal texts find each other, alike by 1", async () => {
  await fc.assert(
    fc.asyncProperty(fc.array(fc.constantFrom(...makeWords(12, 3)), { minLength: 1, maxLength: 40 }), async (words) => {
      const response = words.join(" ");
      const corpus = [...threeCultures().slice(0, 30), makeItem({ id: "x", culture: "jp", response })];
      const found = await neighboursOf([
        ...corpus,
        makeItem({ id: "y", culture: "jp", response }),
        makeItem({ id: "z", culture: "mx", response }),
      ]);
      expect(found.get("x")?.home[0]).toEqual({ id: "y", similarity: 1 });
      expect(found.get("y")?.home[0]).toEqual({ id: "x", similarity: 1 });
      expect(found.get("y")?.abroad[0]).toEqual({ id: "z", culture: "mx", similarity: 1 });
    }),
    { numRuns: 20 },
  );
});

test("neither the order of the items nor that of the cultures' codes changes anything", async () => {
  const corpus = threeCultures();
  const shuffled = corpus.toSorted((a, b) => identityHash(a.id).low - identityHash(b.id).low);
  const found = await neighboursOf(corpus);
  expect([...(await neighboursOf(shuffled))]).toEqual([...found]);
});

describe("the fast search", () => {
  /** A word is in some 60 answers, so that much of each list is left out. */
  const longest = 40;
  /** 1,200 answers of 30 words out of 800; every third one says with other words mixed in what an earlier one says. */
  const corpus = Array.from({ length: 1200 }, (_, i) => {
    const words = vocabulary.filter(
      (_word, w) => identityHash(`${i % 3 === 0 ? i : (i * 7) % 400} ${w}`).low % 27 === 0,
    );
    const own = vocabulary.filter((_word, w) => identityHash(`own ${i} ${w}`).high % 60 === 0);
    return makeItem({
      id: `item-${i}`,
      culture: ["jp", "mx", "ng", "in", "fr"][identityHash(`culture ${i}`).high % 5] ?? "jp",
      response: [...words, ...own].join(" "),
    });
  });

  test("finds at least 95 of 100 of what an exact one finds, and says how many", async () => {
    const { exact, recall } = findNeighbours(await spaceOf(corpus, longest), 0);
    expect(exact).toBe(false);
    expect(recall.of).toBe(100 * 9); // five at home, one of each of the four other cultures
    expect(recall.hits / recall.of).toBeGreaterThanOrEqual(0.95);
  });

  test("never says another similarity than the exact one", async () => {
    const space = await spaceOf(corpus, longest);
    const similarity = new Float64Array(1);
    const places = new Map(space.ids.map((id, row) => [id, row]));
    let compared = 0;
    for (const { id, home, abroad } of findNeighbours(space, 0).neighbours) {
      for (const near of [...home, ...abroad]) {
        space.likeness.compare(places.get(near.id) ?? -1, Int32Array.of(places.get(id) ?? -1), 1, similarity);
        expect(near.similarity).toBe(similarity[0]);
        compared++;
      }
    }
    expect(compared).toBeGreaterThan(1200 * 5);
  });
});
