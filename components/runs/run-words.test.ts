import { expect, test } from "vitest";
import { causeWords, dollars, isMoving, lookOf, percentDone, rangeOfTime, suggestionFor } from "./run-words.ts";

test("dollars show what tells something", () => {
  expect([0, 2, 2.871, 10, 0.5, 0.004213, 0.00000123].map(dollars)).toEqual([
    "$0",
    "$2",
    "$2.87",
    "$10",
    "$0.5",
    "$0.0042",
    "$0.0000012",
  ]);
});

test("a time is a range in one unit, and never none", () => {
  expect(rangeOfTime({ least: 2_460_000, most: 3_120_000 })).toBe("41–52 min");
  expect(rangeOfTime({ least: 5_200, most: 8_100 })).toBe("5–9 s");
  expect(rangeOfTime({ least: 10, most: 300 })).toBe("1 s");
  expect(rangeOfTime({ least: 5_000_000, most: 9_000_000 })).toBe("1–3 h");
});

test("a run is whole only when all has come in", () => {
  expect(percentDone({ requested: 0, pending: 0 })).toBe(0);
  expect(percentDone({ requested: 1_000, pending: 1 })).toBe(99);
  expect(percentDone({ requested: 3, pending: 0 })).toBe(100);
});

test("a cancelled run moves while calls are under way", () => {
  expect(isMoving({ state: "cancelled", active: 2 })).toBe(true);
  expect(isMoving({ state: "cancelled", active: 0 })).toBe(false);
  expect(isMoving({ state: "running", active: 0 })).toBe(true);
  expect(isMoving({ state: "paused", active: 0 })).toBe(false);
});

test("an item that was put down waits, and one that made nothing is not good", () => {
  expect(lookOf({ state: "planned", attempt: 0, produced: 0 })).toBe("to-come");
  expect(lookOf({ state: "planned", attempt: 1, produced: 0 })).toBe("waiting");
  expect(lookOf({ state: "done", attempt: 1, produced: 0 })).toBe("none");
  expect(lookOf({ state: "done", attempt: 1, produced: 1 })).toBe("good");
  expect(lookOf({ state: "failed", attempt: 3, produced: 0 })).toBe("failed");
});

test("each cause has one thing to do, or none", () => {
  const problem = (code: string, items: number) => ({ code, items, calls: 9, example: "" });
  expect(suggestionFor(problem("timeout", 2))).toBe("retry");
  expect(suggestionFor(problem("unauthorized", 2))).toBe("mend");
  expect(suggestionFor(problem("timeout", 0))).toBe("none");
  expect(suggestionFor(problem("note", 2))).toBe("none");
  expect(causeWords("timeout")).toBe("No whole answer came in time.");
  expect(causeWords("toString")).toBe("toString");
  expect(causeWords("something-new")).toBe("something-new");
});
