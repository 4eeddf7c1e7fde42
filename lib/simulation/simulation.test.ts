import fc from "fast-check";
import { expect, test } from "vitest";
import { z } from "zod";
import { chanceOf } from "./chance.ts";
import { embedText } from "./embed-text.ts";
import { createFaultPicker, FaultScript } from "./faults.ts";
import { fillSchema } from "./fill-schema.ts";
import { readPrompt } from "./read-prompt.ts";
import { writeText } from "./write-text.ts";

const ask = (content: string) => readPrompt([{ role: "user", content }]);

test("a culture answers in its own way each time, and cultures differ", () => {
  const answer = (culture: string, key: string) =>
    writeText(ask(`Who pours tea at a wedding in ${culture}?`), "1", key);
  const many = (culture: string) => Array.from({ length: 60 }, (_, n) => answer(culture, `${n}`));
  const [japan, kenya] = [many("Japan"), many("Kenya")];
  expect(new Set(japan).size).toBeGreaterThan(30);
  // What is said between the links is the culture's habits: five of them, the same in all its answers.
  const habitsIn = (texts: string[]) => new Set(texts.flatMap((text) => text.match(/, [^,.]{20,}(?=[,.])/g) ?? []));
  expect(habitsIn(japan).size).toBeLessThan(20);
  expect([...habitsIn(japan)].filter((habit) => !habitsIn(kenya).has(habit)).length).toBeGreaterThan(2);
  expect(answer("Japan", "7")).toBe(answer("Japan", "7"));
  expect(answer("Japan", "7")).toMatch(/^[A-Z][^\n]+\.$/);
});

test("cultures are known by their names, demonyms and own names, as words of their own", () => {
  expect(ask("What would Kenyan families say?").culture).toBe("Kenya");
  expect(ask("In Japan, who pours?").culture).toBe("Japan");
  expect(ask("Who pours the tea?").culture).toBeNull();
});

test("where one letter is asked for, one letter is said", () => {
  const prompt = ask("In Japan, who pours?\nA) the eldest\nB) the youngest\nC) the host\nAnswer with only the letter.");
  expect(prompt.choices).toEqual(["A", "B", "C"]);
  expect(["A", "B", "C"]).toContain(writeText(prompt, "1", "k"));
});

test("a structured reply fits its schema", () => {
  const schema = z.strictObject({
    answers: z
      .array(z.strictObject({ text: z.string(), kind: z.enum(["a", "b"]), share: z.number().min(0).max(1) }))
      .min(2)
      .max(3),
    count: z.int().min(1).max(5),
    within: z.int().gt(0).lt(3),
    below: z.number().max(-3),
    part: z.number().gt(0).lt(1),
    long: z.string().min(1_000).max(1_010),
    sure: z.boolean(),
    note: z.union([z.string(), z.null()]),
  });
  fc.assert(
    fc.property(fc.string(), (key) => {
      const filling = { prompt: ask("Who pours?"), seed: "1", chance: chanceOf(key) };
      expect(schema.safeParse(fillSchema(z.toJSONSchema(schema), filling)).success).toBe(true);
    }),
    { numRuns: 200 },
  );
});

test("every text has a vector of length 1, and the same text the same one", () => {
  fc.assert(
    fc.property(fc.string({ unit: "grapheme" }), (text) => {
      const vector = embedText(text, 1);
      expect(Math.hypot(...vector)).toBeCloseTo(1, 3);
      expect(embedText(text, 1)).toEqual(vector);
    }),
    { numRuns: 200 },
  );
});

test("faults befall the requests that a rule names, and no others", () => {
  const script = FaultScript.parse([
    { fault: "F10", contains: "twice", first: 2 },
    { fault: "F6", model: "m", from: 3, to: 4 },
    { fault: "F4", path: "embeddings", during: 10 },
    { fault: "F12", path: "models", rate: 0.3 },
  ]);
  const pick = createFaultPicker(script, 1);
  const base = { path: "chat" as const, model: null, body: "", call: 1, time: 1, at: 0 };
  const named = (more: object) => pick({ ...base, ...more })?.fault ?? null;
  expect([1, 2, 3].map((time) => named({ body: "twice", time }))).toEqual(["F10", "F10", null]);
  expect([2, 3, 4, 5].map((call) => named({ model: "m", call }))).toEqual([null, "F6", "F6", null]);
  expect([5, 12, 16].map((at) => named({ path: "embeddings", at }))).toEqual(["F4", "F4", null]);
  const hit = Array.from({ length: 1_000 }, (_, n) => named({ path: "models", body: `${n}` })).filter(
    (each) => each !== null,
  );
  expect(hit.length).toBeGreaterThan(250);
  expect(hit.length).toBeLessThan(350);
  expect(FaultScript.safeParse([{ fault: "F43" }]).success).toBe(false);
});
