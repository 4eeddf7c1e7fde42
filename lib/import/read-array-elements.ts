import { StudioError } from "#lib/errors.ts";
import { ByteCarry } from "./byte-carry.ts";
import { ElementCursor, isSpace } from "./element-cursor.ts";
import { BATCH_RECORDS, type RawRecord, type ReadOptions } from "./raw-record.ts";

/**
 * Cuts the top-level elements out of a JSON list without reading it whole. What stands between elements is checked
 * strictly; what stands inside one is left to the parser. Elements beyond `lineBytes` are reported with their start only.
 * O(bytes).
 * @throws StudioError "invalid" when the list itself is broken: a missing or trailing comma, text after its end, no end.
 */
export async function* readArrayElements(
  chunks: AsyncIterable<Uint8Array>,
  options: ReadOptions,
): AsyncGenerator<RawRecord[], void, void> {
  const carry = new ByteCarry(options.lineBytes);
  const cursor = new ElementCursor();
  let batch: RawRecord[] = [];
  let expected: "list" | "element or end" | "element" | "comma or end" | "nothing" = "list";
  let isInside = false;
  let line = 1;
  let chunkStart = options.startOffset ?? 0;
  let place = { line: 1, byteOffset: chunkStart };

  for await (const chunk of chunks) {
    let from = 0;
    for (let at = 0; at < chunk.length; at += 1) {
      const byte = chunk[at] ?? 0;
      if (isInside) {
        const meaning = cursor.take(byte);
        if (meaning === "inside") {
          if (byte === 0x0a) line += 1;
          continue;
        }
        carry.add(chunk.subarray(from, meaning === "last" ? at + 1 : at));
        batch.push({ ...place, ...carry.take() });
        isInside = false;
        expected = "comma or end";
        if (meaning === "last") continue;
      }
      if (byte === 0x0a) line += 1;
      if (isSpace(byte)) continue;
      if (opensElement(byte, chunkStart + at)) {
        from = at;
        cursor.take(byte);
      }
      if (batch.length >= BATCH_RECORDS) {
        yield batch;
        batch = [];
      }
    }
    if (isInside) carry.add(chunk.slice(from));
    chunkStart += chunk.length;
    if (batch.length > 0) {
      yield batch;
      batch = [];
    }
  }
  if (expected !== "nothing") {
    throw broken("the file ends inside the list. Its closing bracket is missing", line, chunkStart);
  }

  /** Takes a byte that stands between elements; true when an element begins with it. */
  function opensElement(byte: number, offset: number): boolean {
    if (expected === "list") {
      if (byte !== 0x5b) throw broken("a list was expected", line, offset);
      expected = "element or end";
      return false;
    }
    if (expected === "nothing") throw broken("text stands after the end of the list. Remove it", line, offset);
    if (byte === 0x5d) {
      if (expected === "element") throw broken("a comma stands before the closing bracket. Remove it", line, offset);
      expected = "nothing";
      return false;
    }
    if (expected === "comma or end") {
      if (byte !== 0x2c) throw broken("a comma is missing between two elements", line, offset);
      expected = "element";
      return false;
    }
    if (byte === 0x2c) throw broken("a comma stands where an element was expected. Remove it", line, offset);
    isInside = true;
    place = { line, byteOffset: offset };
    return true;
  }
}

function broken(trouble: string, line: number, byteOffset: number): StudioError {
  return new StudioError("invalid", `Line ${line}, byte ${byteOffset}: ${trouble}.`, { details: { line, byteOffset } });
}
