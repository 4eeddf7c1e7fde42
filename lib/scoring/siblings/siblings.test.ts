import fc from "fast-check";
import { describe, expect, test } from "vitest";
import type { ScoredItem, ScoringItem } from "../estimator.ts";
import { makeItem, makeWords, unmasked } from "../testing/made-up-corpus.ts";
import { siblings } from "./index.ts";

async function scoresOf(items: readonly ScoringItem[]): Promise<Map<string, ScoredItem>> {
  const { scores } = await siblings.fit(() => items, unmasked);
  return new Map([...scores].map((score) => [score.id, score]));
}

function answer(id: string, culture: string, response: string, fields: Partial<ScoringItem> = {}): ScoringItem {
  return makeItem({ id, culture, response, questionKey: "breakfast", ...fields });
}

function reasonOf(score: ScoredItem | undefined): string {
  const found = score?.distinctiveness;
  return found?.computed === false ? found.reason : "computed";
}

function distanceOf(score: ScoredItem | undefined): number {
  const found = score?.distinctiveness;
  if (found?.computed !== true) throw new Error("not computed");
  return found.value;
}

describe("with too few pairs for yardsticks, b = 0 and b′ = 1", () => {
  const items = [
    answer("jp", "jp", "rice"),
    answer("mx", "mx", "rice"),
    answer("ng", "ng", "yam"),
    answer("fr", "fr", "croissant"),
  ];

  test("distance is 1 − the mean similarity to the other cultures", async () => {
    const scores = await scoresOf(items);
    // Equal texts have similarity 1, texts without a common letter 0: Japan has (1 + 0 + 0) / 3.
    expect(distanceOf(scores.get("jp"))).toBeCloseTo(2 / 3, 4);
    expect(distanceOf(scores.get("fr"))).toBe(1);
    expect(scores.get("jp")?.parts).toMatchObject({
      cultures: 3,
      nearestCulture: "mx",
      nearestSimilarity: expect.closeTo(1, 4),
      mean: expect.closeTo(1 / 3, 4),
      unrelated: 0,
      compatriot: 1,
    });
  });

  test("of several answers of a culture the best match counts", async () => {
    const scores = await scoresOf([...items, answer("fr-2", "fr", "rice")]);
    expect(distanceOf(scores.get("jp"))).toBeCloseTo(1 / 3, 4);
    expect(scores.get("jp")?.parts.cultures).toBe(3);
  });

  test("the words shown are those the others do not use", async () => {
    const words = (await scoresOf([...items, answer("ke", "ke", "rice tea")])).get("ke")?.parts.words;
    if (!Array.isArray(words)) throw new Error("no words");
    expect(words.map(({ word }) => word)).toEqual(["tea", "rice"]);
    // "rice" is in 3 of 5 answers and in 2 of the 4 other cultures' (+1 smoothing): (1 + ln(6/4)) · ½; "tea": 1 + ln(6/2).
    expect(words[1]?.weight).toBeCloseTo((1 + Math.log(6 / 4)) / 2, 3);
    expect(words[0]?.weight).toBeCloseTo(1 + Math.log(6 / 2), 3);
  });

  test("the percentile counts ties half, within the culture", async () => {
    const more = [
      ...items,
      answer("q2-jp", "jp", "soup", { questionKey: "q2" }),
      answer("q2-mx", "mx", "tea", { questionKey: "q2" }),
    ];
    const scores = await scoresOf(more);
    expect(scores.get("jp")?.distinctiveness).toMatchObject({ percentile: 0.25 });
    expect(scores.get("q2-jp")?.distinctiveness).toMatchObject({ percentile: 0.75 });
  });
});

describe("with pairs enough, the project's own yardsticks count", () => {
  // 40 questions, two cultures with two answers each. Compatriots share half their words, cultures share none.
  const words = makeWords(40 * 8, 3);
  const items = Array.from({ length: 40 }, (_, q) => {
    const [a, b, c, d, e, f] = words.slice(q * 8);
    const fields = { questionKey: `q${q}`, topic: `t${q % 4}` };
    return [
      answer(`${q}-jp-1`, "jp", `${a} ${b}`, fields),
      answer(`${q}-jp-2`, "jp", `${a} ${c}`, fields),
      answer(`${q}-mx-1`, "mx", `${d} ${e}`, fields),
      answer(`${q}-mx-2`, "mx", q === 0 ? `${a} ${b}` : `${d} ${f}`, fields),
    ];
  }).flat();

  test("answers unlike the foreign ones are at 1, a copy is at 0", async () => {
    const scores = await scoresOf(items);
    expect(distanceOf(scores.get("5-jp-1"))).toBe(1);
    expect(distanceOf(scores.get("0-jp-1"))).toBe(0);
    expect(scores.get("0-jp-1")?.parts.nearestSimilarity).toBeCloseTo(1, 4);
    const { compatriot, unrelated } = scores.get("5-jp-1")?.parts ?? {};
    expect(compatriot).toBeGreaterThan(0.35);
    expect(compatriot).toBeLessThan(0.65);
    expect(unrelated).toBeLessThan(0.1);
  });

  test("where compatriots differ as much as strangers, closeness says nothing", async () => {
    const unlike = items.map((item, i) => ({ ...item, topic: "t", response: makeWords(items.length, 9)[i] ?? "" }));
    expect(reasonOf((await scoresOf(unlike)).get("5-jp-1"))).toContain("closeness says nothing");
  });

  test("a survey among the questions, with its equal answers, does not change the yardstick b", async () => {
    const survey = ["jp", "mx"].flatMap((culture) =>
      Array.from({ length: 60 }, (_, q) =>
        answer(`s${q}-${culture}`, culture, "1", { questionKey: `s${q}`, topic: "survey" }),
      ),
    );
    const scores = await scoresOf([...items, ...survey]);
    expect(scores.get("5-jp-1")?.parts.unrelated).toBeLessThan(0.1);
    expect(distanceOf(scores.get("5-jp-1"))).toBe(1);
    expect(distanceOf(scores.get("s3-jp"))).toBeCloseTo(0, 6);
  });

  test("of topics too small to tell, none is silenced by the pairs of all: b′ is 1", async () => {
    const unlike = items.map((item, i) => ({ ...item, response: makeWords(items.length, 9)[i] ?? "" }));
    const { parts } = (await scoresOf(unlike)).get("5-jp-1") ?? {};
    expect(parts?.compatriot).toBe(1);
  });

  test("b′ is raised where more than one item in 20 would count as a copy", async () => {
    // In a quarter of the questions both cultures say exactly the same, far more alike than compatriots usually are.
    const copied = items.map((item) => {
      const same = items.find(({ id }) => id === `${item.questionKey?.slice(1)}-jp-1`);
      return Number(item.questionKey?.slice(1)) % 4 === 1 && item.culture === "mx"
        ? { ...item, response: same?.response ?? "" }
        : item;
    });
    const parts = (await scoresOf(copied)).get("1-jp-1")?.parts;
    expect(parts?.compatriot).toBeCloseTo(1, 4);
    expect(parts?.note).toContain("count as copies only from 1.00 on");
  });

  test("the outcome does not depend on the order of the items", async () => {
    const forwards = await siblings.fit(() => items, unmasked);
    const backwards = await siblings.fit(() => items.toReversed(), unmasked);
    const byId = (scores: Iterable<ScoredItem>) => [...scores].sort((a, b) => (a.id < b.id ? -1 : 1));
    expect(byId(backwards.scores)).toEqual(byId(forwards.scores));
    expect(backwards.model.toBytes()).toEqual(forwards.model.toBytes());
  });

  test("a stored model scores one question as the full pass did, and an edit changes its siblings", async () => {
    const { model, scores } = await siblings.fit(() => items, unmasked);
    const full = new Map([...scores].map((score) => [score.id, score]));
    const stored = siblings.fromBytes(model.toBytes(), unmasked);
    const question = items.filter(({ questionKey }) => questionKey === "q7").map((item) => ({ item, fittedAs: item }));
    expect(stored.score(question)).toEqual(question.map(({ item }) => full.get(item.id)));
    const [first, ...rest] = question;
    const foreign = rest.at(-1)?.item.response ?? "";
    if (first === undefined) throw new Error("no such question");
    const edited = stored.score([{ item: { ...first.item, response: foreign }, fittedAs: first.item }, ...rest]);
    expect(distanceOf(edited[0])).toBe(0);
    expect(distanceOf(edited.at(-1))).toBe(0);
    expect(distanceOf(full.get("7-mx-2"))).toBe(1);
  });
});

describe("beside answers that tell compatriots from strangers", () => {
  const words = makeWords(40 * 5, 3);
  // Two cultures, two answers each: compatriots share a word, cultures share none but in the first question.
  const ordinary = Array.from({ length: 40 }, (_, q) => {
    const [a, b, c, d, e] = words.slice(q * 5);
    const fields = { questionKey: `q${q}`, topic: "food" };
    return [
      answer(`${q}-jp-1`, "jp", `${a} ${b}`, fields),
      answer(`${q}-jp-2`, "jp", `${a} ${c}`, fields),
      answer(`${q}-mx-1`, "mx", `${d} ${e}`, fields),
      answer(`${q}-mx-2`, "mx", q === 0 ? `${a} ${b}` : `${d} ${c}`, fields),
    ];
  }).flat();
  // Answers that turn with the question and the person, so that compatriots agree no more often than strangers do.
  const survey = (topic: string | null, choices: readonly string[]) =>
    Array.from({ length: 60 }, (_, q) =>
      ["jp", "mx"].flatMap((culture) =>
        [0, 1].map((person) =>
          answer(`s${q}-${culture}-${person}`, culture, choices[(q + person) % choices.length] ?? "", {
            questionKey: `s${q}`,
            topic,
          }),
        ),
      ),
    ).flat();
  const nothing = "closeness says nothing";

  test.each([
    ["digits", ["1", "2", "3", "4"]],
    ["single words", ["agree", "refuse", "unsure", "both"]],
  ])("a survey of %s says nothing, and the others keep their scores", async (_, choices) => {
    const alone = await scoresOf(ordinary);
    const beside = await scoresOf([...ordinary, ...survey("survey", choices)]);
    expect(reasonOf(beside.get("s3-jp-0"))).toContain(nothing);
    for (const { id } of ordinary) expect(reasonOf(beside.get(id))).toBe("computed");
    expect(distanceOf(beside.get("5-jp-1"))).toBe(1);
    expect(distanceOf(beside.get("0-jp-1"))).toBe(0);
    const [before, after] = [alone.get("5-jp-1")?.parts, beside.get("5-jp-1")?.parts];
    expect(after?.compatriot).toBeCloseTo(Number(before?.compatriot), 1);
  });

  test("digits among the answers of the same topic are measured apart", async () => {
    const alone = await scoresOf(ordinary);
    const beside = await scoresOf([...ordinary, ...survey("food", ["1", "2", "3", "4"])]);
    expect(reasonOf(beside.get("s3-jp-0"))).toContain(nothing);
    expect(distanceOf(beside.get("5-jp-1"))).toBe(1);
    expect(beside.get("5-jp-1")?.parts.compatriot).toBeCloseTo(Number(alone.get("5-jp-1")?.parts.compatriot), 1);
  });

  test("a topic with one answer of each culture is measured though a survey says nothing", async () => {
    const single = Array.from({ length: 40 }, (_, q) =>
      ["jp", "mx"].map((culture, i) =>
        answer(`${q}-${culture}`, culture, `${words[q * 5 + (q === 0 ? 0 : i)]}`, {
          questionKey: `q${q}`,
          topic: "food",
        }),
      ),
    ).flat();
    const scores = await scoresOf([...single, ...survey("survey", ["agree", "refuse", "unsure", "both"])]);
    expect(reasonOf(scores.get("s3-jp-0"))).toContain(nothing);
    expect(scores.get("5-jp")?.parts.compatriot).toBe(1);
    expect(distanceOf(scores.get("5-jp"))).toBe(1);
    expect(distanceOf(scores.get("0-jp"))).toBeCloseTo(0, 6);
  });

  test("a small topic takes the yardsticks of the others, and a stored model those of a topic it never saw", async () => {
    const fields = { questionKey: "drink", topic: "drink" };
    const drinks = [answer("tea", "jp", "tea", fields), answer("milk", "mx", "milk", fields)];
    const all = [...ordinary, ...drinks, ...survey("survey", ["1", "2", "3", "4"])];
    const { model, scores } = await siblings.fit(() => all, unmasked);
    const parts = new Map([...scores].map((score) => [score.id, score.parts]));
    expect(parts.get("tea")?.unrelated).toBe(parts.get("5-jp-1")?.unrelated);
    const moved = drinks.map((item) => ({ item: { ...item, topic: "new" }, fittedAs: item }));
    const [tea] = siblings.fromBytes(model.toBytes(), unmasked).score(moved);
    expect(tea?.parts).toEqual(parts.get("tea"));
    const backwards = await siblings.fit(() => all.toReversed(), unmasked);
    expect(backwards.model.toBytes()).toEqual(model.toBytes());
  });

  test("a collection that keeps each answer of a culture once is measured, though strangers' answers recur", async () => {
    // Every culture lists "rice" and one more, alike only in every fifth question; a quarter of strangers are equal.
    const once = ordinary.map((item, i) => {
      const own = `${words[i]}`;
      if (i % 2 === 1) return { ...item, response: own };
      return { ...item, response: i % 10 === 0 ? `${words[i + 1]} ${words[i]}` : "rice" };
    });
    const scores = await scoresOf(once);
    expect(reasonOf(scores.get("5-jp-1"))).toBe("computed");
  });
});

test("what cannot be computed is null with a reason", async () => {
  const scores = await scoresOf([
    answer("keyless", "jp", "rice", { questionKey: null }),
    answer("empty", "jp", "  "),
    answer("emoji", "mx", "🍚"),
    answer("alone", "jp", "rice", { questionKey: "alone" }),
    answer("alone-too", "jp", "bread", { questionKey: "alone" }),
    answer("unanswered", "mx", "", { questionKey: "alone" }),
    answer("ja", "jp", "ご飯", { questionKey: "apart", language: "ja-JP" }),
    answer("ko", "kr", "밥", { questionKey: "apart", language: "ko" }),
    answer("es", "mx", "pan", { questionKey: "apart", language: "es" }),
    answer("paired", "jp", "rice"),
    answer("pair", "fr", "bread"),
  ]);
  expect(reasonOf(scores.get("keyless"))).toBe("The item has no question key, so it has no siblings.");
  expect(reasonOf(scores.get("empty"))).toBe("The item has no answer yet.");
  expect(reasonOf(scores.get("emoji"))).toBe("The answer has no words to compare.");
  expect(reasonOf(scores.get("alone"))).toBe("No other culture answers this question.");
  expect(reasonOf(scores.get("ja"))).toContain("only in other languages (Korean, Spanish)");
  expect(reasonOf(scores.get("paired"))).toBe("computed");
  expect([...scores]).toHaveLength(11);
  for (const { representativeness } of scores.values()) {
    expect(representativeness).toEqual({
      computed: false,
      reason: "Siblings tell how distinct an answer is, not how typical.",
    });
  }
});

test("of many other languages three are named", async () => {
  const items = ["ar", "ko", "es", "th", "de"].map((language, i) => answer(language, `c${i}`, "1", { language }));
  expect(reasonOf((await scoresOf(items)).get("de"))).toContain("(Arabic, Korean, Spanish and 1 more)");
});

test("stays within [0,1] for any answers", async () => {
  const drawn = fc.record({
    culture: fc.constantFrom("jp", "mx", "ng"),
    questionKey: fc.constantFrom("a", "b", null),
    topic: fc.constantFrom("food", null),
    language: fc.constantFrom("en", "ja"),
    response: fc.string({ unit: "binary", maxLength: 30 }),
  });
  await fc.assert(
    fc.asyncProperty(fc.array(drawn, { maxLength: 90 }), async (answers) => {
      const items = answers.map((fields, i) => makeItem({ id: `i${i}`, ...fields }));
      const { model, scores } = await siblings.fit(() => items, unmasked);
      const listed = [...scores];
      expect(listed).toHaveLength(items.length);
      for (const { distinctiveness } of listed) {
        if (!distinctiveness.computed) continue;
        expect(distinctiveness.value).toBeGreaterThanOrEqual(0);
        expect(distinctiveness.value).toBeLessThanOrEqual(1);
      }
      const again = model.score(items.map((item) => ({ item, fittedAs: item })));
      expect(new Map(again.map((score) => [score.id, score]))).toEqual(
        new Map(listed.map((score) => [score.id, score])),
      );
    }),
    { numRuns: 40 },
  );
});
