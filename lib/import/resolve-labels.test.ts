import { describe, expect, test } from "vitest";
import { normaliseLabel } from "./normalise-label.ts";
import { resolveLabels } from "./resolve-labels.ts";

const entries = [
  { code: "kr", names: ["South Korea", "Republic of Korea", "Korea", "대한민국", "South Korean"] },
  { code: "kp", names: ["North Korea", "Korea", "조선"] },
  { code: "gb", names: ["United Kingdom", "UK", "British"] },
  { code: "ar", names: ["Argentina", "Argentine"] },
  { code: "tr", names: ["Türkiye", "Turkey"] },
  { code: "in-as", names: ["Assam", "অসম"] },
  { code: "ru", names: ["Russia", "Россия"] },
];
const resolve = (label: string) => resolveLabels([label], entries)[0];

describe("normaliseLabel", () => {
  test.each([
    ["South_Korea", "south korea"],
    [" south-korea ", "south korea"],
    ["U.K.", "uk"],
    ["Türkiye", "turkiye"],
    ["TÜRKİYE", "turkiye"],
    ["Côte d’Ivoire", "cote divoire"],
    ["ｋｏｒｅａ", "korea"],
    ["हिन्दी", "हिन्दी"],
    ["Йемен", "йемен"],
  ])("%s becomes %s", (label, expected) => {
    expect(normaliseLabel(label)).toBe(expected.normalize("NFC"));
  });
});

describe("resolveLabels", () => {
  test.each([
    ["South_Korea", "kr"],
    ["대한민국", "kr"],
    ["U.K.", "gb"],
    ["turkiye", "tr"],
    ["IN-AS", "in-as"],
    ["in_as", "in-as"],
    ["Россия", "ru"],
  ])("%s is %s", (label, code) => {
    expect(resolve(label)).toEqual({ label, outcome: "resolved", code });
  });

  test("a name of two entries is ambiguous", () => {
    expect(resolve("Korea")).toEqual({ label: "Korea", outcome: "ambiguous", codes: ["kp", "kr"] });
  });

  test("I24 an unknown culture gets a suggestion and is not taken for it", () => {
    expect(resolve("South Koera")).toEqual({ label: "South Koera", outcome: "unknown", suggestion: "kr" });
    expect(resolve("Atlantis")).toEqual({ label: "Atlantis", outcome: "unknown", suggestion: null });
    expect(resolve("au")).toEqual({ label: "au", outcome: "unknown", suggestion: null });
  });

  test("I22 a Cyrillic а in `ar` is refused, never resolved", () => {
    expect(resolve("\u0430r")).toMatchObject({ outcome: "refused", code: "E_CULTURE_SCRIPT" });
    expect(resolve("Argentin\u0430")).toMatchObject({ outcome: "refused" });
    expect(resolve("\u0430\u0433")).toEqual({ label: "\u0430\u0433", outcome: "unknown", suggestion: null });
  });

  test("I78 a label of 50,000 characters is unknown without being compared", () => {
    expect(resolve("k".repeat(50_000))).toMatchObject({ outcome: "unknown", suggestion: null });
  });
});
