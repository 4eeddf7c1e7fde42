import { hash } from "node:crypto";
import fc from "fast-check";
import { expect, test } from "vitest";
import type { Turn } from "#lib/schema/conversation.ts";
import { normHash } from "./norm-hash.ts";

function hashOf(content: string): string {
  const turns = [{ role: "user", content }] satisfies Turn[];
  const text = JSON.stringify(turns);
  return normHash(turns, text, hash("sha256", text));
}

test("I21 NFC and NFD twins share the hash, as do texts that differ in white space", () => {
  expect(hashOf("cafe\u0301  o'clock\n")).toBe(hashOf("caf\u00e9 o'clock"));
  expect(hashOf(" hi  there ")).toBe(hashOf("hi there"));
  expect(hashOf("hi\tthere")).toBe(hashOf("hi there"));
  expect(hashOf("hi there")).not.toBe(hashOf("hi, there"));
});

test("folding by hand and the short cut agree", () => {
  const words = fc.array(fc.constantFrom("a", "é", "e\u0301", " ", "  ", "\n", '"', "\\", "}", ":", "茶"), {
    minLength: 1,
    maxLength: 12,
  });
  fc.assert(
    fc.property(words, (parts) => {
      const content = parts.join("");
      const folded = content.normalize("NFC").replace(/\s+/g, " ").trim();
      expect(hashOf(content)).toBe(hash("sha256", JSON.stringify([{ role: "user", content: folded }])));
    }),
  );
});
