import { describe, expect, test } from "vitest";
import { maskPlaces } from "./mask-places.ts";
import { buildPlaceMatcher } from "./place-matcher.ts";
import { questionKeyOf } from "./question-key-of.ts";

const matcher = buildPlaceMatcher([
  "Oman",
  "Omani",
  "Korea",
  "South Korea",
  "South Korean",
  "UK",
  "United Kingdom",
  "Algeria",
  "Japan",
  "日本",
  "日本人",
  "한국",
  "대한민국",
  "ไทย",
  "Türkiye",
  "الجزائر",
]);

describe("maskPlaces", () => {
  test.each([
    ["A woman in Oman", "A woman in ▢"],
    ["South Koreans in South Korea", "South Koreans in ▢"],
    ["a south korean meal", "a ▢ meal"],
    ["in the UK, OK?", "in the ▢, OK?"],
    ["日本人は日本で", "▢は▢で"],
    ["한국에서는 대한민국", "▢에서는 ▢"],
    ["남한국", "남한국"],
    ["คนไทยกิน", "คน▢กิน"],
    ["TÜRKİYE'de, Türkiye'de", "▢'de, ▢'de"],
    ["في الجزائر؟", "في ▢؟"],
    ["nothing here", "nothing here"],
    ["", ""],
  ])("%s", (text, masked) => {
    expect(maskPlaces(text, matcher)).toBe(masked);
  });

  test("an empty list masks nothing", () => {
    expect(maskPlaces("Oman", buildPlaceMatcher(["", "  "]))).toBe("Oman");
  });
});

describe("questionKeyOf", () => {
  test("siblings share it, however they are punctuated", () => {
    const key = questionKeyOf("What is a common snack for preschool kids in Algeria?", matcher);
    expect(key).toMatch(/^q-[0-9a-f]{16}$/);
    for (const sibling of [
      "What is a common snack for preschool kids in South Korea?",
      "what is a common snack, for preschool kids, in the UK",
      "What is a common snack for preschool kids in the United Kingdom?",
    ]) {
      expect(questionKeyOf(sibling, matcher)).toBe(key);
    }
    expect(questionKeyOf("What is a common drink for preschool kids in Algeria?", matcher)).not.toBe(key);
  });

  test("holds its value from version to version", () => {
    // FNV-1a 64 of the UTF-8 bytes of "who lives in ▢", computed with big integers.
    let expected = 0xcbf29ce484222325n;
    for (const byte of new TextEncoder().encode("who lives in ▢")) {
      expected = ((expected ^ BigInt(byte)) * 0x100000001b3n) & 0xffffffffffffffffn;
    }
    expect(questionKeyOf("Who lives in Japan?", matcher)).toBe(`q-${expected.toString(16).padStart(16, "0")}`);
  });

  test("texts without a letter still differ", () => {
    expect(questionKeyOf("???", matcher)).not.toBe(questionKeyOf("!!!", matcher));
  });
});
