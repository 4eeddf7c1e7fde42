import { joined } from "./byte-carry.ts";

/** The start of a stream, and the whole stream again. */
export interface Peeked {
  head: Uint8Array;
  isWhole: boolean;
  chunks: AsyncGenerator<Uint8Array, void, void>;
}

/** Reads at least `size` bytes ahead (or all there are) without losing them. */
export async function peek(source: AsyncIterable<Uint8Array>, size: number): Promise<Peeked> {
  const iterator = source[Symbol.asyncIterator]();
  const pieces: Uint8Array[] = [];
  let length = 0;
  let isWhole = false;
  while (length < size) {
    const next = await iterator.next();
    if (next.done) {
      isWhole = true;
      break;
    }
    pieces.push(next.value);
    length += next.value.length;
  }
  return { head: joined(pieces), isWhole, chunks: replay() };

  async function* replay(): AsyncGenerator<Uint8Array, void, void> {
    try {
      let piece = pieces.shift();
      while (piece !== undefined) {
        yield piece;
        piece = pieces.shift();
      }
      while (!isWhole) {
        const next = await iterator.next();
        if (next.done) return;
        yield next.value;
      }
    } finally {
      // Lets the source close its file when reading stops early.
      await iterator.return?.();
    }
  }
}

/** The stream without its first `count` bytes. */
export async function* withoutFirst(
  chunks: AsyncIterable<Uint8Array>,
  count: number,
): AsyncGenerator<Uint8Array, void, void> {
  let left = count;
  for await (const chunk of chunks) {
    if (left >= chunk.length) left -= chunk.length;
    else {
      yield left === 0 ? chunk : chunk.subarray(left);
      left = 0;
    }
  }
}
