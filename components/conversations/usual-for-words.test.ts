import { expect, test } from "vitest";
import { usualForWords } from "./usual-for-words.ts";

test("one role, two and more are listed", () => {
  expect(usualForWords(["viewer"])).toBe("opens first for viewers");
  expect(usualForWords(["annotator", "curator"])).toBe("opens first for annotators and curators");
  expect(usualForWords(["viewer", "annotator", "admin"])).toBe("opens first for viewers, annotators and admins");
});
