import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { bradleyTerry, type JudgedPair } from "./bradley-terry.ts";

const times = (count: number, first: string, second: string, preferred: JudgedPair["preferred"]): JudgedPair[] =>
  Array.from({ length: count }, () => ({ first, second, preferred }));

/** Of a maximum found by BFGS and a Hessian by differences with scipy 1.17.1, from the same posterior written anew. */
describe("strengths, as an independent optimiser finds them", () => {
  test("three items, ties and judgements that prefer neither", () => {
    const [a, b, c] = bradleyTerry(
      ["a", "b", "c"],
      [
        ...times(7, "a", "b", "first"),
        ...times(2, "b", "a", "first"),
        ...times(1, "a", "b", "both"),
        ...times(3, "b", "c", "first"),
        ...times(1, "b", "c", "second"),
        ...times(1, "a", "c", "second"),
        ...times(2, "a", "c", "neither"),
      ],
    );
    expect(a).toMatchObject({ preferred: 7, compared: 13, even: 1, neither: 2 });
    expect(a?.chance).toBeCloseTo(0.628939585, 6);
    expect(a?.interval?.low).toBeCloseTo(0.401944479, 6);
    expect(a?.interval?.high).toBeCloseTo(0.810415193, 6);
    expect(b?.chance).toBeCloseTo(0.459350122, 6);
    expect(b?.interval?.low).toBeCloseTo(0.286547341, 6);
    expect(b?.interval?.high).toBeCloseTo(0.642514357, 6);
    expect(c?.chance).toBeCloseTo(0.409819615, 6);
    expect(c?.interval?.low).toBeCloseTo(0.180719847, 6);
    expect(c?.interval?.high).toBeCloseTo(0.686123018, 6);
  });

  test("one that is always preferred stays finite, and its interval leaves one half out", () => {
    const [a, b] = bradleyTerry(["a", "b"], times(9, "a", "b", "first"));
    expect(a?.chance).toBeCloseTo(0.835563908, 6);
    expect(a?.interval?.low).toBeCloseTo(0.514962684, 5);
    expect(b?.interval?.high).toBeCloseTo(0.485037316, 5);
  });
});

test("what was never judged, or only as neither, has no chance", () => {
  const [a, b, c] = bradleyTerry(["a", "b", "c"], times(3, "a", "b", "neither"));
  expect(a).toEqual({ id: "a", preferred: 0, compared: 3, even: 0, neither: 3, chance: null, interval: null });
  expect(b?.chance).toBeNull();
  expect(c).toMatchObject({ compared: 0, chance: null });
  expect(bradleyTerry([], [])).toEqual([]);
});

test("judgements of items that are not asked about, and of one with itself, are left out", () => {
  const judged = [...times(4, "a", "b", "first"), ...times(5, "a", "x", "second"), ...times(2, "a", "a", "first")];
  expect(bradleyTerry(["a", "b"], judged)).toEqual(bradleyTerry(["a", "b"], times(4, "a", "b", "first")));
});

const item = fc.constantFrom("a", "b", "c", "d");
const pair = fc
  .record({ first: item, second: item, preferred: fc.constantFrom("first", "second", "both", "neither") })
  .filter(({ first, second }) => first !== second);
const all = ["a", "b", "c", "d"];
const turned = { first: "second", second: "first", both: "both", neither: "neither" } as const;

test("chances lie inside their intervals; order and sides of judgements change nothing", () => {
  fc.assert(
    fc.property(fc.array(pair, { maxLength: 40 }), (judged) => {
      const standings = bradleyTerry(all, judged);
      const other = bradleyTerry(
        all,
        judged.toReversed().map(({ first, second, preferred }) => ({
          first: second,
          second: first,
          preferred: turned[preferred],
        })),
      );
      for (const [at, { chance, interval, ...counts }] of standings.entries()) {
        expect(other[at]).toMatchObject(counts);
        if (chance === null || interval === null) continue;
        expect(other[at]?.chance).toBeCloseTo(chance, 8);
        expect(interval.low).toBeGreaterThan(0);
        expect(interval.low).toBeLessThanOrEqual(chance);
        expect(interval.high).toBeGreaterThanOrEqual(chance);
        expect(interval.high).toBeLessThan(1);
      }
    }),
    { numRuns: 60 },
  );
});

test("one more preference never lowers the one that is preferred", () => {
  fc.assert(
    fc.property(fc.array(pair, { maxLength: 30 }), pair, (judged, { first, second }) => {
      const more = [...judged, ...times(1, first, second, "first")];
      const chanceIn = (of: JudgedPair[]) => bradleyTerry(all, of).find(({ id }) => id === first)?.chance ?? null;
      const before = chanceIn([...judged, ...times(1, first, second, "both")]);
      expect(chanceIn(more) ?? 0).toBeGreaterThan(before ?? 1);
    }),
    { numRuns: 60 },
  );
});
