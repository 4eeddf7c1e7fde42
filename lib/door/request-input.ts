import { createHmac } from "node:crypto";
import { z } from "zod";
import { StudioError } from "#lib/errors.ts";
import type { Command } from "#lib/services/answer-once.ts";

/** The largest JSON body a route reads, in bytes. Files go in as streams and have limits of their own. */
const bodyLimit = 10 * 1024 * 1024;
const bodyTimeout = 60_000;

/** A query string as an object. A key given twice is refused, since the two could be read differently by two readers. */
export function queryInput(url: string): Record<string, string> {
  const input: Record<string, string> = {};
  for (const [key, value] of new URL(url).searchParams) {
    if (key in input)
      throw new StudioError("invalid", `${key}: is given twice. Join several values with commas.`, {
        fields: [{ field: key, message: "is given twice" }],
      });
    input[key] = value;
  }
  return input;
}

/** The JSON object of a write, with its text for the request hash. */
export async function bodyInput(request: Request): Promise<{ input: Record<string, unknown>; text: string }> {
  const text = await bodyText(request);
  if (text === "") return { input: {}, text };
  if (!/^application\/json\b/i.test(request.headers.get("content-type") ?? "")) {
    throw new StudioError("unsupported_type", "Send the body as application/json.");
  }
  let input: unknown;
  try {
    input = JSON.parse(text);
  } catch {
    throw new StudioError("malformed", "The body is not valid JSON.");
  }
  if (typeof input !== "object" || input === null || Array.isArray(input))
    throw new StudioError("malformed", "The body must be a JSON object.");
  return { input: { ...input }, text };
}

async function bodyText(request: Request): Promise<string> {
  if (request.body === null) return "";
  if (Number(request.headers.get("content-length") ?? 0) > bodyLimit) throw tooLarge();
  const chunks: Uint8Array[] = [];
  let size = 0;
  const reader = request.body.getReader();
  let late = false;
  const timer = setTimeout(() => {
    late = true;
    void reader.cancel();
  }, bodyTimeout);
  try {
    for (let chunk = await reader.read(); !chunk.done; chunk = await reader.read()) {
      size += chunk.value.byteLength;
      if (size > bodyLimit) {
        void reader.cancel();
        throw tooLarge();
      }
      chunks.push(chunk.value);
    }
  } finally {
    clearTimeout(timer);
  }
  // A cancelled body ends as a whole one does; what came of it must not pass for all of it.
  if (late) throw new StudioError("timeout", "The body did not arrive in time. Send it again.");
  try {
    return new TextDecoder("utf-8", { fatal: true, ignoreBOM: true }).decode(Buffer.concat(chunks));
  } catch {
    throw new StudioError("malformed", "The body is not valid UTF-8.");
  }
}

function tooLarge(): StudioError {
  return new StudioError("too_large", `The body is larger than ${bodyLimit / 1024 / 1024} MB.`);
}

/**
 * The client's key for this write, with the hash by which a reuse for another request is told. The hash is keyed, since a
 * body may hold a password.
 */
export function commandOf(request: Request, text: string, secret: string): Command {
  const key = request.headers.get("idempotency-key");
  if (key === null)
    throw new StudioError("malformed", "Each write needs an Idempotency-Key header holding a UUID made for it.");
  if (!z.uuid().safeParse(key).success) throw new StudioError("malformed", "The Idempotency-Key must be a UUID.");
  const requestHash = createHmac("sha256", secret)
    .update(`${request.method} ${new URL(request.url).pathname}\n${text}`)
    .digest("hex");
  return { key, requestHash };
}
