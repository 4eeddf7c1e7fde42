import fc from "fast-check";
import { expect, test } from "vitest";
import { openVault } from "./vault.ts";

const secret = "9f2c6d0b7ae14853c1de0f94ab3762580d1e4c7ba9f86532";
const vault = openVault(() => secret);
const elsewhere = openVault(() => secret);

test("what is sealed for a place opens there, also in another process with the same secret", () => {
  fc.assert(
    fc.property(fc.string({ unit: "binary" }), fc.string({ unit: "grapheme" }), (place, text) => {
      expect(elsewhere.open(place, vault.seal(place, text))).toBe(text);
    }),
  );
});

test("no two boxes of one secret are alike, and none holds it in the clear", () => {
  const boxes = Array.from({ length: 50 }, () => Buffer.from(vault.seal("key", "sk-canary")));
  expect(new Set(boxes.map((box) => box.toString("hex"))).size).toBe(50);
  for (const box of boxes) expect(box.includes("canary")).toBe(false);
});

test("another place, another secret and any changed byte open nothing", () => {
  const box = vault.seal("connection a", "sk-canary");
  expect(vault.open("connection b", box)).toBeNull();
  expect(openVault(() => `${secret}0`).open("connection a", box)).toBeNull();
  for (let at = 0; at < box.length; at++) {
    const changed = box.map((byte, index) => (index === at ? byte ^ 1 : byte));
    expect(vault.open("connection a", changed)).toBeNull();
  }
  expect(vault.open("connection a", box.subarray(0, 10))).toBeNull();
});
