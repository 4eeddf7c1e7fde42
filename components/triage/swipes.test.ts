import { expect, test } from "vitest";
import { swipeOf } from "./swipes.ts";

test("a swipe goes far enough, and along rather than across", () => {
  expect(swipeOf(-80, 10)).toBe(-1);
  expect(swipeOf(120, -40)).toBe(1);
  expect(swipeOf(71, 0)).toBe(0);
  expect(swipeOf(120, 41)).toBe(0);
  expect(swipeOf(0, 300)).toBe(0);
});
