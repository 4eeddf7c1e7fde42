import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { featureDimensions } from "./hashed-features.ts";
import {
  countDocument,
  createDocumentFrequencies,
  createTextVector,
  inverseDocumentFrequency,
  readTextVector,
  vectorFeatures,
} from "./text-vectors.ts";
import { createWordTokens, readWordTokens } from "./word-tokens.ts";

const even = new Float32Array(featureDimensions).fill(1);

function tokensOf(text: string) {
  const tokens = createWordTokens();
  readWordTokens(text, tokens);
  return tokens;
}

function vectorOf(...parts: [text: string, weight: number][]): Map<number, number> {
  const vector = createTextVector();
  readTextVector(
    parts.map(([text, weight]) => ({ tokens: tokensOf(text), weight })),
    even,
    vector,
  );
  return new Map(Array.from({ length: vector.size }, (_, i) => [vector.dimensions[i] ?? 0, vector.weights[i] ?? 0]));
}

function cosine(a: Map<number, number>, b: Map<number, number>): number {
  return [...a].reduce((sum, [dimension, weight]) => sum + weight * (b.get(dimension) ?? 0), 0);
}

describe("readTextVector", () => {
  test("gives a word its 3- to 5-grams with boundaries and itself", () => {
    // "_tea_": _te tea ea_ | _tea tea_ | _tea_ | and the word: 7 features, each once, so each ±1/√7.
    const vector = vectorOf(["tea", 1]);
    expect(vector.size).toBe(7);
    for (const weight of vector.values()) expect(Math.abs(weight)).toBeCloseTo(1 / Math.sqrt(7), 6);
  });

  test("damps repeats: tf counts as 1 + ln tf", () => {
    // "aa aa b": the four features of "aa" (_aa aa_ _aa_ aa) occur twice, the two of "b" (_b_ b) once.
    const heavy = 1 + Math.log(2);
    const length = Math.sqrt(4 * heavy ** 2 + 2);
    const weights = [...vectorOf(["aa aa b", 1]).values()].map(Math.abs).sort();
    const expected = [1, 1, heavy, heavy, heavy, heavy].map((weight) => weight / length);
    expect(weights).toHaveLength(6);
    for (const [i, weight] of weights.entries()) expect(weight).toBeCloseTo(expected[i] ?? Number.NaN, 6);
  });

  test("weighs the answer 0.7 and the question 0.3", () => {
    // Parts without common features: cosine with the answer alone is 0.7 / √(0.7² + 0.3²).
    const both = vectorOf(["tea", 0.7], ["rice", 0.3]);
    expect(cosine(both, vectorOf(["tea", 1]))).toBeCloseTo(0.7 / Math.sqrt(0.58), 5);
  });

  test("tells Japanese texts apart by their characters", () => {
    const shrine = vectorOf(["神社へ初詣に行きます", 1]);
    expect(cosine(shrine, vectorOf(["神社に初詣へ行きました", 1]))).toBeGreaterThan(0.1);
    expect(cosine(shrine, vectorOf(["寿司とお茶をいただく", 1]))).toBeLessThan(0.05);
  });

  test("has length 1 and at most 192 features, or is empty, for any text", () => {
    fc.assert(
      fc.property(fc.string({ unit: "binary", maxLength: 2000 }), (text) => {
        const vector = vectorOf([text, 0.7], ["", 0.3]);
        expect(vector.size).toBeLessThanOrEqual(vectorFeatures);
        if (vector.size > 0) expect(cosine(vector, vector)).toBeCloseTo(1, 4);
      }),
    );
  });

  test("keeps the 192 heaviest features of a long text", () => {
    const words = Array.from({ length: 300 }, (_, i) => `word${i} `);
    const vector = vectorOf([`${words.join("")}${"kept ".repeat(50)}`, 1]);
    expect(vector.size).toBe(vectorFeatures);
    for (const dimension of vectorOf(["kept", 1]).keys()) expect(vector.has(dimension)).toBe(true);
  });
});

test("inverse document frequency is 1 + ln((1 + documents) / (1 + documents with it))", () => {
  const frequencies = createDocumentFrequencies();
  for (const text of ["tea tea", "tea", "rice"]) countDocument([tokensOf(text), tokensOf("")], frequencies);
  const idf = inverseDocumentFrequency(frequencies);
  const tea = [...vectorOf(["tea", 1]).keys()];
  const rice = [...vectorOf(["rice", 1]).keys()];
  for (const dimension of tea) expect(idf[dimension]).toBeCloseTo(1 + Math.log(4 / 3), 6);
  for (const dimension of rice) expect(idf[dimension]).toBeCloseTo(1 + Math.log(4 / 2), 6);
});
