import fc from "fast-check";
import { describe, expect, test } from "vitest";
import type { ScoredItem, ScoringItem } from "../estimator.ts";
import { makeItem, threeCultures, unmasked } from "../testing/made-up-corpus.ts";
import { lexical } from "./index.ts";

async function scoresOf(items: readonly ScoringItem[]): Promise<Map<string, ScoredItem>> {
  const { scores } = await lexical.fit(() => items, unmasked);
  return new Map([...scores].map((score) => [score.id, score]));
}

function partOf(score: ScoredItem | undefined, name: string): number {
  const part = score?.parts[name];
  if (typeof part !== "number") throw new Error(`"${name}" was not computed`);
  return part;
}

function reasonOf(score: ScoredItem | undefined, measure: "representativeness" | "distinctiveness"): string {
  const found = score?.[measure];
  return found?.computed === false ? found.reason : "computed";
}

function repeated(count: number, fields: (i: number) => Partial<ScoringItem>): ScoringItem[] {
  return Array.from({ length: count }, (_, i) => makeItem({ id: `item-${i}`, ...fields(i) }));
}

const corpus = threeCultures();

describe("on three cultures with known words", () => {
  test("neutral answers come out low and particular ones high", async () => {
    const scores = await scoresOf(corpus);
    const mean = (kind: string, name: string) => {
      const found = [...scores.values()].filter(({ id }) => id.startsWith(kind)).map((score) => partOf(score, name));
      return found.reduce((sum, value) => sum + value, 0) / found.length;
    };
    expect(mean("neutral", "logOdds")).toBeLessThan(0.08);
    expect(mean("neutral", "jensenShannon")).toBeLessThan(0.03);
    expect(mean("neutral", "neighbourPurity")).toBeLessThan(0.25);
    expect(mean("own", "logOdds")).toBeGreaterThan(0.6);
    expect(mean("own", "logOdds")).toBeLessThan(0.95);
    expect(mean("own", "jensenShannon")).toBeGreaterThan(0.35);
    expect(mean("own", "jensenShannon")).toBeLessThan(0.68);
    expect(mean("own", "neighbourPurity")).toBeGreaterThan(0.9);
    expect(Math.abs(mean("neutral", "silhouette"))).toBeLessThan(0.03);
    expect(mean("own", "silhouette")).toBeGreaterThan(0.03);
  });

  test("the silhouette is 1 between cultures of one text each, and leaves the text itself out", async () => {
    const items = ["jp", "mx"].flatMap((culture) =>
      Array.from({ length: 20 }, (_, i) =>
        makeItem({ id: `${culture}-${i}`, culture, response: culture === "jp" ? "miso" : "tortilla" }),
      ),
    );
    const odd = makeItem({ id: "odd", culture: "jp", response: "tortilla" });
    const scores = await scoresOf([...items, odd]);
    expect(partOf(scores.get("mx-0"), "silhouette")).toBeCloseTo(1, 3);
    // Distance 1 to all its compatriots, 0 to all of Mexico.
    expect(partOf(scores.get("odd"), "silhouette")).toBeCloseTo(-1, 3);
  });

  test("the words shown are the culture's own", async () => {
    const words = (await scoresOf(corpus)).get("own-mx-1")?.parts.words;
    if (!Array.isArray(words)) throw new Error("no words");
    const abroad = corpus.filter(({ culture }) => culture !== "mx").map(({ response }) => response.split(" "));
    expect(words.length).toBe(8);
    for (const { word, weight } of words) {
      expect(weight).toBeGreaterThan(1);
      expect(abroad.flat()).not.toContain(word);
    }
  });

  test("the outcome does not depend on the order of the items", async () => {
    const forwards = await lexical.fit(() => corpus, unmasked);
    const backwards = await lexical.fit(() => corpus.toReversed(), unmasked);
    expect([...backwards.scores].reverse()).toEqual([...forwards.scores]);
    expect(backwards.model.toBytes()).toEqual(forwards.model.toBytes());
  });

  test("a stored model scores every item as the full pass did", async () => {
    const { model, scores } = await lexical.fit(() => corpus, unmasked);
    const stored = lexical.fromBytes(model.toBytes(), unmasked);
    const edited = corpus.map((item) => ({ item, fittedAs: item }));
    expect(stored.score(edited)).toEqual([...scores]);
    expect(stored.toBytes()).toEqual(model.toBytes());
  });

  test("an edit leaves its own earlier text out of what it is compared with", async () => {
    const { model } = await lexical.fit(() => corpus, unmasked);
    const before = corpus.find(({ id }) => id === "own-jp-1");
    if (before === undefined) throw new Error("no such item");
    const half = before.response.split(" ").slice(0, 30).join(" ");
    const [edited] = model.score([{ item: { ...before, response: half }, fittedAs: before }]);
    const [added] = model.score([{ item: { ...before, id: "new", response: half }, fittedAs: null }]);
    // The half is a near copy of the counted text, which only the newcomer is compared with.
    expect(partOf(edited, "coverage")).toBeGreaterThan(partOf(added, "coverage"));
    expect(partOf(edited, "logOdds")).toBeLessThan(partOf(added, "logOdds"));
  });

  test("passes may be asynchronous", async () => {
    const { scores } = await lexical.fit(async function* () {
      yield* corpus;
    }, unmasked);
    expect([...scores]).toHaveLength(corpus.length);
  });
});

describe("word measures", () => {
  // 19 × "rice tea" and 1 × "rice bread" against 20 × "bread tea": 80 words, so a prior of 8. Its own text left out,
  // the answer meets rice 19, tea 19 of 38 at home and bread 20, tea 20 of 40 abroad. Worked in Python from the formulas.
  const items = [
    ...repeated(20, (i) => ({ id: `a-${i}`, culture: "jp", response: i === 0 ? "rice bread" : "rice tea" })),
    ...repeated(20, (i) => ({ id: `b-${i}`, culture: "mx", response: "bread tea" })),
  ];

  test("agree with the values worked by hand, leave-one-out", async () => {
    const scores = await scoresOf(items);
    expect(partOf(scores.get("a-0"), "logOdds")).toBeCloseTo(0.002184846521467554, 10);
    expect(partOf(scores.get("a-0"), "jensenShannon")).toBe(0);
    expect(scores.get("a-0")?.parts.words).toEqual([{ word: "rice", weight: 3.984 }]);
    expect(partOf(scores.get("a-1"), "logOdds")).toBeCloseTo(0.7269080731593693, 10);
    expect(partOf(scores.get("a-1"), "jensenShannon")).toBeCloseTo(0.42204583649836774, 10);
  });

  test("swapping the labels of two cultures changes nothing", async () => {
    const swapped = items.map((item) => ({ ...item, culture: item.culture === "jp" ? "mx" : "jp" }));
    expect([...(await scoresOf(swapped)).values()]).toEqual([...(await scoresOf(items)).values()]);
  });
});

test("an odd one out is less typical and covers more than the others", async () => {
  const scores = await scoresOf(
    repeated(20, (i) => ({ response: i === 7 ? "quite different altogether" : `we eat rice cakes with tea ${i}` })),
  );
  expect(partOf(scores.get("item-7"), "typicality")).toBe(0.025); // half of itself among 20
  expect(partOf(scores.get("item-7"), "coverage")).toBe(0.975);
});

test("representativeness is 0.5 typ + 0.3 cov + 0.2 top, or 0.625 typ + 0.375 cov without a topic", async () => {
  const scores = await scoresOf(corpus);
  for (const [id, weights] of [
    ["own-jp-1", [0.5, 0.3, 0.2]],
    ["own-jp-5", [0.625, 0.375, 0]],
  ] as const) {
    const score = scores.get(id);
    const parts = [partOf(score, "typicality"), partOf(score, "coverage"), weights[2] && partOf(score, "topicNeed")];
    const expected = parts.reduce((sum, part, i) => sum + part * (weights[i] ?? 0), 0);
    expect(score?.representativeness).toMatchObject({ computed: true, value: expect.closeTo(expected, 9) });
  }
  expect(scores.get("own-jp-5")?.parts).toMatchObject({ topicNeed: null, note: expect.stringContaining("no topic") });
  expect(scores.get("own-jp-1")?.parts.note).toBeUndefined();
});

describe("what cannot be computed is null with a reason", () => {
  test("no answer, or an answer without words", async () => {
    const scores = await scoresOf([
      ...corpus,
      makeItem({ id: "empty", response: " " }),
      makeItem({ id: "emoji", response: "🎎" }),
    ]);
    expect(reasonOf(scores.get("empty"), "representativeness")).toBe("The item has no answer yet.");
    expect(reasonOf(scores.get("empty"), "distinctiveness")).toBe("The item has no answer yet.");
    expect(reasonOf(scores.get("emoji"), "distinctiveness")).toBe("The answer has no words to compare.");
    expect(scores.get("empty")?.parts).toMatchObject({ typicality: null, logOdds: null, words: [] });
  });

  test("too few items, and a culture alone in its language", async () => {
    const scores = await scoresOf([
      ...repeated(9, (i) => ({ id: `few-${i}`, culture: "ir", language: "fa", response: `سلام ${i}` })),
      ...corpus,
      ...repeated(12, (i) => ({ id: `small-${i}`, culture: "ke", response: `tea ${i}` })),
      ...repeated(20, (i) => ({ id: `es-${i}`, culture: "mx", language: "es-MX", response: `pan ${i}` })),
      ...repeated(10, (i) => ({ id: `es-es-${i}`, culture: "es", language: "es", response: `vino ${i}` })),
    ]);
    expect(reasonOf(scores.get("few-0"), "representativeness")).toContain(
      "at least 10 answered items of the culture in Persian; there are 9",
    );
    expect(reasonOf(scores.get("few-0"), "distinctiveness")).toBe(
      "Only one culture in this project writes in Persian, so word choice cannot be compared.",
    );
    expect(reasonOf(scores.get("small-0"), "representativeness")).toBe("computed");
    expect(reasonOf(scores.get("small-0"), "distinctiveness")).toContain("there are 12");
    expect(reasonOf(scores.get("es-0"), "distinctiveness")).toContain("No other culture in this project has 20");
    expect(reasonOf(scores.get("own-jp-1"), "distinctiveness")).toBe("computed");
  });

  test("a language the model has not seen", async () => {
    const { model } = await lexical.fit(() => corpus, unmasked);
    const [score] = model.score([{ item: makeItem({ id: "new", language: "th", response: "สวัสดี" }), fittedAs: null }]);
    expect(reasonOf(score, "representativeness")).toContain("in Thai; there are 0");
    expect(reasonOf(score, "distinctiveness")).toContain("writes in Thai");
  });
});

test.each([
  ["ja", "お正月は神社へ初詣に行く", "夏は海で花火を見る"],
  ["ar", "نشرب القهوة في الصباح", "نأكل الخبز مع العائلة"],
  ["th", "เราดื่มชาตอนเช้า", "ครอบครัวกินข้าวด้วยกัน"],
])("tells two cultures apart in %s", async (language, here, there) => {
  const scores = await scoresOf([
    ...repeated(20, (i) => ({ id: `a-${i}`, culture: "aa", language, response: `${here} ${i}` })),
    ...repeated(20, (i) => ({ id: `b-${i}`, culture: "bb", language, response: `${there} ${i}` })),
  ]);
  expect(partOf(scores.get("a-3"), "logOdds")).toBeGreaterThan(0.5);
  expect(partOf(scores.get("a-3"), "neighbourPurity")).toBe(1);
});

test("place names are masked before anything is counted", async () => {
  const items = [
    ...repeated(20, (i) => ({ id: `a-${i}`, culture: "jp", response: `in Japan we drink tea ${i}` })),
    ...repeated(20, (i) => ({ id: `b-${i}`, culture: "mx", response: `in Mexico we drink tea ${i}` })),
  ];
  const mask = (text: string) => text.replaceAll(/Japan|Mexico/g, "▢");
  const { scores } = await lexical.fit(() => items, { mask });
  for (const score of scores) expect(partOf(score, "logOdds")).toBeLessThan(0.02);
});

test("stays within [0,1] for any text of any length", async () => {
  const { model } = await lexical.fit(() => corpus, unmasked);
  fc.assert(
    fc.property(
      fc.string({ unit: "binary", maxLength: 400 }),
      fc.constantFrom("jp", "mx", "xx"),
      (response, culture) => {
        const [score] = model.score([{ item: makeItem({ id: "any", culture, response }), fittedAs: null }]);
        for (const measure of [score?.representativeness, score?.distinctiveness]) {
          if (measure?.computed !== true) continue;
          for (const value of [measure.value, measure.percentile]) {
            expect(value).toBeGreaterThanOrEqual(0);
            expect(value).toBeLessThanOrEqual(1);
          }
        }
      },
    ),
  );
});

test("fits any small project without a value out of range", async () => {
  const word = fc.constantFrom("tea", "rice", "茶", "🎎", "شاي", "");
  const items = fc.array(fc.record({ culture: fc.constantFrom("jp", "mx"), words: fc.array(word, { maxLength: 4 }) }), {
    minLength: 40,
    maxLength: 90,
  });
  await fc.assert(
    fc.asyncProperty(items, async (drawn) => {
      const made = drawn.map(({ culture, words }, i) => makeItem({ id: `i${i}`, culture, response: words.join(" ") }));
      for (const { representativeness, distinctiveness } of (await scoresOf(made)).values()) {
        for (const measure of [representativeness, distinctiveness]) {
          if (!measure.computed) continue;
          expect(measure.value).toBeGreaterThanOrEqual(0);
          expect(measure.value).toBeLessThanOrEqual(1);
        }
      }
    }),
    { numRuns: 25 },
  );
});
