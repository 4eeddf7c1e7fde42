import { createHash } from "node:crypto";
import { canonicalJson } from "../text/canonical-json.ts";

/** All that makes a question to a model this question. */
export interface AskIdentity {
  connection: string;
  model: string;
  messages: unknown;
  settings: unknown;
  ordinal: number;
}

/**
 * The key of a question, as a UUID: the first 128 bits of the SHA-256 over its canonical JSON. Within a run an answered key
 * is never asked again, so an item that died half-way goes on from what it was told before.
 */
export function askKey(identity: AskIdentity): string {
  const hex = createHash("sha256").update(canonicalJson(identity)).digest("hex");
  return [hex.slice(0, 8), hex.slice(8, 12), hex.slice(12, 16), hex.slice(16, 20), hex.slice(20, 32)].join("-");
}
