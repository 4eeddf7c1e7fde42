import { expect, test } from "vitest";
import { type LaneFacts, laneReason } from "./lane-reason.ts";

const going: LaneFacts = {
  runState: "running",
  stoppedBy: null,
  workers: 1,
  used: 3,
  waiting: 2,
  places: 8,
  closedUntil: null,
  nextAt: null,
  now: 1_000,
};

test("a lane tells the first reason that holds it up, and until when", () => {
  const reasonOf = (facts: Partial<LaneFacts>) => laneReason({ ...going, ...facts });
  expect(reasonOf({})).toEqual({ reason: "going", until: null });
  expect(reasonOf({ used: 8 })).toEqual({ reason: "full", until: null });
  expect(reasonOf({ used: 8, nextAt: 1_001 })).toEqual({ reason: "limit", until: 1_001 });
  // A moment that is over, or for which nobody waits any more, holds nothing up.
  expect(reasonOf({ nextAt: 1_000 })).toEqual({ reason: "going", until: null });
  expect(reasonOf({ nextAt: 9_000, waiting: 0 })).toEqual({ reason: "going", until: null });
  expect(reasonOf({ nextAt: 9_000, closedUntil: 5_000 })).toEqual({ reason: "closed", until: 5_000 });
  expect(reasonOf({ closedUntil: 900 })).toEqual({ reason: "going", until: null });
  expect(reasonOf({ used: 0, waiting: 0 })).toEqual({ reason: "no-work", until: null });
  expect(reasonOf({ workers: 0, closedUntil: 5_000 })).toEqual({ reason: "no-worker", until: null });
  expect(reasonOf({ runState: "paused", closedUntil: 5_000 })).toEqual({ reason: "paused", until: null });
  expect(reasonOf({ runState: "paused", stoppedBy: "budget" })).toEqual({ reason: "budget", until: null });
  expect(reasonOf({ runState: "done" })).toEqual({ reason: "no-work", until: null });
});
