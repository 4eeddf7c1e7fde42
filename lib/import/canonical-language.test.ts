import { expect, test } from "vitest";
import { LanguageTag } from "#lib/schema/conversation.ts";
import { canonicalLanguage } from "./canonical-language.ts";
import { Rejection } from "./rejection.ts";

test.each([
  ["en", "en", "as written"],
  ["zh-Hant-TW", "zh-Hant-TW", "as written"],
  ["zh_CN", "zh-CN", "rewritten"],
  ["ZH-cn", "zh-CN", "rewritten"],
  ["PT-br", "pt-BR", "rewritten"],
  ["iw", "he", "rewritten"],
  ["Korean", "ko", "rewritten"],
  ["ar-DZ", "ar-DZ", "as written"],
  ["und", "und", "as written"],
  ["xqz", "xqz", "unlisted"],
])("I23 %s is %s, %s", (written, tag, remark) => {
  expect(canonicalLanguage(written)).toEqual({ tag, remark });
  expect(LanguageTag.safeParse(tag).success).toBe(true);
});

test.each([
  ["xx", null],
  ["Koraen", "ko"],
  ["english please", null],
  ["e", null],
  ["klingonish", null],
  ["x-private", null],
  ["en--US", null],
  ["日本語", null],
])("I24 %s is refused with a suggestion where one is near", (written, suggestion) => {
  const result = canonicalLanguage(written);
  expect(result instanceof Rejection && result.code).toBe("E_LANGUAGE");
  if (suggestion !== null) expect(result instanceof Rejection && result.message).toContain(`\`${suggestion}\``);
});

test("I78 50,000 characters are refused by length first", () => {
  expect(canonicalLanguage(`${"a-".repeat(25_000)}!`)).toBeInstanceOf(Rejection);
});
