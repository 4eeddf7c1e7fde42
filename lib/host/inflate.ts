import { Readable } from "node:stream";
import { createGunzip } from "node:zlib";
import { StudioError } from "#lib/errors.ts";
import { joined } from "#lib/import/byte-carry.ts";
import { peek } from "#lib/import/peek.ts";
import { importLimits } from "#lib/schema/limits.ts";

/** How much may be unpacked, in bytes and as a ratio of unpacked to packed bytes. */
export interface InflateLimits {
  inflatedBytes: number;
  inflationRatio: number;
}

/** Small files may pack well by chance, so the ratio is judged only beyond this. */
const JUDGED_BYTES = 1024 * 1024;

/**
 * The bytes of a file, unpacked when they are gzip (told by content, several members allowed) and as they are otherwise.
 * Memory stays at a few chunks; a bomb is stopped at the first limit it meets.
 * @throws StudioError "invalid" for gzip that is cut, damaged, followed by other bytes, packed twice, or too large unpacked.
 */
export async function* inflate(
  source: AsyncIterable<Uint8Array>,
  limits: InflateLimits = importLimits,
): AsyncGenerator<Uint8Array, void, void> {
  const { head, chunks } = await peek(source, 2);
  if (isGzip(head)) yield* gunzipped(chunks, limits);
  else yield* chunks;
}

async function* gunzipped(
  chunks: AsyncGenerator<Uint8Array, void, void>,
  limits: InflateLimits,
): AsyncGenerator<Uint8Array, void, void> {
  let fed = 0;
  const gunzip = createGunzip();
  const packed = Readable.from(counted(), { objectMode: false });
  packed.once("error", (error) => gunzip.destroy(error));
  packed.pipe(gunzip);
  const unpacked: AsyncIterable<Uint8Array> = gunzip;
  let inflated = 0;
  let start: Uint8Array | null = new Uint8Array(0);
  try {
    for await (const chunk of unpacked) {
      inflated += chunk.length;
      checkSize(inflated, gunzip.bytesWritten, limits);
      if (start !== null) {
        start = joined([start, chunk], 2);
        if (isGzip(start)) throw new StudioError("invalid", "The file is packed with gzip twice. Unpack it once.");
        if (start.length === 2) start = null;
      }
      yield chunk;
    }
  } catch (error) {
    throw wordedError(error);
  } finally {
    packed.destroy();
    gunzip.destroy();
  }
  if (gunzip.bytesWritten !== fed) throw trailingBytes();

  async function* counted(): AsyncGenerator<Uint8Array, void, void> {
    for await (const chunk of chunks) {
      fed += chunk.length;
      yield chunk;
    }
  }
}

function isGzip(head: Uint8Array): boolean {
  return head[0] === 0x1f && head[1] === 0x8b;
}

function checkSize(inflated: number, packed: number, limits: InflateLimits): void {
  if (inflated > limits.inflatedBytes) {
    throw new StudioError("invalid", `The file unpacks to more than ${limits.inflatedBytes} bytes. Split it.`);
  }
  if (inflated > JUDGED_BYTES && inflated > packed * limits.inflationRatio) {
    const message = `The file unpacks to more than ${limits.inflationRatio} times its size, which data never does. It is not read further.`;
    throw new StudioError("invalid", message);
  }
}

function trailingBytes(): StudioError {
  return new StudioError("invalid", "Other bytes follow the end of the gzip data. Pack the file anew.");
}

function wordedError(error: unknown): unknown {
  if (!(error instanceof Error) || !("code" in error)) return error;
  if (error.code === "Z_BUF_ERROR") {
    return new StudioError("invalid", "The gzip data is cut off. Upload the file again.", { cause: error });
  }
  if (error.code === "Z_DATA_ERROR") {
    return new StudioError("invalid", "The gzip data is damaged or followed by other bytes. Pack the file anew.", {
      cause: error,
    });
  }
  return error;
}
