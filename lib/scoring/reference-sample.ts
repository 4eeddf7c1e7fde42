import { byText } from "./by-text.ts";
import { compareIdentityHash, type IdentityHash, identityHash } from "./identity-hash.ts";

interface Entry<T> {
  hash: IdentityHash;
  id: string;
  value: T;
}

/**
 * A bounded sample of a stream: the values whose identifiers have the smallest hashes. It does not depend on the order of
 * the stream, a smaller sample is a prefix of a larger one, and a stream no longer than the limit is kept whole.
 * Adding costs O(1) on average.
 */
export class ReferenceSample<T> {
  readonly #limit: number;
  #entries: Entry<T>[] = [];
  #highest = Number.POSITIVE_INFINITY;

  constructor(limit: number) {
    this.#limit = limit;
  }

  add(id: string, value: T): void {
    const hash = identityHash(id);
    if (hash.high > this.#highest) return;
    this.#entries.push({ hash, id, value });
    if (this.#entries.length >= this.#limit * 2 + 16) this.#trim();
  }

  /** The sample, smallest hash first. */
  list(): Entry<T>[] {
    this.#trim();
    return this.#entries;
  }

  #trim(): void {
    this.#entries.sort((a, b) => compareIdentityHash(a.hash, b.hash) || byText(a.id, b.id));
    if (this.#entries.length <= this.#limit) return;
    this.#entries.length = this.#limit;
    this.#highest = this.#entries.at(-1)?.hash.high ?? Number.POSITIVE_INFINITY;
  }
}
