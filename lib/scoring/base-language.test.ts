import { expect, test } from "vitest";
import { baseLanguage } from "./base-language.ts";
import { languageName } from "./language-name.ts";

test("baseLanguage cuts region and script", () => {
  expect(["pt-BR", "pt_PT", "ZH-Hant-TW", "fa", ""].map(baseLanguage)).toEqual(["pt", "pt", "zh", "fa", "und"]);
});

test("languageName names a language, or gives the code back", () => {
  expect(["fa", "ja", "und", "not a code"].map(languageName)).toEqual([
    "Persian",
    "Japanese",
    "an unnamed language",
    "not a code",
  ]);
});
