import { describe, expect, test } from "vitest";
import type { ScoringItem } from "../estimator.ts";
import { fixedChance } from "../testing/fixed-chance.ts";
import { makeItem, makeWords, unmasked } from "../testing/made-up-corpus.ts";
import { heldShare, heldShareByItem, type Told, tellIntervals } from "../testing/told-intervals.ts";
import { lexical } from "./index.ts";

const cultures = ["jp", "mx", "ng"];
/** How many of a text's words are the culture's own; what it is known to be. */
const shares = [0, 0.2, 0.4, 0.6, 0.8];
const common = makeWords(200, 1);
const own = new Map(cultures.map((culture, number) => [culture, makeWords(60, 100 + number)]));

/** Three cultures of 25 texts of so many words each, every one drawn anew from what its culture is known to say. */
function drawWorld(chance: () => number, world: number, words = 20): ScoringItem[] {
  const pick = (list: readonly string[]) => list[Math.floor(chance() * chance() * list.length)] ?? "";
  return cultures.flatMap((culture) =>
    Array.from({ length: 25 }, (_, i) => {
      const share = shares[i % shares.length] ?? 0;
      const word = () => pick(chance() < share ? (own.get(culture) ?? []) : common);
      const response = Array.from({ length: words }, word).join(" ");
      return makeItem({ id: `${share} ${culture} ${i} ${world}`, culture, topic: `topic-${i % 3}`, response });
    }),
  );
}

const tell = (items: readonly ScoringItem[], measure: "representativeness" | "distinctiveness") =>
  tellIntervals(lexical, items, unmasked, measure);

describe("intervals", () => {
  test("of distinctiveness hold what texts of the kind come to in 93 of 100 worlds and more", async () => {
    const chance = fixedChance(3);
    const byShare = new Map<string, Told[]>();
    for (let world = 0; world < 16; world++) {
      for (const told of await tell(drawWorld(chance, world), "distinctiveness")) {
        const [share = ""] = told.id.split(" ");
        byShare.set(share, [...(byShare.get(share) ?? []), told]);
      }
    }
    for (const told of byShare.values()) expect(heldShare(told)).toBeGreaterThan(0.93);
  });

  test("of representativeness hold what a text comes to among other compatriots", async () => {
    const chance = fixedChance(4);
    const fixed = drawWorld(chance, -1).filter(({ culture }) => culture === "jp");
    const told: Told[] = [];
    for (let world = 0; world < 16; world++) {
      const others = drawWorld(chance, world).filter(({ culture }) => culture === "jp");
      for (const item of fixed.slice(0, 10)) {
        const found = await tell([...others, item], "representativeness");
        told.push(...found.filter(({ id }) => id === item.id));
      }
    }
    expect(heldShareByItem(told)).toBeGreaterThan(0.95);
  });

  test("hold the value, stay in [0,1], and are the same at every scoring", async () => {
    const items = drawWorld(fixedChance(5), 0);
    for (const measure of ["representativeness", "distinctiveness"] as const) {
      const told = await tell(items, measure);
      for (const { value, low, high } of told)
        expect(0 <= low && low <= value && value <= high && high <= 1).toBe(true);
      expect(await tell(items.toReversed(), measure)).toEqual(told.toReversed());
    }
  });

  test("of distinctiveness shrink with the length of the texts", async () => {
    const width = async (words: number) => {
      const told = await tell(drawWorld(fixedChance(6), 0, words), "distinctiveness");
      return told.reduce((sum, { low, high }) => sum + high - low, 0) / told.length;
    };
    expect(await width(60)).toBeLessThan(await width(20));
    expect(await width(20)).toBeLessThan(await width(6));
  });
});
