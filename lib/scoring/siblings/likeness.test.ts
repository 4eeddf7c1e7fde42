import { describe, expect, test } from "vitest";
import { makeItem, makeWords, unmasked } from "../testing/made-up-corpus.ts";
import { siblings } from "./index.ts";
import { SiblingsModel } from "./model.ts";

const answer = (id: string, response: string, language = "en") =>
  makeItem({ id, culture: id, response, language, questionKey: "breakfast" });

async function modelOf(items: readonly ReturnType<typeof answer>[]): Promise<SiblingsModel> {
  const { model } = await siblings.fit(() => items, unmasked);
  return SiblingsModel.fromBytes(model.toBytes(), unmasked);
}

describe("likeness", () => {
  test("is what the scores are made of: equal texts 1, texts without a common letter 0", async () => {
    const items = [answer("jp", "rice"), answer("mx", "rice"), answer("fr", "yam")];
    const { model, scores } = await siblings.fit(() => items, unmasked);
    const rows = SiblingsModel.fromBytes(model.toBytes(), unmasked).likeness(items);
    expect(rows).toEqual([[], [1], [0, 0]]);
    expect([...scores].map(({ parts }) => parts.nearestSimilarity)).toEqual([
      expect.closeTo(1, 4),
      expect.closeTo(1, 4),
      expect.closeTo(0, 4),
    ]);
  });

  test("compares variants of one base language, and nothing across languages", async () => {
    const items = [answer("br", "arroz", "pt-BR"), answer("pt", "arroz", "pt-PT"), answer("es", "arroz", "es")];
    expect((await modelOf(items)).likeness(items)).toEqual([[], [1], [null, null]]);
  });

  test("is not told for an answer without words, nor in a language that was not scored", async () => {
    const items = [answer("jp", "rice"), answer("mx", "!!"), answer("fr", "riz", "fr")];
    const model = await modelOf(items.slice(0, 2));
    expect(model.likeness(items)).toEqual([[], [null], [null, null]]);
  });
});

describe("usual words", () => {
  const texts = Array.from(
    { length: 60 },
    (_, n) => `${n % 4 === 0 ? "tea" : "milk"} ${n % 10 === 0 ? "saffron" : ""} ${makeWords(3, n).join(" ")}`,
  );

  test("are in every fifth text of the language", async () => {
    const model = await modelOf(texts.map((text, n) => answer(`c${n}`, text)));
    expect(model.usual(["tea", "milk", "saffron", "never"], "en")).toEqual(["tea", "milk"]);
    expect(model.usual(["tea"], "fr")).toEqual([]);
  });

  test("are not told from fewer than 50 texts", async () => {
    const model = await modelOf(texts.slice(0, 40).map((text, n) => answer(`c${n}`, text)));
    expect(model.usual(["tea", "milk"], "en")).toEqual([]);
  });
});
