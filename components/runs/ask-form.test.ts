import { expect, test } from "vitest";
import { askTrouble, questionsIn, startWords, toNumber } from "./ask-form.ts";

const plan = { questions: 10, cultures: 12, variants: 1, budget: 2, maxCalls: null };

test("questions are lines, each once", () => {
  expect(questionsIn("  Who pours?\r\n\nمن يصب الشاي؟\nWho pours?\n")).toEqual(["Who pours?", "من يصب الشاي؟"]);
});

test("numbers are read as people type them", () => {
  expect([" 2,5 ", "0.1", ""].map(toNumber)).toEqual([2.5, 0.1, null]);
  expect(toNumber("two")).toBeNaN();
});

test("the button says how often, and how much at most", () => {
  expect(startWords(plan)).toBe("Ask 120 times, at most $2");
  expect(startWords({ ...plan, variants: 10, maxCalls: 500 })).toBe("Ask 1\u202f200 times, at most $2 and 500 calls");
  expect(startWords({ ...plan, maxCalls: 120 })).toBe("Ask 120 times, at most $2");
  expect(startWords({ ...plan, questions: 1, cultures: 1, budget: null })).toBe("Ask once, without a limit in dollars");
  expect(startWords({ ...plan, questions: 0 })).toBe("Ask");
});

test("what is missing is said, one thing at a time", () => {
  expect(askTrouble(plan)).toBeNull();
  expect(askTrouble({ ...plan, questions: 0, cultures: 0 })).toBe("Write a question first.");
  expect(askTrouble({ ...plan, cultures: 0 })).toBe("Choose a culture.");
  expect(askTrouble({ ...plan, variants: 21 })).toMatch("1 to 20");
  expect(askTrouble({ ...plan, variants: 1.5 })).toMatch("1 to 20");
  expect(askTrouble({ ...plan, budget: Number.NaN })).toMatch("budget");
  expect(askTrouble({ ...plan, budget: 0 })).toMatch("budget");
  expect(askTrouble({ ...plan, maxCalls: 0 })).toMatch("calls");
});
