import { expect, test } from "vitest";
import type { Spent } from "./pace.ts";
import { isRestDue, workingSince } from "./rest.ts";

const minute = 60_000;
const steady = (minutes: number): Spent[] =>
  Array.from({ length: minutes }, (_, n) => ({ at: (n + 1) * minute, milliseconds: minute }));

test("a rest is due after fifty minutes without one", () => {
  expect(isRestDue(steady(49), 49 * minute)).toBe(false);
  expect(isRestDue(steady(50), 50 * minute)).toBe(true);
});

test("a rest of five minutes starts the count anew", () => {
  const rested: Spent[] = [...steady(40), { at: 47 * minute, milliseconds: minute }];
  expect(workingSince(rested, 47 * minute)).toBe(46 * minute);
  expect(workingSince(steady(60), 65 * minute)).toBeNull();
  expect(workingSince([], 0)).toBeNull();
});
