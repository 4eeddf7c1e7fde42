import { createCipheriv, createDecipheriv, hkdfSync, randomBytes } from "node:crypto";

/** Seals secrets that have to be read again, such as the keys of connections. */
export interface Vault {
  /** `place` says what the secret is and whose; a box opens nowhere else. */
  seal(place: string, secret: string): Uint8Array<ArrayBuffer>;
  /** Null when it was sealed under another secret or for another place, or was changed. */
  open(place: string, box: Uint8Array): string | null;
}

const form = 1;
const ivBytes = 12;
const tagBytes = 16;

/**
 * A vault whose key follows from the secret of the installation (HKDF-SHA-256, RFC 5869), so that a copy of the database alone opens
 * nothing. A box is a byte for its form, a fresh 12-byte IV, the 16-byte tag and the ciphertext of AES-256-GCM; the place is
 * authenticated with it. `getSecret` is asked when first needed.
 */
export function openVault(getSecret: () => string): Vault {
  let derived: Buffer | null = null;
  const key = () => {
    derived ??= Buffer.from(hkdfSync("sha256", getSecret(), "", "tessera vault 1", 32));
    return derived;
  };
  return {
    seal(place, secret) {
      const iv = randomBytes(ivBytes);
      const cipher = createCipheriv("aes-256-gcm", key(), iv).setAAD(Buffer.from(place));
      const text = Buffer.concat([cipher.update(secret, "utf8"), cipher.final()]);
      return Uint8Array.from(Buffer.concat([Buffer.of(form), iv, cipher.getAuthTag(), text]));
    },
    open(place, box) {
      const head = 1 + ivBytes + tagBytes;
      if (box.length < head || box[0] !== form) return null;
      const decipher = createDecipheriv("aes-256-gcm", key(), box.subarray(1, 1 + ivBytes))
        .setAAD(Buffer.from(place))
        .setAuthTag(box.subarray(1 + ivBytes, head));
      try {
        return Buffer.concat([decipher.update(box.subarray(head)), decipher.final()]).toString("utf8");
      } catch {
        return null;
      }
    },
  };
}
