import { expect, test } from "vitest";
import { noteRecent, readRecent } from "./recent-commands.ts";

function memory() {
  const kept = new Map<string, string>();
  return {
    getItem: (key: string) => kept.get(key) ?? null,
    setItem: (key: string, value: string) => void kept.set(key, value),
  };
}

test("the latest comes first, each once, twelve at most", () => {
  const store = memory();
  expect(readRecent(store)).toEqual([]);
  for (const id of ["a", "b", "a"]) noteRecent(store, id);
  expect(readRecent(store)).toEqual(["a", "b"]);
  for (let index = 0; index < 20; index++) noteRecent(store, `c${index}`);
  expect(readRecent(store)).toHaveLength(12);
  expect(readRecent(store)[0]).toBe("c19");
});
