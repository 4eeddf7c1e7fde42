import { StudioError } from "#lib/errors.ts";

type Expected = "list" | "element or end" | "element" | "comma or end" | "nothing";

/** Checks what stands between the elements of a JSON list: brackets and commas, nothing else. */
export class ListGrammar {
  #expected: Expected = "list";

  /**
   * Takes a byte that is neither white space nor inside an element; true when an element begins with it.
   * @throws StudioError "invalid" when the byte may not stand there.
   */
  take(byte: number, line: number, offset: number): boolean {
    const expected = this.#expected;
    if (expected === "list") {
      if (byte !== 0x5b) throw broken("a list was expected", line, offset);
      this.#expected = "element or end";
      return false;
    }
    if (expected === "nothing") throw broken("text stands after the end of the list. Remove it", line, offset);
    if (byte === 0x5d) {
      if (expected === "element") throw broken("a comma stands before the closing bracket. Remove it", line, offset);
      this.#expected = "nothing";
      return false;
    }
    if (expected === "comma or end") {
      if (byte !== 0x2c) throw broken("a comma is missing between two elements", line, offset);
      this.#expected = "element";
      return false;
    }
    if (byte === 0x2c) throw broken("a comma stands where an element was expected. Remove it", line, offset);
    this.#expected = "comma or end";
    return true;
  }

  /** @throws StudioError "invalid" when the list was not closed. */
  end(line: number, offset: number): void {
    if (this.#expected !== "nothing") {
      throw broken("the file ends inside the list. Its closing bracket is missing", line, offset);
    }
  }
}

function broken(trouble: string, line: number, byteOffset: number): StudioError {
  return new StudioError("invalid", `Line ${line}, byte ${byteOffset}: ${trouble}.`, { details: { line, byteOffset } });
}
