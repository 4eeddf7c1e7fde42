import { describe, expect, test } from "vitest";
import { textNotes } from "./text-notes.ts";

const codes = (text: string) => textNotes(text, "messages[0].content").map((note) => note.code);

describe("textNotes", () => {
  test.each([
    "Who pours the tea?",
    "お茶は誰が注ぎますか\n二行目\tタブ",
    "مَنْ يَصُبُّ الشَّايَ؟",
    "क्षत्रिय र्‍क श्रीमान्‌को",
    "👩‍👩‍👧‍👦 ❤️ 🏴󠁧󠁢󠁥󠁮󠁧󠁿",
    "Tiếng Việt ế",
    "בְּרֵאשִׁ֖ית",
    "a\u2028b\u0085c",
  ])("nothing to say about %j", (text) => {
    expect(codes(text)).toEqual([]);
  });

  test("I15 noncharacters are flagged", () => {
    for (const text of ["a\uFFFE", "\uFFFF", "\uFDD0", "\u{1FFFE}", "\u{10FFFF}"])
      expect(codes(text)).toEqual(["N_NONCHARACTER"]);
  });

  test("I16 private use is flagged", () => {
    for (const text of ["\uE000", "\uF8FF", "\u{F0000}", "\u{100000}"]) expect(codes(text)).toEqual(["N_PRIVATE_USE"]);
  });

  test("I17 direction overrides and isolates are flagged", () => {
    for (const text of ["a\u202Eb", "\u2066x", "\u2069", "\u202A"]) expect(codes(text)).toEqual(["N_BIDI"]);
    expect(codes("a\u200Fb")).toEqual([]);
  });

  test("I18 tag characters are flagged as hidden text", () => {
    expect(codes("hello\u{E0068}\u{E0069}")).toEqual(["N_HIDDEN_TEXT"]);
  });

  test("I19 many joiners or variation selectors are flagged, a few are not", () => {
    expect(codes(`a${"\u200D".repeat(10_000)}`)).toEqual(["N_ZERO_WIDTH"]);
    expect(codes(`a${"\u200D".repeat(64)}`)).toEqual([]);
    expect(codes("a\uFE0F ".repeat(65))).toEqual(["N_ZERO_WIDTH"]);
  });

  test("I20 a thousand marks on one letter are flagged", () => {
    expect(codes(`a${"\u0301".repeat(1000)}`)).toEqual(["N_COMBINING"]);
    expect(codes(`a${"\u0301".repeat(7)}`)).toEqual([]);
  });

  test("the note names the field", () => {
    expect(textNotes("\u202E", "messages[3].content")[0]).toMatchObject({ field: "messages[3].content" });
  });
});
