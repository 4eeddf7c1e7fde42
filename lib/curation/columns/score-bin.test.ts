import fc from "fast-check";
import { expect, test } from "vitest";
import { scoreBins } from "#lib/schema/choices.ts";
import { binOf, boundsOfBin } from "./score-bin.ts";

test("a bin's bounds are numbers that an address can say, and what lies between them is its own", () => {
  expect(boundsOfBin(0)).toEqual({ from: 0, to: 0.041666666666666664 - 2 ** -57 });
  expect(boundsOfBin(12)).toEqual({ from: 0.5, to: 0.5416666666666666 - 2 ** -53 });
  expect(boundsOfBin(23)).toMatchObject({ to: 1 });
});

test("every score, also next to an edge, lies within the bounds of the bin that counts it and of no other", () => {
  const nearEdge = fc
    .tuple(fc.integer({ min: 0, max: scoreBins }), fc.integer({ min: -3, max: 3 }))
    .map(([edge, steps]) => edge / scoreBins + steps * 2 ** -54);
  const score = fc
    .oneof(nearEdge, fc.double({ min: 0, max: 1, noNaN: true }))
    .filter((value) => value >= 0 && value <= 1);
  fc.assert(
    fc.property(score, (value) => {
      const holding = Array.from({ length: scoreBins }, (_, bin) => bin).filter((bin) => {
        const { from, to } = boundsOfBin(bin);
        return value >= from && value <= to && value >= Number(String(from)) && value <= Number(String(to));
      });
      expect(holding).toEqual([binOf(value)]);
    }),
    { numRuns: 2000 },
  );
});
