import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { cutLimit, raiseLimit, startLimit } from "./adaptive-limit.ts";
import { leaseSlots } from "./lease-slots.ts";
import { requestShape } from "./minute-limit.ts";
import { shareOf } from "./share-of.ts";
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

describe("slots of a connection", () => {
  const full = { requests: fullBucket(2, 0), tokens: fullBucket(100, 0) };

  test("are as many as both limits allow, and the wait is that of the one that takes longer", () => {
    const limits = { requestsPerMinute: 20, tokensPerMinute: 1_000 };
    // Two requests lie in the bucket (a tenth of 20), 19 a minute flow in: the third comes after 60/19 s. By hand.
    const first = leaseSlots(full, { wanted: 5, cost: 10, limits, now: 0 });
    expect(first).toMatchObject({ granted: 2, wait: Math.ceil(60_000 / 19) });
    expect(first.buckets.tokens.level).toBe(80);
    // 100 tokens lie there, 900 a minute flow in: after two of 50 the next 50 take 3,333.3 ms, longer than the request.
    expect(leaseSlots(full, { wanted: 5, cost: 50, limits, now: 0 })).toMatchObject({ granted: 2, wait: 3_334 });
    const none = { requestsPerMinute: null, tokensPerMinute: null };
    expect(leaseSlots(full, { wanted: 5_000, cost: 50, limits: none, now: 0 })).toMatchObject({ granted: 5_000 });
  });

  test("are never more in a minute than the limit, wherever the minute begins", () => {
    const steps = fc.array(fc.record({ after: fc.nat(20_000), wanted: fc.integer({ min: 1, max: 40 }) }), {
      maxLength: 60,
    });
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 100 }), steps, (limit, asked) => {
        const limits = { requestsPerMinute: limit, tokensPerMinute: null };
        let buckets = { requests: fullBucket(requestShape(limit).capacity, 0), tokens: fullBucket(0, 0) };
        let now = 0;
        const sent: number[] = [];
        for (const { after, wanted } of asked) {
          now += after;
          const leased = leaseSlots(buckets, { wanted, cost: 1, limits, now });
          buckets = leased.buckets;
          for (let slot = 0; slot < leased.granted; slot++) sent.push(now);
        }
        for (const from of sent) {
          const inMinute = sent.filter((at) => at >= from && at < from + 60_000).length;
          expect(inMinute).toBeLessThanOrEqual(limit);
        }
      }),
    );
  });

  test("after the wait that was told the next one goes", () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 5_000 }), fc.integer({ min: 1, max: 900 }), (limit, cost) => {
        const limits = { requestsPerMinute: limit, tokensPerMinute: 10_000 };
        const start = { requests: fullBucket(requestShape(limit).capacity, 0), tokens: fullBucket(1_000, 0) };
        const first = leaseSlots(start, { wanted: 10_000, cost, limits, now: 0 });
        expect(first.wait).toBeGreaterThan(0);
        const next = leaseSlots(first.buckets, { wanted: 1, cost, limits, now: first.wait + 1 });
        expect(next.granted).toBe(1);
      }),
    );
  });
});

test("the shares of all workers add up to the places, and everyone gets one by turns", () => {
  expect([0, 1, 2].map((rank) => shareOf(8, { rank, of: 3, turn: 0 }))).toEqual([3, 3, 2]);
  expect([0, 1, 2].map((rank) => shareOf(1, { rank, of: 3, turn: 1 }))).toEqual([0, 0, 1]);
  const counts = {
    places: fc.integer({ min: 1, max: 512 }),
    of: fc.integer({ min: 1, max: 40 }),
    turn: fc.nat(10_000),
  };
  fc.assert(
    fc.property(fc.record(counts), ({ places, of, turn }) => {
      const ranks = Array.from({ length: of }, (_, rank) => rank);
      expect(ranks.reduce((sum, rank) => sum + shareOf(places, { rank, of, turn }), 0)).toBe(places);
      for (const rank of ranks)
        expect(ranks.some((later) => shareOf(places, { rank, of, turn: turn + later }) > 0)).toBe(true);
    }),
  );
});
