import { describe, expect, test } from "vitest";
import { closest } from "./closest.ts";
import { editDistance } from "./edit-distance.ts";
import { fnv1a64 } from "./hash.ts";
import { mixedScripts } from "./scripts.ts";

describe("fnv1a64", () => {
  // Test vectors published with the algorithm by its authors (Fowler, Noll, Vo).
  test.each([
    ["", "cbf29ce484222325"],
    ["a", "af63dc4c8601ec8c"],
    ["b", "af63df4c8601f1a5"],
    ["foobar", "85944171f73967e8"],
  ])("of %j", (text, hash) => {
    expect(fnv1a64(text)).toBe(hash);
  });

  test("agrees with the definition in big integers", () => {
    for (const text of ["Who pours the tea?", "お茶は誰が注ぎますか", "من يصب الشاي؟", "🏴", "x".repeat(1000)]) {
      let expected = 0xcbf29ce484222325n;
      for (const byte of new TextEncoder().encode(text)) {
        expected = ((expected ^ BigInt(byte)) * 0x100000001b3n) & 0xffffffffffffffffn;
      }
      expect(fnv1a64(text)).toBe(expected.toString(16).padStart(16, "0"));
    }
  });
});

describe("editDistance", () => {
  // By hand.
  test.each([
    ["", "", 0],
    ["", "abc", 3],
    ["kitten", "sitting", 3],
    ["ab", "ba", 1],
    ["marocco", "morocco", 1],
    ["ca", "abc", 3],
    ["日本", "日木", 1],
  ])("of %j and %j is %i", (a, b, distance) => {
    expect(editDistance(a, b)).toBe(distance);
    expect(editDistance(b, a)).toBe(distance);
  });

  test("looks at 64 characters only", () => {
    expect(editDistance("a".repeat(100_000), "a".repeat(70))).toBe(0);
  });
});

describe("closest", () => {
  test("finds the near one and nothing when all are far", () => {
    expect(closest("assitant", ["user", "assistant", "system"])).toBe("assistant");
    expect(closest("xq", ["user", "assistant"])).toBeNull();
    expect(closest("jp", ["jq", "jb"])).toBe("jq");
  });
});

describe("mixedScripts", () => {
  test("sees look-alike letters inside one word only", () => {
    expect(mixedScripts("\u0430r")).toEqual(["Latin", "Cyrillic"]);
    expect(mixedScripts("ar")).toBeNull();
    expect(mixedScripts("Россия (Russia)")).toBeNull();
    expect(mixedScripts("日本 Japan")).toBeNull();
    expect(mixedScripts("Gr\u03b5ece")).toEqual(["Latin", "Greek"]);
  });
});
