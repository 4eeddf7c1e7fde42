import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { askKey } from "./ask-key.ts";
import { callCost } from "./call-cost.ts";
import { timeLeft } from "./time-left.ts";

describe("the key of a question", () => {
  const question = {
    connection: "c",
    model: "m",
    messages: [{ role: "user", content: "Who pours the tea?" }],
    settings: { temperature: 0 },
    ordinal: 0,
  };

  test("is that of its content, in whatever order it is written", () => {
    const same = {
      ordinal: 0,
      settings: { temperature: 0 },
      messages: [{ content: "Who pours the tea?", role: "user" }],
    };
    expect(askKey({ ...same, model: "m", connection: "c" })).toBe(askKey(question));
    expect(askKey(question)).toMatch(/^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/);
  });

  test("is another for anything else that is asked", () => {
    const others = [
      { ...question, ordinal: 1 },
      { ...question, model: "n" },
      { ...question, connection: "d" },
      { ...question, settings: {} },
      { ...question, settings: { temperature: 0.1 } },
      { ...question, messages: [{ role: "user", content: "Who pours the tea? " }] },
    ];
    expect(new Set([question, ...others].map(askKey)).size).toBe(7);
  });
});

describe("what a call costs", () => {
  test("is in millionths of a dollar, rounded up", () => {
    // 100 tokens at $0.50 and 10 at $1.50 a million: 50 + 15 millionths, by hand.
    expect(callCost({ inputPrice: 0.5, outputPrice: 1.5 }, 100, 10)).toBe(65);
    expect(callCost({ inputPrice: 0.5, outputPrice: 1.5 }, 1, 0)).toBe(1);
    expect(callCost({ inputPrice: 0, outputPrice: 0 }, 1_000, 1_000)).toBe(0);
  });

  test("is not known where a price or the tokens are not", () => {
    expect(callCost(null, 1, 1)).toBeNull();
    expect(callCost({ inputPrice: null, outputPrice: 1 }, 1, 1)).toBeNull();
    expect(callCost({ inputPrice: 1, outputPrice: 1 }, null, 1)).toBeNull();
  });

  test("never falls as tokens rise, and a sum of calls is never below what is owed", () => {
    const price = fc.record({ inputPrice: fc.float({ min: 0, max: 100, noNaN: true }), outputPrice: fc.constant(1) });
    fc.assert(
      fc.property(price, fc.nat(100_000), fc.nat(100_000), (each, input, more) => {
        const [less, rest] = [callCost(each, input, 0) ?? 0, callCost(each, input + more, 0) ?? 0];
        expect(rest).toBeGreaterThanOrEqual(less);
        expect(less).toBeGreaterThanOrEqual(each.inputPrice * input - 1e-6);
      }),
    );
  });
});

describe("how long a run still takes", () => {
  const steady = (count: number, each: number) => Array.from({ length: count }, (_, n) => n * each);

  test("is told as a range about what the last stretch promises", () => {
    // 100 items in 100 s, 100 to come: about 100 s, give or take 0.8416 × √(1/100 + 1/100) = 11.9 %, by hand.
    const range = timeLeft({ finished: steady(100, 1_000), now: 100_000, left: 100, since: 0 });
    expect(range?.least).toBeCloseTo(88_098, -1);
    expect(range?.most).toBeCloseTo(111_902, -1);
  });

  test("is not told before there is enough to go by", () => {
    expect(timeLeft({ finished: [], now: 60_000, left: 5, since: 0 })).toBeNull();
    expect(timeLeft({ finished: steady(5, 1_000), now: 5_000, left: 5, since: 0 })).toBeNull();
    expect(timeLeft({ finished: steady(5, 1_000), now: 40_000, left: 5, since: 0 })).not.toBeNull();
    expect(timeLeft({ finished: [], now: 0, left: 0, since: 0 })).toEqual({ least: 0, most: 0 });
  });

  test("holds least ≤ most, and is wider the less there is to go by", () => {
    const width = (count: number) => {
      const range = timeLeft({ finished: steady(count, 1_000), now: count * 1_000, left: 50, since: -60_000 });
      return range === null ? Number.POSITIVE_INFINITY : range.most / range.least;
    };
    fc.assert(
      fc.property(fc.integer({ min: 2, max: 200 }), (count) => {
        expect(width(count)).toBeGreaterThanOrEqual(1);
        expect(width(count * 2)).toBeLessThanOrEqual(width(count));
      }),
    );
  });
});
