import { expect, test } from "vitest";
import { topics } from "#lib/registry/topics.ts";
import { sampleConversations, sampleQuestions } from "./index.ts";
import { sampleCultures } from "./sample-question.ts";

test("at least thirty questions are each answered for eight cultures, in at least 240 conversations", () => {
  expect(sampleQuestions.length).toBeGreaterThanOrEqual(30);
  expect(sampleCultures.length).toBeGreaterThanOrEqual(8);
  expect(sampleConversations.length).toBeGreaterThanOrEqual(240);
  expect(new Set(sampleConversations.map(({ id }) => id)).size).toBe(sampleConversations.length);
});

test("several are in the culture's own language, with the question in it too", () => {
  const own = sampleConversations.filter(({ language }) => language !== "en");
  expect(own.length).toBeGreaterThanOrEqual(60);
  expect(new Set(own.map(({ language }) => language)).size).toBeGreaterThanOrEqual(6);
  const scripts = { ja: "Hiragana", zh: "Han", hi: "Devanagari", ur: "Arabic", ar: "Arabic", th: "Thai", es: "Latin" };
  for (const { language, turns } of own) {
    const script = new Map(Object.entries(scripts)).get(language);
    for (const { content } of turns) expect(content).toMatch(new RegExp(`\\p{Script=${script}}`, "u"));
  }
});

test("no two answers are the same, and topics are of the registry", () => {
  const answers = sampleConversations.map(({ turns }) => turns[1]?.content);
  expect(new Set(answers).size).toBe(answers.length);
  const known = new Set(topics.map(({ key }) => key));
  for (const { topic } of sampleConversations) expect(known).toContain(topic);
});
