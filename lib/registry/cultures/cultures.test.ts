import { describe, expect, test } from "vitest";
import { normaliseLabel } from "#lib/import/normalise-label.ts";
import { Culture } from "#lib/schema/culture.ts";
import { cultures } from "./index.ts";

const zones = [
  "Central Asia and the Caucasus",
  "Central and Eastern Europe",
  "East Asia",
  "Latin America and the Caribbean",
  "North America",
  "Northern and Western Europe",
  "Oceania",
  "Several continents",
  "South Asia",
  "Southeast Asia",
  "Southern Europe",
  "Sub-Saharan Africa",
  "West Asia and North Africa",
];

/** The script each language is written in, for the languages whose script is beyond doubt. */
const scripts: Record<string, RegExp> = {
  am: /\p{Script=Ethiopic}/u,
  ar: /\p{Script=Arabic}/u,
  as: /\p{Script=Bengali}/u,
  bg: /\p{Script=Cyrillic}/u,
  bn: /\p{Script=Bengali}/u,
  bo: /\p{Script=Tibetan}/u,
  dz: /\p{Script=Tibetan}/u,
  el: /\p{Script=Greek}/u,
  fa: /\p{Script=Arabic}/u,
  he: /\p{Script=Hebrew}/u,
  hi: /\p{Script=Devanagari}/u,
  hy: /\p{Script=Armenian}/u,
  iu: /\p{Script=Canadian_Aboriginal}/u,
  ja: /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}]/u,
  ka: /\p{Script=Georgian}/u,
  kk: /\p{Script=Cyrillic}/u,
  km: /\p{Script=Khmer}/u,
  ko: /\p{Script=Hangul}/u,
  ky: /\p{Script=Cyrillic}/u,
  lo: /\p{Script=Lao}/u,
  mk: /\p{Script=Cyrillic}/u,
  ml: /\p{Script=Malayalam}/u,
  mn: /\p{Script=Cyrillic}/u,
  my: /\p{Script=Myanmar}/u,
  ne: /\p{Script=Devanagari}/u,
  pa: /\p{Script=Gurmukhi}/u,
  ps: /\p{Script=Arabic}/u,
  ru: /\p{Script=Cyrillic}/u,
  si: /\p{Script=Sinhala}/u,
  sr: /\p{Script=Cyrillic}/u,
  ta: /\p{Script=Tamil}/u,
  tg: /\p{Script=Cyrillic}/u,
  th: /\p{Script=Thai}/u,
  ti: /\p{Script=Ethiopic}/u,
  tt: /\p{Script=Cyrillic}/u,
  ug: /\p{Script=Arabic}/u,
  uk: /\p{Script=Cyrillic}/u,
  ur: /\p{Script=Arabic}/u,
  yue: /\p{Script=Han}/u,
  zgh: /\p{Script=Tifinagh}/u,
  zh: /\p{Script=Han}/u,
};

const written = cultures.flatMap((culture) => {
  const language = culture.languages[0]?.split("-")[0] ?? "";
  const script = scripts[language];
  return script ? [{ ...culture, script }] : [];
});

describe("the culture registry", () => {
  test("holds at least 75 cultures of all four kinds", () => {
    expect(cultures.length).toBeGreaterThanOrEqual(75);
    expect(new Set(cultures.map((culture) => culture.kind))).toEqual(
      new Set(["country", "region", "community", "language-area"]),
    );
  });

  test("every entry fits the schema", () => {
    for (const culture of cultures) expect(Culture.parse(culture)).toEqual(culture);
  });

  test("codes and names are unique", () => {
    expect(new Set(cultures.map((culture) => culture.code)).size).toBe(cultures.length);
    expect(new Set(cultures.map((culture) => normaliseLabel(culture.name))).size).toBe(cultures.length);
  });

  test("no entry repeats an alias, language, neighbour or masked word", () => {
    const repeating = cultures.filter(({ name, endonym, aliases, languages, neighbours, maskedWords }) =>
      [[name, ...aliases], [endonym, ...aliases], languages, neighbours, maskedWords].some(
        (list) => new Set(list).size < list.length,
      ),
    );
    expect(repeating.map((culture) => culture.code)).toEqual([]);
  });

  test("every entry has 2 to 4 neighbours, all in the registry, and is not its own", () => {
    const codes = new Set(cultures.map((culture) => culture.code));
    const wrong = cultures.filter(
      ({ code, neighbours }) =>
        neighbours.length < 2 ||
        neighbours.length > 4 ||
        neighbours.some((neighbour) => neighbour === code || !codes.has(neighbour)),
    );
    expect(wrong.map((culture) => culture.code)).toEqual([]);
  });

  test("every zone is one of the convention, and every zone is used", () => {
    expect([...new Set(cultures.map((culture) => culture.zone))].sort()).toEqual(zones);
  });

  test("languages are in canonical BCP-47 form", () => {
    const languages = cultures.flatMap((culture) => culture.languages);
    expect(languages.map((language) => Intl.getCanonicalLocales(language)[0])).toEqual(languages);
  });

  test("every entry masks at least three words, none so short that it would hit ordinary words", () => {
    const tooFew = cultures.filter((culture) => culture.maskedWords.length < 3);
    expect(tooFew.map((culture) => culture.code)).toEqual([]);
    const words = cultures.flatMap((culture) => culture.maskedWords);
    expect(words.filter((word) => /^\p{Script=Latin}{1,2}$/u.test(word))).toEqual([]);
  });

  test("the scripts of at least 35 entries are checked", () => {
    expect(written.length).toBeGreaterThanOrEqual(35);
  });

  test.each(written)("$code writes itself in the script of its first language", (culture) => {
    expect(culture.endonym).toMatch(culture.script);
    expect(culture.ownDemonym).toMatch(culture.script);
  });

  test("every text is in composed form, without bidirectional controls or stray white space", () => {
    const texts = cultures.flatMap((culture) => [
      culture.name,
      culture.endonym,
      culture.demonym,
      culture.ownDemonym,
      ...culture.aliases,
      ...culture.maskedWords,
    ]);
    expect(texts.filter((text) => text !== text.normalize("NFC"))).toEqual([]);
    expect(texts.filter((text) => /[\u200e\u200f\u202a-\u202e\u2066-\u2069]|^\s|\s$|\s\s/u.test(text))).toEqual([]);
  });

  test("no entry holds a flag", () => {
    expect(JSON.stringify(cultures)).not.toMatch(/[\u{1F1E6}-\u{1F1FF}]|\u{1F3F4}/u);
  });
});
