import { Readable } from "node:stream";
import { contentDisposition } from "#lib/import/file-names.ts";

/** An answer that a browser saves and never shows: nothing a person brought in is served inline from our origin. */
export function download(bytes: AsyncIterable<Uint8Array>, fileName: string, type: string, size?: number): Response {
  return new Response(Readable.toWeb(Readable.from(bytes, { objectMode: false })) as ReadableStream<Uint8Array>, {
    headers: {
      "content-type": `${type}; charset=utf-8`,
      "content-disposition": contentDisposition(fileName),
      "content-security-policy": "sandbox; default-src 'none'",
      "cache-control": "private, no-store",
      ...(size === undefined ? {} : { "content-length": String(size) }),
    },
  });
}
