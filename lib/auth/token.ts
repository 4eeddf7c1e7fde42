import { createHash, randomBytes } from "node:crypto";

/** A secret for a link or a script: 32 random bytes, with a prefix by which a leaked one is recognised. */
export function newToken(prefix: "tsr" | "link"): string {
  return `${prefix}_${randomBytes(32).toString("base64url")}`;
}

/** What the database keeps of a token. The token is long and random, so a plain SHA-256 is enough. */
export function tokenHash(token: string): string {
  return createHash("sha256").update(token).digest("hex");
}
