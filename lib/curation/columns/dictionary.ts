/** Names the different values of a column by small numbers, in the order in which they were met. 0 is "none". */
export class Dictionary {
  readonly #values: (string | null)[] = [null];
  readonly #codes = new Map<string, number>();

  /** How many codes there are, "none" among them. */
  get size(): number {
    return this.#values.length;
  }

  /** The code of a value, a new one where it was not met before. */
  add(value: string | null): number {
    if (value === null) return 0;
    const known = this.#codes.get(value);
    if (known !== undefined) return known;
    const code = this.#values.length;
    this.#values.push(value);
    this.#codes.set(value, code);
    return code;
  }

  /** The code of a value that was met before. */
  codeOf(value: string): number | undefined {
    return this.#codes.get(value);
  }

  valueOf(code: number): string | null {
    return this.#values[code] ?? null;
  }
}
