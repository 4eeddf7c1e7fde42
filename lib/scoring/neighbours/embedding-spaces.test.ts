import { expect, test } from "vitest";
import type { ScoringContext } from "../estimator.ts";
import { fixedChance } from "../testing/fixed-chance.ts";
import { makeItem, unmasked } from "../testing/made-up-corpus.ts";
import { toUnit } from "../unit-vector.ts";
import { embeddingSpaces } from "./embedding-spaces.ts";
import { findNeighbours } from "./find-neighbours.ts";

const vectors: Record<string, readonly number[]> = {
  arroz: [1, 0],
  rice: [0.8, 0.6],
  bread: [0, 1],
  song: [-1, 0],
};
const embedded: ScoringContext = {
  ...unmasked,
  answerVector: ({ response }) => {
    const vector = vectors[response];
    return vector === undefined ? null : Float32Array.from(vector);
  },
};

test("who is near whom is told across languages; what has no vector is apart, what points away no neighbour", async () => {
  const items = [
    makeItem({ id: "d", culture: "mx", response: "song", language: "es" }),
    makeItem({ id: "c", culture: "jp", response: "bread", language: "ja" }),
    makeItem({ id: "b", culture: "jp", response: "rice", language: "ja" }),
    makeItem({ id: "a", culture: "mx", response: "arroz", language: "es" }),
    makeItem({ id: "e", culture: "mx", response: "unread" }),
  ];
  const { spaces, apart } = await embeddingSpaces(items, embedded);
  expect(apart).toEqual(["e"]);
  const [space] = spaces;
  if (space === undefined) throw new Error("there is one space");
  expect([space.ids, space.cultures]).toEqual([
    ["b", "c", "a", "d"],
    ["jp", "mx"],
  ]);
  const found = new Map([...findNeighbours(space).neighbours].map((each) => [each.id, each]));
  expect(found.get("a")).toMatchObject({ home: [], abroad: [{ id: "b", culture: "jp" }] });
  // Halves keep 0.8 to one part in 2,048.
  expect(found.get("a")?.abroad[0]?.similarity).toBeCloseTo(0.8, 3);
  expect(found.get("d")).toMatchObject({ home: [], abroad: [], compared: 1 });
});

test("no vector, no space", async () => {
  expect(await embeddingSpaces([makeItem({ id: "a", response: "rice" })], unmasked)).toEqual({
    spaces: [],
    apart: ["a"],
  });
});

test("among many the search by cells finds nearly all, and the share is told", async () => {
  const chance = fixedChance(3);
  const random = () => toUnit(Float32Array.from({ length: 16 }, () => chance() + chance() + chance() - 1.5));
  const centres = Array.from({ length: 12 }, random);
  const made = new Map<string, Float32Array>();
  const items = Array.from({ length: 1_000 }, (_, n) => {
    const noise = random();
    made.set(String(n), toUnit((centres[n % 12] ?? random()).map((value, i) => value + (noise[i] ?? 0) / 2)));
    return makeItem({ id: String(n), culture: `c${n % 5}`, response: String(n) });
  });
  const context: ScoringContext = { ...unmasked, answerVector: ({ response }) => made.get(response) ?? null };
  const [space] = (await embeddingSpaces(items, context)).spaces;
  if (space === undefined) throw new Error("there is one space");
  const { exact, recall } = findNeighbours(space, 100);
  expect(exact).toBe(false);
  expect(recall.hits / recall.of).toBeGreaterThan(0.9);
  expect([...findNeighbours(space, 100).neighbours]).toHaveLength(1_000);
});
