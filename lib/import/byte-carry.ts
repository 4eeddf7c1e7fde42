import { KEPT_BYTES } from "./raw-record.ts";

/**
 * The pieces of one record that spans chunks. It never holds more than the limit: beyond it, all but the start is
 * dropped and only the length goes on being counted.
 */
export class ByteCarry {
  readonly #limit: number;
  #pieces: Uint8Array[] = [];
  #length = 0;
  #isTooLong = false;

  constructor(limit: number) {
    this.#limit = limit;
  }

  get length(): number {
    return this.#length;
  }

  get isTooLong(): boolean {
    return this.#isTooLong;
  }

  add(piece: Uint8Array): void {
    if (piece.length === 0) return;
    this.#length += piece.length;
    if (this.#isTooLong) return;
    this.#pieces.push(piece);
    if (this.#length > this.#limit) {
      this.#pieces = [joined(this.#pieces, KEPT_BYTES)];
      this.#isTooLong = true;
    }
  }

  /** The bytes so far (or their start when too long), after which the carry is empty. */
  take(): { bytes: Uint8Array; isTooLong: boolean } {
    const [only, ...more] = this.#pieces;
    const bytes = only !== undefined && more.length === 0 ? only : joined(this.#pieces, this.#limit);
    const isTooLong = this.#isTooLong;
    this.#pieces = [];
    this.#length = 0;
    this.#isTooLong = false;
    return { bytes, isTooLong };
  }
}

/** The pieces as one, cut to `limit` bytes; always a copy, so that no chunk is kept alive. */
export function joined(pieces: readonly Uint8Array[], limit = Number.POSITIVE_INFINITY): Uint8Array {
  const total = pieces.reduce((sum, piece) => sum + piece.length, 0);
  const whole = new Uint8Array(Math.min(total, limit));
  let at = 0;
  for (const piece of pieces) {
    const part = piece.length > whole.length - at ? piece.subarray(0, whole.length - at) : piece;
    whole.set(part, at);
    at += part.length;
  }
  return whole;
}
