/**
 * Reads `COPY … (FORMAT binary)` as it arrives: a header of 19 bytes, then for each row the count of its fields and each
 * field's length, -1 for null, before its bytes. What is cut off at the end of a chunk waits for the next one.
 */
export class BinaryRows {
  #bytes: Buffer = Buffer.alloc(0);
  #begun = false;
  /** Where each field of the row at hand begins, and its length. */
  readonly #starts = new Int32Array(32);
  readonly #lengths = new Int32Array(32);

  /** Hands over each row that is whole; the fields can be read until `take` returns. */
  read(chunk: Buffer, take: (fields: this) => void): void {
    this.#bytes = this.#bytes.length === 0 ? chunk : Buffer.concat([this.#bytes, chunk]);
    let at = 0;
    if (!this.#begun) {
      if (this.#bytes.length < 19) return;
      at = 19 + this.#bytes.readInt32BE(15);
      this.#begun = true;
    }
    for (let next = this.#find(at); next !== -1; next = this.#find(at)) {
      at = next;
      take(this);
    }
    this.#bytes = this.#bytes.subarray(at);
  }

  int(field: number): number {
    return this.#bytes.readInt32BE(this.#starts[field]);
  }

  boolean(field: number): boolean {
    return this.#bytes[this.#starts[field] ?? 0] === 1;
  }

  /** NaN for null. */
  double(field: number): number {
    return this.isNull(field) ? Number.NaN : this.#bytes.readDoubleBE(this.#starts[field]);
  }

  /** A time in milliseconds since 1970. PostgreSQL counts microseconds since 2000. */
  milliseconds(field: number): number {
    const start = this.#starts[field] ?? 0;
    const microseconds = this.#bytes.readInt32BE(start) * 0x100000000 + this.#bytes.readUInt32BE(start + 4);
    return Math.floor(microseconds / 1000) + Date.UTC(2000, 0);
  }

  /** The 32 bits of a field from byte `from` on. */
  word(field: number, from: number): number {
    return this.#bytes.readUInt32BE((this.#starts[field] ?? 0) + from);
  }

  isNull(field: number): boolean {
    return this.#lengths[field] === -1;
  }

  text(field: number): string {
    return this.#text(field, "utf8");
  }

  /** The field's bytes, one character each: quick to make, for telling values apart. */
  latin1(field: number): string {
    return this.#text(field, "latin1");
  }

  /** A UUID as PostgreSQL writes it. */
  uuid(field: number): string {
    const hex = this.#text(field, "hex");
    return `${hex.slice(0, 8)}-${hex.slice(8, 12)}-${hex.slice(12, 16)}-${hex.slice(16, 20)}-${hex.slice(20)}`;
  }

  #text(field: number, encoding: "utf8" | "latin1" | "hex"): string {
    const start = this.#starts[field] ?? 0;
    return this.#bytes.toString(encoding, start, start + (this.#lengths[field] ?? 0));
  }

  /** Finds the fields of the row at `at`; returns where the next one begins, or -1 when this one is not whole or the last. */
  #find(at: number): number {
    const bytes = this.#bytes;
    if (at + 2 > bytes.length) return -1;
    const fields = bytes.readInt16BE(at);
    if (fields === -1) return -1;
    let next = at + 2;
    for (let field = 0; field < fields; field++) {
      if (next + 4 > bytes.length) return -1;
      const length = bytes.readInt32BE(next);
      this.#starts[field] = next + 4;
      this.#lengths[field] = length;
      next += 4 + Math.max(0, length);
      if (next > bytes.length) return -1;
    }
    return next;
  }
}
