const QUOTE = 0x22;

/** Finds the ends of CSV rows byte by byte; a line feed inside a quoted cell does not end a row (RFC 4180). */
export class RowCursor {
  readonly #delimiter: number;
  #state: "cell start" | "plain" | "quoted" | "quote seen" = "cell start";

  constructor(delimiter: number) {
    this.#delimiter = delimiter;
  }

  /** Takes the next byte; true when it is the line feed that ends the row. */
  take(byte: number): boolean {
    if (this.#state === "quoted") {
      if (byte === QUOTE) this.#state = "quote seen";
      return false;
    }
    if (byte === 0x0a) {
      this.#state = "cell start";
      return true;
    }
    if (byte === this.#delimiter) this.#state = "cell start";
    else if (byte === QUOTE && this.#state !== "plain") this.#state = "quoted";
    else this.#state = "plain";
    return false;
  }
}
