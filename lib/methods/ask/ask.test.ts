import { describe, expect, test } from "vitest";
import { cultures } from "#lib/registry/cultures/index.ts";
import type { Answer, MakeContext, MethodContext, Question } from "../method.ts";
import { ask } from "./index.ts";
import { prompts } from "./prompts.ts";

const context: MethodContext = {
  cultures: new Map(cultures.map((culture) => [culture.code, culture])),
  topics: new Map([["food", "Food"]]),
  promptText: () => ({ text: prompts.answer.text, revision: "1" }),
  members: { generator: 2, judge: 0 },
};
const options = ask.Options.parse({
  questions: [{ text: "Who pours the tea?", topic: "food" }, { text: "お茶は誰がつぎますか。" }],
  cultures: ["jp", "eg"],
  variants: 2,
});
const facts = { model: "m", usage: null, finishReason: "stop", logprobs: null };

/** Makes one item with an answer that is made up, and tells what was asked. */
async function make(answer: Answer, at = 0) {
  const asked: Question[] = [];
  const whole: MakeContext = {
    ...context,
    needed: [],
    random: () => 0,
    ask: async (question) => {
      asked.push(question);
      return answer;
    },
  };
  const [...items] = ask.plan(options, { ...context, random: () => 0 });
  return { made: await ask.make(items[at]?.payload, options, whole), asked };
}

describe("the plan", () => {
  test("holds every question of every culture as often as wanted, in an order that stays", () => {
    const plan = () => [...ask.plan(options, { ...context, random: Math.random })];
    expect(plan()).toHaveLength(2 * 2 * 2);
    expect(plan()).toEqual(plan());
    expect(plan().map(({ column }) => column)).toEqual(["jp", "jp", "eg", "eg", "jp", "jp", "eg", "eg"]);
    expect(ask.estimate(options, context).calls).toEqual({ least: 8, most: 8 });
  });

  test("names a culture or a topic that the project does not have", () => {
    const plan = (more: object) => [...ask.plan({ ...(options as object), ...more }, { ...context, random: () => 0 })];
    expect(() => plan({ cultures: ["jp", "atlantis"] })).toThrow("no culture atlantis");
    expect(() => plan({ questions: [{ text: "A?", topic: "dress" }] })).toThrow("Question 1 names the topic dress");
  });
});

describe("an item", () => {
  test("asks once, in the culture's own language, and makes a conversation of the answer", async () => {
    const { made, asked } = await make({
      ...facts,
      outcome: "ok",
      text: " The youngest does. ",
      value: null,
      notes: [],
    });
    expect(asked).toHaveLength(1);
    expect(asked[0]?.messages[0]?.content).toContain("the language with the tag ja");
    expect(asked[0]?.messages[1]).toEqual({ role: "user", content: [{ data: "Who pours the tea?" }] });
    expect(asked[0]?.sampling).toEqual({ temperature: 0.8, maxTokens: 400 });
    expect(made.drafts).toEqual([
      {
        culture: "jp",
        topic: "food",
        language: "ja",
        questionKey: null,
        turns: [
          { role: "user", content: "Who pours the tea?" },
          { role: "assistant", content: "The youngest does." },
        ],
        metadata: { variant: 1 },
      },
    ]);
  });

  test("tells repeated answers apart by their ordinal, and lets generators take turns", async () => {
    const { asked } = await make({ ...facts, outcome: "ok", text: "Yes.", value: null, notes: [] }, 1);
    expect(asked[0]).toMatchObject({ ordinal: 1, informant: { role: "generator", member: 1 } });
  });

  test.each([
    [{ ...facts, outcome: "refused", text: "No." }, "refused"],
    [{ ...facts, outcome: "truncated", text: "The you", by: "length" }, "cut"],
    [{ ...facts, outcome: "blocked", text: "" }, "filter"],
    [{ ...facts, outcome: "invalid", text: "", reason: "empty" }, "form"],
    [{ ...facts, outcome: "ok", text: "  ", value: null, notes: [] }, "empty"],
  ] as [Answer, string][])("makes nothing of %o, and says why", async (answer, word) => {
    const { made } = await make(answer);
    expect(made.drafts).toEqual([]);
    expect(made.note).toContain(word);
  });
});
