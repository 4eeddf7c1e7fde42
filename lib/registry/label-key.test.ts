import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { labelKey } from "./label-key.ts";

describe("labelKey", () => {
  test.each([
    ["U.K.", "uk"],
    ["South_Korea", "southkorea"],
    ["  south-korea ", "southkorea"],
    ["ＵＳＡ", "usa"],
    ["The Netherlands", "netherlands"],
    ["the_netherlands", "netherlands"],
    ["Thessaly", "thessaly"],
    ["TÜRKİYE", "turkiye"],
    ["Viê\u0323t Nam", "vietnam"],
    ["Oʻzbekiston", "ozbekiston"],
    ["O'zbekiston", "ozbekiston"],
    ["Côte d’Ivoire", "cotedivoire"],
    ["Arab world (Iraq, Jordan)", "arabworldiraqjordan"],
    ["?!", ""],
  ])("%j becomes %j", (label, key) => {
    expect(labelKey(label)).toBe(key);
  });

  test("keeps the vowel signs of scripts that need them", () => {
    expect(labelKey("हिन्दी")).toBe("हिन्दी");
    expect(labelKey("ไทย")).toBe("ไทย");
    expect(labelKey("한국")).toBe("한국");
    expect(labelKey("Україна")).toBe("україна");
  });

  test("does not depend on the Unicode form and changes nothing the second time", () => {
    fc.assert(
      fc.property(fc.constantFrom("Türkiye", "한국", "日本", "Ελλάδα", "Việt Nam", "অসমীয়া", "འབྲུག་ཡུལ"), (label) => {
        const key = labelKey(label.normalize("NFC"));
        expect(labelKey(label.normalize("NFD"))).toBe(key);
        expect(labelKey(key)).toBe(key);
      }),
    );
  });
});
