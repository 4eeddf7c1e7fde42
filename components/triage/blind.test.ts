import { describe, expect, test } from "vitest";
import type { TriageCard } from "#lib/schema/conversation-view.ts";
import { blindCard, isDecidedByMe } from "./blind.ts";
import { madeCard } from "./testing/made-card.ts";

const pakistan = { code: "pk", name: "Pakistan", endonym: "پاکستان", language: "ur" };
const near = { id: "n", language: "en", question: "A question", answer: "Tea.", similarity: 0.7 };
const computed = { computed: true as const, value: 0.5, percentile: 0.5, interval: null };

function scored(): TriageCard {
  const card = madeCard("a");
  const turns = [{ role: "user" as const, content: "A question" }];
  const measures = { representativeness: null, distinctiveness: null };
  return {
    conversation: {
      ...card.conversation,
      source: "Japan survey",
      externalId: "jp-1",
      metadata: { country: "Japan" },
      unscored: { representativeness: "Only 4 items of Japan.", distinctiveness: null },
      scores: [
        {
          estimator: "siblings",
          version: "1",
          revision: 1,
          representativeness: { computed: false, reason: "Only 4 items of Japan." },
          distinctiveness: computed,
          parts: {
            nearestCulture: "pk",
            nearestSimilarity: 0.4,
            note: "Japan is alone in Japanese.",
            posterior: [
              { word: "jp", weight: 0.7 },
              { word: "pk", weight: 0.3 },
            ],
            words: [{ word: "tea", weight: 2 }],
          },
          stale: false,
          computedAt: "2026-01-01T00:00:00Z",
        },
      ],
      near: {
        stale: false,
        home: [{ ...near, culture: card.conversation.culture }],
        abroad: [
          { ...near, culture: pakistan },
          { ...near, culture: { code: "jp-okinawa", name: "Japan, Okinawa", endonym: "日本", language: "ja" } },
        ],
        sameIn: 1,
        compared: 2,
      },
    },
    siblings: [
      { id: "b", culture: pakistan, language: "ur", status: "pending", edited: false, turns, ...measures },
      { id: "c", culture: pakistan, language: "en", status: "pending", edited: false, turns, ...measures },
    ],
  };
}

describe("a blind card", () => {
  const blind = blindCard(scored());

  test("names no culture and no language, wherever they stood", () => {
    const told = JSON.stringify(blind, (key, value) => (key === "language" ? undefined : value));
    expect(told).not.toMatch(/japan|pakistan|پاکستان|日本|"jp|"pk/i);
  });

  test("has a letter for each culture, the same for two of one", () => {
    expect(blind.conversation.culture.name).toBe("Culture A");
    expect(blind.siblings.map(({ culture }) => culture.name)).toEqual(["Culture B", "Culture B"]);
    expect(blind.conversation.scores[0]?.parts.nearestCulture).toBe("Culture B");
    expect(blind.conversation.near?.home.map(({ culture }) => culture.name)).toEqual(["Culture A"]);
    expect(blind.conversation.near?.abroad.map(({ culture }) => culture.name)).toEqual(["Culture B", "Culture C"]);
  });

  test("keeps the numbers and words that explain its scores", () => {
    expect(blind.conversation.scores[0]?.parts).toEqual({
      nearestCulture: "Culture B",
      nearestSimilarity: 0.4,
      words: [{ word: "tea", weight: 2 }],
    });
  });

  test("keeps the language of its texts, without which they cannot be set", () => {
    expect(blind.siblings.map(({ language }) => language)).toEqual(["ur", "en"]);
    expect(blind.conversation.scores[0]?.distinctiveness).toEqual(computed);
  });
});

test("only one's own verdict or skip opens a card; a flag and others' verdicts do not", () => {
  const { conversation } = madeCard("a");
  const decided = (kind: "accept" | "skip" | "flag", mine: boolean) => ({
    decisions: [
      {
        ...conversation,
        id: "d",
        kind,
        reason: null,
        note: null,
        ratings: null,
        revision: 1,
        person: null,
        mine,
        createdAt: "",
      },
    ],
  });
  expect(isDecidedByMe(decided("accept", true))).toBe(true);
  expect(isDecidedByMe(decided("skip", true))).toBe(true);
  expect(isDecidedByMe(decided("flag", true))).toBe(false);
  expect(isDecidedByMe(decided("accept", false))).toBe(false);
});
