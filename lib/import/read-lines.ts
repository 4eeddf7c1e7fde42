import { ByteCarry } from "./byte-carry.ts";
import { BATCH_RECORDS, KEPT_BYTES, type RawRecord, type ReadOptions } from "./raw-record.ts";

const NEWLINE = 0x0a;
const RETURN = 0x0d;

/**
 * Cuts a stream into lines at byte 0x0A only, so that U+2028, U+2029 and U+0085 stay inside their line; one 0x0D before
 * it is dropped. Lines come in batches. A line beyond `lineBytes` is reported with its start only; memory stays at one
 * chunk and one line, however long that line is. O(bytes).
 */
export async function* readLines(
  chunks: AsyncIterable<Uint8Array>,
  options: ReadOptions,
): AsyncGenerator<RawRecord[], void, void> {
  const carry = new ByteCarry(options.lineBytes + 1);
  let batch: RawRecord[] = [];
  let line = 1;
  let lineStart = options.startOffset ?? 0;

  for await (const chunk of chunks) {
    let from = 0;
    let end = chunk.indexOf(NEWLINE);
    while (end !== -1) {
      const size = carry.length + end - from;
      batch.push(finish(chunk.subarray(from, end)));
      line += 1;
      lineStart += size + 1;
      from = end + 1;
      end = chunk.indexOf(NEWLINE, from);
      if (batch.length >= BATCH_RECORDS) {
        yield batch;
        batch = [];
      }
    }
    carry.add(chunk.subarray(from));
    if (batch.length > 0) {
      yield batch;
      batch = [];
    }
  }
  if (carry.length > 0) yield [finish(new Uint8Array(0))];

  function finish(tail: Uint8Array): RawRecord {
    if (carry.length === 0) return record(tail, false);
    carry.add(tail);
    const { bytes, isTooLong } = carry.take();
    return record(bytes, isTooLong);
  }

  function record(bytes: Uint8Array, wasCut: boolean): RawRecord {
    const whole = bytes.at(-1) === RETURN && !wasCut ? bytes.subarray(0, -1) : bytes;
    const isTooLong = wasCut || whole.length > options.lineBytes;
    return { line, byteOffset: lineStart, bytes: isTooLong ? whole.slice(0, KEPT_BYTES) : whole, isTooLong };
  }
}
