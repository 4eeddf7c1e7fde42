import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { wordPlaces } from "#lib/text/word-places.ts";
import { indexWords, onlyHere, saidByMost } from "./word-lens.ts";

const none = new Set<string>();
const cut = (text: string, stretches: readonly { start: number; end: number }[]) =>
  stretches.map(({ start, end }) => text.slice(start, end));
const here = (text: string, others: readonly string[], language = "en", usual: ReadonlySet<string> = none) =>
  cut(
    text,
    onlyHere(
      text,
      language,
      others.map((other) => indexWords([other], language)),
      usual,
    ),
  );

describe("only here", () => {
  test("words that no other column uses; what touches is one stretch", () => {
    expect(here("Bring sweet dates, and sit.", ["Sit and bring tea."])).toEqual(["sweet dates"]);
    expect(here("Bring sweet, fresh dates.", ["Bring fresh tea."])).toEqual(["sweet", "dates"]);
  });

  test("one shared word between two of them joins them", () => {
    expect(here("Drink tea with salt, slowly.", ["Drink with me."])).toEqual(["tea with salt", "slowly"]);
  });

  test("case, width and apostrophes do not part words", () => {
    expect(here("DON’T ＧＯ home", ["don't go"])).toEqual(["home"]);
  });

  test("usual words do not count; pairs of telling words do, where it is known which are usual", () => {
    const usual = new Set(["the", "of"]);
    expect(here("the green tea of the house", ["green walls of tea in a house"], "en", usual)).toEqual(["green tea"]);
    expect(here("green tea", ["green walls of tea"], "en")).toEqual([]);
  });

  test("Japanese, Chinese and Thai by dictionary; particles do not count alone", () => {
    expect(here("お茶を出す前に箸をそろえる", ["お茶を出す"], "ja")).toEqual(["前に箸をそろえる"]);
    expect(here("喝茶和吃饺子", ["喝茶"], "zh")).toEqual(["饺子"]);
    expect(here("ไหว้แม่ขอบคุณครับ", ["ขอบคุณครับ"], "th")).toEqual(["ไหว้แม่"]);
  });

  test("Arabic words stay whole", () => {
    expect(here("نشرب الشاي بالنعناع", ["نشرب الشاي"], "ar")).toEqual(["بالنعناع"]);
  });

  test("with nothing to compare with it refuses", () => {
    expect(() => onlyHere("tea", "en", [], none)).toThrow(RangeError);
  });
});

test("shared: what more than half of the columns say", () => {
  const texts = ["tea with mint", "tea with milk", "rice", "tea"];
  const columns = texts.map((text) => indexWords([text], "en"));
  expect(cut("tea with mint", saidByMost("tea with mint", "en", columns, none))).toEqual(["tea"]);
  expect(cut("tea with mint", saidByMost("tea with mint", "en", columns.slice(0, 2), none))).toEqual(["tea with"]);
  expect(cut("tea with mint", saidByMost("tea with mint", "en", columns.slice(0, 2), new Set(["with"])))).toEqual([
    "tea",
  ]);
  expect(() => saidByMost("tea", "en", columns.slice(0, 1), none)).toThrow(RangeError);
});

const texts = fc.array(fc.constantFrom("tea", "茶", "ขอบคุณ", "👩‍👩‍👧", "नमस्ते", " ", ", ", "é", "salt", "。"), {
  maxLength: 12,
});

test("stretches are in order, apart, never empty, and begin and end between graphemes", () => {
  fc.assert(
    fc.property(texts, texts, fc.constantFrom("en", "ja", "th", "hi"), (own, others, language) => {
      const [text, other] = [own.join(""), others.join("")];
      const borders = new Set([...new Intl.Segmenter(language).segment(text)].map(({ index }) => index)).add(
        text.length,
      );
      let end = -1;
      for (const stretch of onlyHere(text, language, [indexWords([other], language)], none)) {
        expect(stretch.start).toBeGreaterThan(end);
        expect(stretch.end).toBeGreaterThan(stretch.start);
        expect(borders.has(stretch.start) && borders.has(stretch.end)).toBe(true);
        end = stretch.end;
      }
    }),
  );
});

test("a text beside itself has nothing of its own, and shares every word that is marked", () => {
  fc.assert(
    fc.property(texts, fc.constantFrom("en", "ja", "th"), (own, language) => {
      const text = own.join("");
      const index = indexWords([text], language);
      expect(onlyHere(text, language, [index], none)).toEqual([]);
      const shared = saidByMost(text, language, [index, index], none);
      const places = wordPlaces(text, language);
      for (const { start, end } of shared)
        expect(places.some((place) => place.start === start) && places.some((place) => place.end === end)).toBe(true);
    }),
  );
});
