import { expect, test } from "vitest";
import { tellingTerms } from "./telling-terms.ts";

test("are the longest pairs of words first", () => {
  expect(tellingTerms("We eat mooncakes together outdoors.", 2)).toEqual(["=mooncakes together", "=together outdoors"]);
});

test("are threes of characters where nothing stands between them", () => {
  expect(tellingTerms("お茶を飲む", 9)).toEqual(["お茶を", "茶を飲", "を飲む"]);
});

test.each(["", "word", "…"])("%j has none", (text) => {
  expect(tellingTerms(text, 5)).toEqual([]);
});
