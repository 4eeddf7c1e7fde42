import { ByteCarry } from "./byte-carry.ts";
import { BATCH_RECORDS, type RawRecord, type ReadOptions } from "./raw-record.ts";
import { RowCursor } from "./row-cursor.ts";

/**
 * Cuts a CSV stream into rows; rows may end with LF or CRLF, mixed in one file, and quoted cells may span lines. The first
 * row is the header. A row beyond `lineBytes` is reported with its start only. O(bytes).
 */
export async function* readRows(
  chunks: AsyncIterable<Uint8Array>,
  options: ReadOptions & { delimiter: string },
): AsyncGenerator<RawRecord[], void, void> {
  const carry = new ByteCarry(options.lineBytes + 1);
  const cursor = new RowCursor(options.delimiter.charCodeAt(0));
  let batch: RawRecord[] = [];
  let line = 1;
  let place = { line, byteOffset: options.startOffset ?? 0 };
  let chunkStart = place.byteOffset;

  for await (const chunk of chunks) {
    let from = 0;
    for (let at = 0; at < chunk.length; at += 1) {
      const byte = chunk[at] ?? 0;
      const isEnd = cursor.take(byte);
      if (byte === 0x0a) line += 1;
      if (!isEnd) continue;
      carry.add(chunk.subarray(from, at));
      batch.push(finish());
      from = at + 1;
      place = { line, byteOffset: chunkStart + from };
      if (batch.length >= BATCH_RECORDS) {
        yield batch;
        batch = [];
      }
    }
    carry.add(chunk.slice(from));
    chunkStart += chunk.length;
    if (batch.length > 0) {
      yield batch;
      batch = [];
    }
  }
  if (carry.length > 0) yield [finish()];

  function finish(): RawRecord {
    const { bytes, isTooLong } = carry.take();
    return { ...place, bytes: bytes.at(-1) === 0x0d && !isTooLong ? bytes.subarray(0, -1) : bytes, isTooLong };
  }
}
