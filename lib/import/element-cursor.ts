/** What a byte means for the element it stands in or behind. */
export type ElementByte = "inside" | "last" | "after";

/** Follows one element of a JSON list byte by byte: nesting, texts and escapes, nothing else. */
export class ElementCursor {
  #depth = 0;
  #isText = false;
  #isEscaped = false;

  /** Takes the next byte of the element; `last` closes it, `after` no longer belongs to it. */
  take(byte: number): ElementByte {
    if (this.#isText) {
      if (this.#isEscaped) this.#isEscaped = false;
      else if (byte === 0x5c) this.#isEscaped = true;
      else if (byte === 0x22) this.#isText = false;
      return "inside";
    }
    if (byte === 0x22) {
      this.#isText = true;
      return "inside";
    }
    if (byte === 0x7b || byte === 0x5b) {
      this.#depth += 1;
      return "inside";
    }
    if (this.#depth === 0) return byte === 0x2c || byte === 0x5d || isSpace(byte) ? "after" : "inside";
    if (byte !== 0x7d && byte !== 0x5d) return "inside";
    this.#depth -= 1;
    return this.#depth === 0 ? "last" : "inside";
  }
}

/** White space as JSON knows it. */
export function isSpace(byte: number): boolean {
  return byte === 0x20 || byte === 0x0a || byte === 0x0d || byte === 0x09;
}
