/** Takes bytes in pieces and hands on whole lines; see `createLineSplitter`. */
export interface LineSplitter {
  push(chunk: Uint8Array): void;
  /** Hands on what follows the last line feed, if anything, and says whether there was something. */
  end(): { unfinishedLine: boolean };
}

const lineFeed = 0x0a;

/**
 * Splits UTF-8 at byte 0x0A and nowhere else. `onLine` gets each line without its line feed, or null where the bytes are
 * not UTF-8; a byte order mark is kept. Memory: the chunk and the unfinished line.
 */
export function createLineSplitter(onLine: (line: string | null) => void): LineSplitter {
  const decoder = new TextDecoder("utf-8", { fatal: true, ignoreBOM: true });
  let pending: Uint8Array[] = [];

  function decode(bytes: Uint8Array): string | null {
    try {
      return decoder.decode(bytes);
    } catch {
      return null;
    }
  }

  /** `bytes` are whole lines without the last line feed. Decoding them at once is much faster than line by line. */
  function handOn(bytes: Uint8Array) {
    const text = decode(bytes);
    if (text !== null) {
      for (const line of text.split("\n")) onLine(line);
      return;
    }
    let start = 0;
    for (;;) {
      const found = bytes.indexOf(lineFeed, start);
      onLine(decode(bytes.subarray(start, found === -1 ? bytes.length : found)));
      if (found === -1) return;
      start = found + 1;
    }
  }

  return {
    push(chunk) {
      let rest = chunk;
      if (pending.length > 0) {
        const first = chunk.indexOf(lineFeed);
        if (first === -1) {
          pending.push(chunk.slice());
          return;
        }
        handOn(join([...pending, chunk.subarray(0, first)]));
        pending = [];
        rest = chunk.subarray(first + 1);
      }
      const last = rest.lastIndexOf(lineFeed);
      if (last !== -1) handOn(rest.subarray(0, last));
      // A copy, since the caller may fill its buffer anew.
      if (last + 1 < rest.length) pending = [rest.slice(last + 1)];
    },
    end() {
      const unfinishedLine = pending.length > 0;
      if (unfinishedLine) handOn(join(pending));
      pending = [];
      return { unfinishedLine };
    },
  };
}

function join(parts: readonly Uint8Array[]): Uint8Array {
  const joined = new Uint8Array(parts.reduce((sum, part) => sum + part.length, 0));
  let offset = 0;
  for (const part of parts) {
    joined.set(part, offset);
    offset += part.length;
  }
  return joined;
}
