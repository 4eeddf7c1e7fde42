import { expect, test } from "vitest";
import { draftStore } from "./draft-store.ts";

function memory() {
  const values = new Map<string, string>();
  return {
    values,
    getItem: (name: string) => values.get(name) ?? null,
    setItem: (name: string, value: string) => void values.set(name, value),
    removeItem: (name: string) => void values.delete(name),
  };
}

test("a draft belongs to one revision of one conversation", () => {
  const store = memory();
  draftStore(store, "a", 1).write(["Question", "Answer"]);
  expect(draftStore(store, "a", 1).read(2)).toEqual(["Question", "Answer"]);
  expect(draftStore(store, "a", 2).read(2)).toBeNull();
  expect(draftStore(store, "b", 1).read(2)).toBeNull();
  draftStore(store, "a", 1).remove();
  expect(store.values.size).toBe(0);
});

test("what is not a draft of so many turns is passed over", () => {
  const store = memory();
  draftStore(store, "a", 1).write(["Only one"]);
  expect(draftStore(store, "a", 1).read(2)).toBeNull();
  store.setItem("a.1", "{");
  expect(draftStore(store, "a", 1).read(1)).toBeNull();
});
