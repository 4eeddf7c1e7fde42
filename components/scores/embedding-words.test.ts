import { expect, test } from "vitest";
import { embeddingSentence, searchSentence } from "./embedding-words.ts";

test("says how many texts have a vector", () => {
  expect(embeddingSentence({ state: "idle", done: 0, total: 0 })).toContain("score again to begin");
  expect(embeddingSentence({ state: "queued", done: 0, total: 0 })).toBe("it is about to begin.");
  expect(embeddingSentence({ state: "active", done: 64, total: 100 })).toBe("64 of 100 different texts have a vector.");
  expect(embeddingSentence({ state: "idle", done: 100, total: 100 })).toBe("all 100 different texts have a vector.");
});

test("says how neighbours were searched for, with the share found where it was not exact", () => {
  expect(searchSentence({ exact: null, recall: null })).toBeNull();
  expect(searchSentence({ exact: true, recall: null })).toBe("Neighbours are searched for among all texts.");
  expect(searchSentence({ exact: false, recall: 0.9734 })).toContain("97.3\u202f% of the nearest");
});
