import { expect, test } from "vitest";
import { listOf } from "./list-text.ts";

test("reads lines and commas of three scripts, once each", () => {
  expect(listOf("U.K.\nGreat Britain, Britain\n\n, U.K.")).toEqual(["U.K.", "Great Britain", "Britain"]);
  expect(listOf("لاہور، کراچی")).toEqual(["لاہور", "کراچی"]);
  expect(listOf("東京、大阪")).toEqual(["東京", "大阪"]);
  expect(listOf(" ")).toEqual([]);
});
