import { expect, test } from "vitest";
import type { RunLane } from "#lib/schema/run.ts";
import {
  causeWords,
  dollars,
  isMoving,
  laneWords,
  lookOf,
  percentDone,
  rangeOfTime,
  suggestionFor,
} from "./run-words.ts";

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
  expect(suggestionFor(problem("note", 2))).toBe("other");
  expect(suggestionFor(problem("context-length", 1))).toBe("other");
  expect(causeWords("timeout")).toBe("No whole answer came in time.");
  expect(causeWords("toString")).toBe("toString");
  expect(causeWords("something-new")).toBe("something-new");
});

test("a lane says what it waits for, and until when", () => {
  const lane: RunLane = {
    connection: "Lab",
    models: ["a"],
    used: 1,
    ofRun: 1,
    waiting: 3,
    places: 4,
    most: 8,
    requestsPerMinute: null,
    tokensPerMinute: null,
    reason: "limit",
    // Without an offset it is the reader's own time of day.
    until: "2026-11-30T14:05:09",
    code: null,
    times: 0,
  };
  expect(laneWords(lane).words).toBe("Rate limit until 14:05:09");
  expect(laneWords({ ...lane, reason: "closed", code: "overloaded", times: 3 }).words).toBe(
    "Waits until 14:05:09, 3 times in a row. The endpoint is overloaded.",
  );
  expect(laneWords({ ...lane, reason: "budget", until: null }).words).toBe("The budget is spent");
});
