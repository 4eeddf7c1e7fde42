import { describe, expect, test } from "vitest";
import type { Measure, Score, ScoreParts } from "../schema/score.ts";
import { describeScore } from "./describe.ts";

const japan = { culture: "Japan" };
const at = (value: number): Measure => ({ computed: true, value, percentile: value, interval: null });
const none: Measure = { computed: false, reason: "The item has no answer yet." };

function say(estimator: Score["estimator"], r: Measure, d: Measure, parts: ScoreParts) {
  return describeScore({ estimator, representativeness: r, distinctiveness: d, parts }, japan);
}

describe("describeScore", () => {
  test("calls typicality of wording by its name, and claims no truth", () => {
    expect(say("lexical", at(0.4), none, { typicality: 0.8 }).representativeness).toBe(
      "Worded like most items of Japan (typicality of wording); says nothing of whether it is true.",
    );
    expect(say("lexical", at(0.9), none, { typicality: 0.1 }).representativeness).toMatch(
      /^Worded unlike most items of Japan/,
    );
    expect(say("lexical", at(0.5), none, { typicality: 0.5 }).representativeness).toContain("as is usual");
  });

  test("says of an embedding how near an item is, as a model reads it", () => {
    const typical = (typicality: number) => say("embedding", at(0.5), none, { typicality }).representativeness;
    expect(typical(0.8)).toMatch(/^Says much what most items of Japan say, as an embedding model reads them/);
    expect(typical(0.5)).toContain("as is usual");
    expect(typical(0.1)).toMatch(/^Says something else/);
    expect(say("embedding", none, at(0.7), {}).distinctiveness).toContain("well apart");
    expect(say("embedding", none, at(0.3), {}).distinctiveness).toContain("somewhat nearer");
    expect(say("embedding", none, at(0.1), {}).distinctiveness).toContain("could as well");
  });

  test("names the words that set an item apart", () => {
    const words = ["mochi", "shrine", "tatami", "tea"].map((word) => ({ word, weight: 3 }));
    expect(say("lexical", none, at(0.7), { words }).distinctiveness).toBe(
      "Its words (“mochi”, “shrine”, “tatami”) are far more usual in items of Japan than in those of other cultures.",
    );
    const unnamed = {
      estimator: "lexical",
      representativeness: none,
      distinctiveness: at(0.7),
      parts: { words },
    } as const;
    expect(describeScore(unnamed, { culture: "Japan", words: 0 }).distinctiveness).toMatch(/^Its words are far more/);
    expect(say("lexical", none, at(0.3), { words: [] }).distinctiveness).toMatch(/^Some of its words are more usual/);
    expect(say("lexical", none, at(0.05), { words }).distinctiveness).toContain("those of another culture");
  });

  test.each([
    [1, 3, "Its wording is unlike anything in the 3 other cultures that answer this question."],
    [0.7, 3, "Its wording has little in common with the 3 other cultures that answer this question."],
    [0.4, 1, "Its wording has much in common with the other culture that answers this question."],
    [0, 3, "Its wording is nearly that of the 3 other cultures that answer this question."],
  ])("says of siblings at %f: among %i other cultures …", (value, cultures, sentence) => {
    expect(say("siblings", none, at(value), { cultures }).distinctiveness).toBe(sentence);
  });

  test("says nothing of wording where siblings were compared by embedding", () => {
    const parts = { cultures: 2, basis: "embedding" };
    expect(say("siblings", none, at(0), parts).distinctiveness).toBe(
      "It is nearly what is said in the 2 other cultures that answer this question.",
    );
    expect(say("siblings", none, at(1), parts).distinctiveness).toMatch(/^It is unlike anything/);
  });

  test("says how many people rated, and what", () => {
    expect(say("human", at(0.8), at(0.5), { importanceRatings: 3, distinctivenessRatings: 1 })).toEqual({
      representativeness: "The 3 people asked rated it important in Japan.",
      distinctiveness: "The one person asked rated it somewhat characteristic of Japan.",
    });
    expect(say("human", at(0.1), at(0.1), { importanceRatings: 2, distinctivenessRatings: 2 })).toEqual({
      representativeness: "The 2 people asked rated it of little importance in Japan.",
      distinctiveness: "The 2 people asked rated it as what other cultures would say too.",
    });
  });

  test("says of a panel whether judges or informants carry it, and what is weak in it", () => {
    const parts = { informationGain: 0.9, agreement: 0.8, cultures: 3 };
    expect(say("panel", at(0.85), at(0.7), parts)).toEqual({
      representativeness: "Models tell it for Japan, and models answering as people of Japan would say much the same.",
      distinctiveness:
        "It is far nearer to what the panel answers for Japan than to what it answers for the 3 other cultures.",
    });
    const endorsed = say("panel", at(0.85), none, { informationGain: 0.9, agreement: null, endorsement: 0.8 });
    expect(endorsed.representativeness).toContain("judges think most people of Japan");
    expect(say("panel", at(0.3), none, { ...parts, informationGain: 0.1 }).representativeness).toBe(
      "Models do not tell it surely for Japan.",
    );
    expect(say("panel", at(0.3), at(0.1), { ...parts, agreement: 0.1, note: "Weak.", cultures: 1 })).toEqual({
      representativeness:
        "Few of the models answering as people of Japan would say the same, in the panel's view. These agree little among themselves.",
      distinctiveness: "What the panel answers for the other culture is as near to it as what it answers for Japan.",
    });
  });

  test("says what there is too little of where anything may be true", () => {
    const vague: Measure = { computed: true, value: 0.5, percentile: 0.5, interval: { low: 0.05, high: 0.95 } };
    expect(say("siblings", none, vague, { cultures: 1 }).distinctiveness).toBe(
      "Not enough to say: a single other culture answers this question.",
    );
    expect(say("siblings", none, vague, { cultures: 3 }).distinctiveness).toMatch(/^Not enough to say: the 3 other/);
    expect(say("lexical", vague, vague, {})).toEqual({
      representativeness:
        "Not enough to say: the items of Japan most like this one differ too much in how like it they are.",
      distinctiveness: "Not enough to say: the text is too short to tell whose words these are.",
    });
  });

  test("gives the reason where nothing was computed", () => {
    expect(say("siblings", none, none, {})).toEqual({
      representativeness: "The item has no answer yet.",
      distinctiveness: "The item has no answer yet.",
    });
  });
});
