import { expect, test } from "vitest";
import { readOwnKeys, withOwnKeys, writeOwnKeys } from "./own-keys.ts";
import { titledCommands as commands } from "./testing/titled-commands.ts";

test("what was chosen is read again; all else is dropped", () => {
  const keys = new Map([
    ["accept", "Q"],
    ["undo", "Shift+1"],
  ]);
  expect(readOwnKeys(writeOwnKeys(keys))).toEqual(keys);
  const odd = '{"accept":"Q","undo":5,"redo":"Mod+W","next":"F12","Not an id":"B","__proto__":"C"}';
  expect([...readOwnKeys(odd)]).toEqual([["accept", "Q"]]);
  for (const text of [null, "", "{", "[]", "7", '"A"']) expect(readOwnKeys(text).size).toBe(0);
});

test("a chosen key stands in for the first one, and the arrows stay", () => {
  const own = withOwnKeys(commands, new Map([["next", "N"]]));
  expect(own.find(({ id }) => id === "next")?.keys).toEqual(["N", "ArrowDown"]);
  expect(own.find(({ id }) => id === "accept")?.keys).toEqual(["A"]);
});
