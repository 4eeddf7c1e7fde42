import { describe, expect, test } from "vitest";
import type { ScoringItem } from "../estimator.ts";
import { fixedChance } from "../testing/fixed-chance.ts";
import { makeItem, unmasked } from "../testing/made-up-corpus.ts";
import { heldShareByItem, type Told, tellIntervals } from "../testing/told-intervals.ts";
import { toUnit } from "../unit-vector.ts";
import { embedding } from "./index.ts";

const cultures = ["jp", "mx", "ng"];
/** How much of a text's direction is its culture's; what it is known to be. */
const shares = [0, 0.2, 0.4, 0.6, 0.8];
const dimensions = 24;

interface World {
  items: ScoringItem[];
  vectors: Map<string, Float32Array>;
}

function direction(chance: () => number): Float32Array {
  return toUnit(Float32Array.from({ length: dimensions }, () => chance() + chance() + chance() - 1.5));
}

const centres = new Map(cultures.map((culture, number) => [culture, direction(fixedChance(50 + number))]));

/** Three cultures of 25 texts each, every one drawn anew around its culture's known direction. */
function drawWorld(chance: () => number, world: number): World {
  const vectors = new Map<string, Float32Array>();
  const items = cultures.flatMap((culture) =>
    Array.from({ length: 25 }, (_, i) => {
      const share = shares[i % shares.length] ?? 0;
      const noise = direction(chance);
      const id = `${share} ${culture} ${i} ${world}`;
      vectors.set(
        id,
        toUnit(noise.map((value, at) => (1 - share) * value + share * (centres.get(culture)?.[at] ?? 0))),
      );
      return makeItem({ id, culture, topic: `topic-${i % 3}`, response: "made up" });
    }),
  );
  return { items, vectors };
}

const tell = ({ items, vectors }: World, measure: "representativeness" | "distinctiveness") =>
  tellIntervals(embedding, items, { ...unmasked, answerVector: ({ id }) => vectors.get(id) ?? null }, measure);

describe("intervals hold what a text comes to among other texts of the same cultures", () => {
  test.each(["representativeness", "distinctiveness"] as const)("of %s", async (measure) => {
    const chance = fixedChance(4);
    const fixed = drawWorld(chance, -1);
    const chosen = fixed.items.slice(0, 10);
    const told: Told[] = [];
    for (let world = 0; world < 16; world++) {
      const others = drawWorld(chance, world);
      for (const item of chosen) {
        const vectors = new Map([...others.vectors, [item.id, fixed.vectors.get(item.id) ?? new Float32Array()]]);
        const found = await tell({ items: [...others.items, item], vectors }, measure);
        told.push(...found.filter(({ id }) => id === item.id));
      }
    }
    expect(heldShareByItem(told)).toBeGreaterThan(0.93);
  });
});
