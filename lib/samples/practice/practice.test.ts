import { expect, test } from "vitest";
import { topics } from "#lib/registry/topics.ts";
import { practiceItems } from "./index.ts";
import { questions } from "./questions.ts";

const scripts = ["Arabic", "Devanagari", "Hiragana", "Thai", "Han", "Latin"];
const text = practiceItems.map(({ turns }) => turns.map(({ content }) => content).join("\n"));

test("there are at least sixty conversations in at least eight cultures and six scripts", () => {
  expect(practiceItems.length).toBeGreaterThanOrEqual(60);
  expect(new Set(practiceItems.map(({ culture }) => culture)).size).toBeGreaterThanOrEqual(8);
  for (const script of scripts)
    expect(text.filter((each) => new RegExp(`\\p{Script=${script}}{3}`, "u").test(each)).length).toBeGreaterThan(2);
  expect(new Set(practiceItems.map(({ language }) => language))).toEqual(
    new Set(["en", "ur", "ar", "hi", "ja", "th", "zh", "es"]),
  );
});

test("every culture answers every question once, asked in the language of the answer", () => {
  expect(new Set(practiceItems.map(({ id }) => id)).size).toBe(practiceItems.length);
  expect(practiceItems.length).toBe(Object.keys(questions).length * 8);
  for (const { language, questionKey, turns } of practiceItems) {
    const asked = new Map(Object.entries(questions)).get(questionKey)?.asked;
    expect(new Map(Object.entries(asked ?? {})).get(language)).toBe(turns[0]?.content);
  }
});

test("some are flawed on purpose, in each of the six ways, and more are good", () => {
  const rejected = practiceItems.flatMap(({ expected }) => (expected.kind === "reject" ? [expected.reason] : []));
  for (const reason of ["untrue", "stereotype", "other-culture", "off-question", "language", "harm"])
    expect(rejected.filter((each) => each === reason).length).toBeGreaterThanOrEqual(3);
  expect(practiceItems.filter(({ expected }) => expected.kind === "accept").length).toBeGreaterThan(rejected.length);
  for (const { why } of practiceItems) expect(why).toMatch(/[.]$/);
});

test("topics are of the registry", () => {
  const known = new Set(topics.map(({ key }) => key));
  for (const { topic } of practiceItems) expect(known).toContain(topic);
});
