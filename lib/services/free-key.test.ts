import { expect, test } from "vitest";
import { freeKey } from "./free-key.ts";

test("a name gives a key of its own, however many share it", () => {
  expect(freeKey("Greeting", new Set())).toBe("greeting");
  expect(freeKey("Greeting", new Set(["greeting", "greeting-2"]))).toBe("greeting-3");
  expect(freeKey("X", new Set())).toBe("x-x");
});

test("names that are alike in all that a key holds stay apart within its length", () => {
  const taken = new Set<string>();
  for (let count = 0; count < 12; count++) {
    const key = freeKey(`people of the long valley behind the mountains ${count}`, taken, 40);
    expect(key.length).toBeLessThanOrEqual(40);
    expect(key).toMatch(/^[a-z0-9]+(-[a-z0-9]+)*$/);
    taken.add(key);
  }
  expect(taken.size).toBe(12);
});
