import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { silhouette } from "../silhouette.ts";
import { countConfusion } from "./confusion.ts";
import { distinctN } from "./distinct-n.ts";
import { diversityGain } from "./diversity-gain.ts";
import { informativeness } from "./informativeness.ts";
import { macroF1 } from "./macro-f1.ts";
import { guessByCentroid } from "./nearest-centroid.ts";
import { redundancy } from "./redundancy.ts";
import { setCoverage } from "./set-coverage.ts";
import { sharedInformation } from "./shared-information.ts";
import { topicBalance } from "./topic-balance.ts";

const share = fc.double({ min: 0, max: 1, noNaN: true });
const inUnit = (value: number | null) => value === null || (value >= 0 && value <= 1);

describe("coverage, redundancy and gain", () => {
  test("by hand", () => {
    expect(setCoverage([1, 1, 0.4, 0])).toBeCloseTo(0.6, 12);
    expect(redundancy([0.95, 0.95, 0.9, 0.2])).toBe(0.5);
    expect(diversityGain([1, 0.5, 0])).toBeCloseTo(0.5, 12);
    expect(informativeness([0.2, 0.6])).toBeCloseTo(0.4, 12);
  });

  test("of nothing there is none", () => {
    expect([setCoverage([]), redundancy([]), diversityGain([]), informativeness([])]).toEqual([null, null, null, null]);
  });

  test("bounds, order, and twice the same changes nothing", () => {
    fc.assert(
      fc.property(fc.array(share), (values) => {
        for (const indicator of [setCoverage, redundancy, diversityGain, informativeness]) {
          const value = indicator(values);
          expect(inUnit(value)).toBe(true);
          if (value === null) continue;
          expect(indicator(values.toReversed())).toBeCloseTo(value, 9);
          expect(indicator([...values, ...values])).toBeCloseTo(value, 9);
        }
      }),
    );
  });

  test("a set that gains a member never covers less", () => {
    fc.assert(
      fc.property(fc.array(fc.tuple(share, share), { minLength: 1 }), (pairs) => {
        const before = setCoverage(pairs.map(([old]) => old)) ?? 0;
        const after = setCoverage(pairs.map(([old, added]) => Math.max(old, added))) ?? 0;
        expect(after).toBeGreaterThanOrEqual(before);
      }),
    );
  });
});

describe("topicBalance", () => {
  test("is SciPy's entropy over ln 4", () => {
    expect(topicBalance([3, 1, 1, 0])).toBeCloseTo(0.6854752972273345, 12);
  });

  test("is 1 when even, 0 when all are on one, null without a choice", () => {
    expect(topicBalance([5, 5, 5])).toBeCloseTo(1, 12);
    expect(topicBalance([5, 0])).toBe(0);
    expect(topicBalance([5])).toBeNull();
    expect(topicBalance([0, 0])).toBeNull();
  });

  test("bounds, order, and twice as many of each changes nothing", () => {
    fc.assert(
      fc.property(fc.array(fc.nat(50)), (counts) => {
        const balance = topicBalance(counts);
        expect(inUnit(balance)).toBe(true);
        if (balance === null) return;
        expect(topicBalance(counts.toReversed())).toBeCloseTo(balance, 9);
        expect(topicBalance(counts.map((count) => count * 2))).toBeCloseTo(balance, 9);
      }),
    );
  });
});

describe("separability", () => {
  const truths = [..."aaaabbbbbccc"];
  const guesses = [..."aabaabbbccca"];
  const pairs = truths.map((truth, i): [string, string] => [truth, guesses[i] ?? ""]);

  test("agrees with scikit-learn's confusion_matrix, f1_score(macro) and homogeneity_score", () => {
    const confusion = countConfusion(pairs);
    expect(confusion).toEqual({
      labels: ["a", "b", "c"],
      counts: [
        [3, 1, 0],
        [1, 3, 1],
        [1, 0, 2],
      ],
    });
    expect(macroF1(confusion)).toBeCloseTo(0.6666666666666665, 12);
    expect(sharedInformation(confusion)).toBeCloseTo(0.3109226593146909, 12);
  });

  test("is whole when every guess is right, and the guess tells all when two are always swapped", () => {
    const right = countConfusion(truths.map((truth) => [truth, truth]));
    expect(macroF1(right)).toBe(1);
    expect(sharedInformation(right)).toBeCloseTo(1, 12);
    const swap: Record<string, string> = { a: "b", b: "a" };
    const swapped = countConfusion(truths.map((truth) => [truth, swap[truth] ?? truth]));
    expect(macroF1(swapped)).toBeCloseTo(1 / 3, 12);
    expect(sharedInformation(swapped)).toBeCloseTo(1, 12);
  });

  test("of one culture, and of nothing, nothing can be told", () => {
    expect(sharedInformation(countConfusion([["a", "a"]]))).toBeNull();
    expect(macroF1(countConfusion([]))).toBeNull();
  });

  test("bounds, order, names and repeats are nothing", () => {
    const label = fc.constantFrom("a", "b", "c");
    const renamed: Record<string, string> = { a: "c", b: "a", c: "b" };
    fc.assert(
      fc.property(fc.array(fc.tuple(label, label), { minLength: 1 }), (drawn) => {
        const variants = [
          drawn.toReversed(),
          [...drawn, ...drawn],
          drawn.map(([truth, guess]): [string, string] => [renamed[truth] ?? "", renamed[guess] ?? ""]),
        ];
        for (const indicator of [macroF1, sharedInformation]) {
          const value = indicator(countConfusion(drawn));
          expect(inUnit(value)).toBe(true);
          for (const variant of variants) {
            const other = indicator(countConfusion(variant));
            if (value === null) expect(other).toBeNull();
            else expect(other).toBeCloseTo(value, 9);
          }
        }
      }),
    );
  });
});

describe("guessByCentroid", () => {
  const rows = [
    [1, 0.2, 0],
    [0.9, 0.1, 0.3],
    [0.2, 1, 0.1],
    [0, 0.9, 0.4],
    [0.1, 0.3, 1],
    [0.5, 0.5, 0.5],
    [0.3, 0.2, 0.8],
  ];
  const cultures = [..."aabbcac"];
  const texts = rows.map((row, i) => {
    const length = Math.hypot(...row);
    return { culture: cultures[i] ?? "", vector: Float32Array.from(row, (value) => value / length) };
  });

  test("leaves each text out of its own centroid, as NumPy has it, and agrees with scikit-learn's silhouette_samples", () => {
    const found = guessByCentroid(texts, 3);
    expect(found.map(({ guess }) => guess)).toEqual([..."aabbccc"]);
    const independent = [
      0.7392640831762213, 0.7175343226654302, 0.8687634952715311, 0.8225321602236606, 0.9313922232633741,
      -0.29943509071945545, 0.9126395189381886,
    ];
    for (const [i, value] of independent.entries()) expect(found[i]?.silhouette).toBeCloseTo(value, 6);
  });

  test("features and embeddings are read alike, and the order is nothing", () => {
    const sparse = texts.map(({ culture, vector }) => ({
      culture,
      vector: { dimensions: Uint16Array.of(0, 1, 2), weights: vector },
    }));
    expect(guessByCentroid(sparse, 3)).toEqual(guessByCentroid(texts, 3));
    const guesses = guessByCentroid(texts.toReversed(), 3).map(({ guess }) => guess);
    expect(guesses.toReversed()).toEqual([..."aabbccc"]);
  });

  test("the only text of its culture is not put there by itself", () => {
    const lone = { culture: "z", vector: Float32Array.of(1, 0, 0) };
    const [, , , , , , , last] = guessByCentroid([...texts, lone], 3);
    expect(last).toEqual({ truth: "z", guess: "a", silhouette: 0 });
  });

  test("silhouette by hand, and where it cannot be told", () => {
    expect(silhouette(0.2, [0.8, 0.5])).toBeCloseTo(0.6, 12);
    expect(silhouette(0.5, [0.25])).toBeCloseTo(-0.5, 12);
    expect([silhouette(null, [1]), silhouette(0, [0]), silhouette(0.1, [])]).toEqual([0, 0, null]);
  });
});

describe("distinctN", () => {
  const texts = [["rice", "and", "tea"], ["rice", "and", "soup"], ["tea"]];

  test("by hand: 4 of 7 words, 3 of 4 pairs", () => {
    expect(distinctN(texts, 1)).toBeCloseTo(4 / 7, 12);
    expect(distinctN(texts, 2)).toBeCloseTo(3 / 4, 12);
    expect(distinctN(texts, 4)).toBeNull();
  });

  test("bounds, order, and a repeated set halves it", () => {
    const word = fc.constantFrom("a", "b", "c", "d");
    fc.assert(
      fc.property(fc.array(fc.array(word)), (drawn) => {
        const value = distinctN(drawn, 2);
        if (value === null) return;
        expect(value > 0 && value <= 1).toBe(true);
        expect(distinctN(drawn.toReversed(), 2)).toBeCloseTo(value, 12);
        expect(distinctN([...drawn, ...drawn], 2)).toBeCloseTo(value / 2, 12);
      }),
    );
  });
});
