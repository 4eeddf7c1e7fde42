import { createHash } from "node:crypto";
import type { Turns } from "#lib/schema/conversation.ts";

/** The bytes in which turns are stored, and their SHA-256 (hex): fixed key order, no white space. O(length). */
export function turnsText(turns: Turns): { text: string; sha256: string } {
  const text = JSON.stringify(turns.map(({ role, content }) => ({ role, content })));
  return { text, sha256: createHash("sha256").update(text).digest("hex") };
}
