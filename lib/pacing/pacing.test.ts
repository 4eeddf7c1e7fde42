import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { cutLimit, raiseLimit, startLimit } from "./adaptive-limit.ts";
import { fullBucket, settle, takeFrom } from "./token-bucket.ts";

describe("how many at once", () => {
  test("one more after each round of answers, half as many after a refusal, once for all that were under way", () => {
    let state = startLimit(64);
    expect(state.limit).toBe(4);
    for (let answer = 0; answer < 4; answer++) state = raiseLimit(state, 64);
    expect(state.limit).toBeCloseTo(5); // 4 × 1/4, by hand
    state = { ...state, limit: 40 };
    for (let refusal = 0; refusal < 40; refusal++) state = cutLimit(state, 1_000 + refusal);
    expect(state.limit).toBe(20);
    expect(cutLimit(state, 3_000).limit).toBe(10);
  });

  test("stays between one and the connection's own limit, whatever happens", () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 512 }), fc.array(fc.boolean(), { maxLength: 400 }), (most, answers) => {
        let state = startLimit(most);
        for (const [at, answered] of answers.entries()) {
          state = answered ? raiseLimit(state, most) : cutLimit(state, at * 1_500);
          expect(state.limit).toBeGreaterThanOrEqual(1);
          expect(state.limit).toBeLessThanOrEqual(most);
        }
      }),
    );
  });
});

describe("how many in a minute", () => {
  test("waits for what is missing, and no longer", () => {
    // 60 a minute are one a second; by hand.
    const take = (level: number, cost: number, now: number) =>
      takeFrom({ level, at: 0 }, { cost, perMinute: 60, capacity: 10, now });
    expect(take(1, 1, 0)).toEqual({ bucket: { level: 0, at: 0 }, wait: 0 });
    expect(take(0, 1, 250)).toEqual({ bucket: { level: 0.25, at: 250 }, wait: 750 });
    expect(take(0, 1, 1_000)).toEqual({ bucket: { level: 0, at: 1_000 }, wait: 0 });
    expect(take(10, 25, 0)).toEqual({ bucket: { level: -15, at: 0 }, wait: 0 });
    expect(take(9, 25, 0).wait).toBe(1_000);
    expect(settle({ level: 2, at: 0 }, 5, 3).level).toBe(4);
  });

  test("never lets through more than the capacity and what flowed in, for costs that fit", () => {
    const steps = fc.array(fc.record({ after: fc.nat(5_000), cost: fc.integer({ min: 1, max: 20 }) }), {
      maxLength: 200,
    });
    fc.assert(
      fc.property(steps, (asked) => {
        let bucket = fullBucket(20, 0);
        let now = 0;
        let taken = 0;
        for (const { after, cost } of asked) {
          now += after;
          const answer = takeFrom(bucket, { cost, perMinute: 600, capacity: 20, now });
          bucket = answer.bucket;
          if (answer.wait === 0) taken += cost;
          expect(taken).toBeLessThanOrEqual(20 + (now * 600) / 60_000 + 1e-6);
        }
      }),
    );
  });
});
