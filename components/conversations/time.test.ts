import { describe, expect, test } from "vitest";
import { agoWords, shortId, timeAgo, timeOfId } from "./time.ts";

describe("timeAgo", () => {
  test.each([
    [59_999, "now"],
    [60_000, "1 min"],
    [3_599_999, "59 min"],
    [3_600_000, "1 h"],
    [86_400_000, "1 d"],
    [30 * 86_400_000, "1970-01-01"],
  ])("%i ms", (now, words) => {
    expect(timeAgo(0, now)).toBe(words);
  });

  test("a clock that runs ahead is now", () => {
    expect(timeAgo(5000, 0)).toBe("now");
  });
});

test("a UUIDv7 tells when it was made", () => {
  // The example of RFC 9562, appendix A.6: 2022-02-22T19:22:22.000Z.
  expect(new Date(timeOfId("017f22e2-79b0-7cc3-98c4-dc0c0c07398f")).toISOString()).toBe("2022-02-22T19:22:22.000Z");
});

test("a short id is the random end", () => {
  expect(shortId("017f22e2-79b0-7cc3-98c4-dc0c0c07398f")).toBe("398f");
});

test("how long ago ends a sentence", () => {
  expect([0, 180_000, 31 * 86_400_000].map((now) => agoWords(0, now))).toEqual(["now", "3 min ago", "1970-01-01"]);
  expect(agoWords(5000, 0)).toBe("now");
});
