import { expect, test } from "vitest";
import type { Act } from "#components/outbox/outbox-state.ts";
import { sittingSummary, spanWords } from "./sitting-summary.ts";
import { madeCard } from "./testing/made-card.ts";
import type { DoneAct, PastMark } from "./triage-state.ts";

function done(id: string, mark: PastMark | null, milliseconds: number): DoneAct {
  const card = madeCard(id);
  const tag: Act = { kind: "tag", conversation: id, expectedVersion: 1, add: [], remove: [] };
  const seen = { turns: [], status: "pending" as const };
  const decide: Act = { kind: "decide", conversation: id, expectedVersion: 1, decision: "accept", reason: null, seen };
  return {
    key: `${id} ${milliseconds}`,
    act: mark === null ? tag : decide,
    before: card,
    after: card,
    mark,
    spent: { at: 0, milliseconds },
  };
}

test("a sitting in numbers: each conversation as it was decided last, its times added up", () => {
  const summary = sittingSummary([
    done("a", "accepted", 4000),
    done("b", "rejected", 9000),
    done("c", null, 0),
    done("d", "flagged", 30_000),
    done("a", "rejected", 2000),
    done("e", "edited", 60_000),
  ]);
  expect(summary).toMatchObject({ accepted: 0, edited: 1, rejected: 2, skipped: 0, flagged: 1, tagged: 1 });
  expect(summary.hardest.map(({ conversation, milliseconds }) => [conversation, milliseconds])).toEqual([
    ["e", 60_000],
    ["b", 9000],
    ["a", 6000],
  ]);
  expect(summary.median).toBe(9000);
});

test("names five at most, and no median before the first", () => {
  const many = Array.from({ length: 7 }, (_, index) => done(`c${index}`, "accepted", 1000 * (index + 1)));
  expect(sittingSummary(many).hardest.map(({ conversation }) => conversation)).toEqual(["c6", "c5", "c4", "c3", "c2"]);
  expect(sittingSummary([])).toMatchObject({ accepted: 0, median: null, hardest: [] });
});

test("spans are told in seconds, then in minutes", () => {
  expect([400, 8400, 60_000, 200_000].map(spanWords)).toEqual([
    "1\u202fs",
    "8\u202fs",
    "1\u202fmin",
    "3\u202fmin 20\u202fs",
  ]);
});
