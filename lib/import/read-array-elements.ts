import { ByteCarry } from "./byte-carry.ts";
import { ElementCursor, isSpace } from "./element-cursor.ts";
import { ListGrammar } from "./list-grammar.ts";
import { BATCH_RECORDS, type RawRecord, type ReadOptions } from "./raw-record.ts";

/**
 * Cuts the top-level elements out of a JSON list without reading it whole. What stands between elements is checked
 * strictly; what stands inside one is left to the parser. The line of an element is its place in the list, since many lists
 * stand on one line. Elements beyond `lineBytes` are reported with their start only.
 * O(bytes).
 * @throws StudioError "invalid" when the list itself is broken: a missing or trailing comma, text after its end, no end.
 */
export async function* readArrayElements(
  chunks: AsyncIterable<Uint8Array>,
  options: ReadOptions,
): AsyncGenerator<RawRecord[], void, void> {
  const carry = new ByteCarry(options.lineBytes);
  const cursor = new ElementCursor();
  const grammar = new ListGrammar();
  let batch: RawRecord[] = [];
  let isInside = false;
  let line = 1;
  let chunkStart = options.startOffset ?? 0;
  let place = { line: 1, byteOffset: chunkStart };
  let elements = 0;

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
        if (meaning === "last") continue;
      }
      if (byte === 0x0a) line += 1;
      if (isSpace(byte)) continue;
      if (grammar.take(byte, line, chunkStart + at)) {
        isInside = true;
        elements += 1;
        place = { line: elements, byteOffset: chunkStart + at };
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
  grammar.end(line, chunkStart);
}
