import { createHash } from "node:crypto";
import { expect, test } from "vitest";
import type { Turn } from "#lib/schema/conversation.ts";
import { contentHash, normHash } from "./content-hash.ts";

const draft = (content: string, culture: string | null = "Korea") => ({
  culture,
  language: "ko",
  turns: [{ role: "user", content }] satisfies Turn[],
});

test("is the SHA-256 of a canonical text", () => {
  const expected = createHash("sha256").update('["Korea","ko",[["user","hi"]]]').digest("hex");
  expect(contentHash(draft("hi"))).toBe(expected);
});

test("differs with any change of text, culture or role boundary", () => {
  const hashes = [
    contentHash(draft("hi")),
    contentHash(draft("hi ")),
    contentHash(draft("hi", "Japan")),
    contentHash(draft("hi", null)),
    contentHash({ ...draft("hi"), language: null }),
    contentHash({ ...draft("hi"), turns: [{ role: "system", content: "hi" }] }),
  ];
  expect(new Set(hashes).size).toBe(hashes.length);
});

test("I21 NFC and NFD twins share the norm hash, not the content hash", () => {
  const [nfc, nfd] = ["caf\u00e9 o'clock", "cafe\u0301  o'clock\n"];
  expect(contentHash(draft(nfc))).not.toBe(contentHash(draft(nfd)));
  expect(normHash(draft(nfc))).toBe(normHash(draft(nfd)));
});
