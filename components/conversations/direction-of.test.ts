import { expect, test } from "vitest";
import { directionOf } from "./direction-of.ts";

test.each([
  ["شادی میں سلامی", "rtl"],
  ["«קוֹל»", "rtl"],
  ["123 ، مرحبا", "rtl"],
  ["USA میں", "ltr"],
  ["お茶", "ltr"],
  ["…", "ltr"],
] as const)("%s", (text, direction) => {
  expect(directionOf(text)).toBe(direction);
});
