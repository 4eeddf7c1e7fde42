import { describe, expect, test } from "vitest";
import { describeParts, describeSpread } from "./describe-parts.ts";

const nameOf = (code: string) => (code === "fr" ? "France" : null);

describe("describeParts", () => {
  test("tells each measure its own parts, and none that was not computed", () => {
    const parts = { typicality: 0.4, coverage: null, logOdds: 0.7, unknown: 0.1, words: [] };
    expect(describeParts({ parts }, "representativeness", nameOf)).toEqual([
      { name: "typicality", kind: "share", value: 0.4, words: "worded as the culture words things" },
    ]);
    expect(describeParts({ parts }, "distinctiveness", nameOf).map(({ name }) => name)).toEqual(["logOdds"]);
  });

  test("says so where texts were compared by embedding", () => {
    const wordsOf = (parts: Record<string, number | string>, measure: "representativeness" | "distinctiveness") =>
      describeParts({ parts: { ...parts, basis: "embedding" } }, measure, nameOf).map(({ words }) => words);
    expect(wordsOf({ typicality: 0.4, coverage: 0.2 }, "representativeness")).toEqual([
      "close to what the culture's other texts say, by embedding",
      "says what few others say",
    ]);
    expect(wordsOf({ nearestSimilarity: 0.3, nearestCulture: "fr" }, "distinctiveness")).toEqual([
      "likeness by embedding to the nearest culture, France",
    ]);
  });

  test("names the nearest culture where it may be told", () => {
    const wordsOf = (nearestCulture: string) =>
      describeParts({ parts: { nearestSimilarity: 0.3, nearestCulture } }, "distinctiveness", nameOf)[0]?.words;
    expect(wordsOf("fr")).toBe("likeness to the nearest culture, France");
    expect(wordsOf("jp")).toBe("likeness to the nearest culture");
  });
});

describe("describeSpread", () => {
  const spread = (judges: number, judgesLowest: number, judgesHighest: number) =>
    describeSpread({ parts: { judges, judgesLowest, judgesHighest } });

  test("calls out a disagreement from more than .3 on", () => {
    expect(spread(3, 0.4, 0.7)).toEqual({
      sentence: "The 3 judges agree: they are from 40\u202f% to 70\u202f% sure that it is of its culture.",
      disagree: false,
    });
    expect(spread(3, 0.2, 0.9)).toMatchObject({ disagree: true });
    expect(spread(3, 0.2, 0.9)?.sentence).toContain("disagree: they are from 20\u202f% to 90\u202f% sure");
    expect(spread(1, 0.5, 0.5)?.sentence).toBe("The one judge asked is 50\u202f% sure that it is of its culture.");
  });

  test("says nothing without judges", () => {
    expect(describeSpread({ parts: { typicality: 0.4 } })).toBeNull();
  });
});
