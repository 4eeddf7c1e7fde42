import { expect, test } from "vitest";
import { countInBag, createWordBag, readWordBag } from "./word-bag.ts";
import { wordAt } from "./word-tokens.ts";

test("counts the distinct words of a text in order of appearance", () => {
  const bag = createWordBag();
  readWordBag("Tea, bread and tea.", bag);
  const counted = Array.from({ length: bag.size }, (_, i) => [
    wordAt(bag.tokens, bag.tokenIndex[i] ?? 0),
    countInBag(bag, bag.first[i] ?? 0, bag.second[i] ?? 0),
  ]);
  expect(counted).toEqual([
    ["tea", 2],
    ["bread", 1],
    ["and", 1],
  ]);
  expect(bag.total).toBe(4);
});

test("holds nothing of the text before", () => {
  const bag = createWordBag();
  readWordBag("tea", bag);
  const [first = 0, second = 0] = [bag.first[0], bag.second[0]];
  readWordBag(Array.from({ length: 5000 }, (_, i) => `w${i}`).join(" "), bag);
  expect(bag.size).toBe(5000);
  expect(countInBag(bag, first, second)).toBe(0);
  readWordBag("", bag);
  expect([bag.size, bag.total]).toEqual([0, 0]);
});
