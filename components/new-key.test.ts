import { validate, version } from "uuid";
import { expect, test } from "vitest";
import { newKey } from "./new-key.ts";

test("keys are UUIDs of version 7 that tell their time and sort in the order they were made", () => {
  const before = Date.now();
  const keys = Array.from({ length: 5000 }, newKey);
  expect(keys.every((key) => validate(key) && version(key) === 7)).toBe(true);
  expect(keys.toSorted()).toEqual(keys);
  expect(new Set(keys.map((key) => key.slice(14))).size).toBeGreaterThan(4990);
  const [first = ""] = keys;
  expect(Number.parseInt(first.replace("-", "").slice(0, 12), 16)).toBeGreaterThanOrEqual(before);
});
