import type OpenAI from "openai";
import { OutboundRefused, Redirected } from "#lib/network/guarded-fetch.ts";
import { type Exchange, type Fault, retryHeaderNames } from "#lib/replies/exchange.ts";
import type { Endpoint } from "./endpoint.ts";

/** An answer may be this large, in bytes; a reply of a model is some kilobytes, and one batch of vectors some megabytes. */
const mostBytes = 32 * 1024 * 1024;

export interface ExchangeOptions {
  signal?: AbortSignal;
  /** How long it may take at most, in milliseconds, besides the endpoint's own limit. */
  patience?: number;
  /** At most so many bytes of an answer are read. */
  bytes?: number;
}

/**
 * One request through the client and its answer as it came. Never throws for what an endpoint does: the fault is in the exchange. What
 * the client itself makes of the answer is not looked at, since it takes a page of HTML, a body without a reply and a stream cut short
 * for success.
 *
 * @param call makes the one request
 */
export async function exchangeWith(
  endpoint: Endpoint,
  call: (client: OpenAI, options: OpenAI.RequestOptions) => PromiseLike<unknown>,
  { signal, patience = Number.POSITIVE_INFINITY, bytes = mostBytes }: ExchangeOptions = {},
): Promise<Exchange> {
  const began = performance.now();
  const late = AbortSignal.timeout(Math.max(1, Math.floor(Math.min(endpoint.timeout, patience))));
  const ending = AbortSignal.any(signal ? [signal, late] : [late]);
  const seen: Omit<Exchange, "latency"> = { status: null, contentType: "", retryHeaders: {}, text: "", fault: null };
  let trouble: unknown = null;
  const recording = async (url: string | URL | Request, init?: RequestInit): Promise<Response> => {
    try {
      const answer = await endpoint.way.fetch(url, { ...init, signal: ending });
      seen.status = answer.status;
      seen.contentType = answer.headers.get("content-type") ?? "";
      seen.retryHeaders = retryHeadersOf(answer.headers);
      const body = answer.body === null ? null : recorded(answer.body, bytes, seen, (error) => (trouble = error));
      return new Response(body, { status: answer.status, headers: answer.headers });
    } catch (error) {
      trouble = error;
      throw error;
    }
  };
  let answer: unknown;
  try {
    answer = await call(endpoint.client.withOptions({ fetch: recording }), { signal: ending });
  } catch {
    // Told by `seen` and `trouble`, in more than the words of the client.
  }
  if (answer instanceof Response) await answer.arrayBuffer().catch(() => undefined);
  if (trouble !== null || ending.aborted) seen.fault = faultOf(trouble, { signal, late, began: seen.status !== null });
  return { ...seen, latency: Math.round(performance.now() - began) };
}

function retryHeadersOf(headers: Headers): Record<string, string> {
  return Object.fromEntries(
    retryHeaderNames.flatMap((name) => {
      const value = headers.get(name);
      return value === null ? [] : [[name, value.slice(0, 100)]];
    }),
  );
}

class TooLarge extends Error {}
class NotUtf8 extends Error {}

/** Passes a body on while it is written down, up to a limit. */
function recorded(
  body: ReadableStream<Uint8Array>,
  most: number,
  seen: { text: string },
  onTrouble: (error: unknown) => void,
): ReadableStream<Uint8Array> {
  const reader = body.getReader();
  const decoder = new TextDecoder("utf-8", { fatal: true });
  let size = 0;
  const decode = (bytes: Uint8Array | undefined) => {
    try {
      seen.text += decoder.decode(bytes, { stream: bytes !== undefined });
    } catch {
      throw new NotUtf8();
    }
  };
  return new ReadableStream<Uint8Array>({
    async pull(controller) {
      try {
        const { done, value } = await reader.read();
        decode(value);
        if (done) return controller.close();
        size += value.byteLength;
        if (size > most) throw new TooLarge();
        controller.enqueue(value);
      } catch (error) {
        onTrouble(error);
        await reader.cancel().catch(() => undefined);
        controller.error(error);
      }
    },
    cancel: (reason) => reader.cancel(reason),
  });
}

const tlsCode = /^(ERR_TLS|ERR_SSL|CERT_|DEPTH_ZERO|SELF_SIGNED|UNABLE_TO|EPROTO)/;
const awayCode =
  /^(ECONNREFUSED|ENOTFOUND|EAI_|EHOSTUNREACH|ENETUNREACH|ENETDOWN|ETIMEDOUT|UND_ERR_CONNECT_TIMEOUT|EADDRNOTAVAIL)/;

function faultOf(
  trouble: unknown,
  { signal, late, began }: { signal: AbortSignal | undefined; late: AbortSignal; began: boolean },
): Fault {
  for (const error of causes(trouble)) {
    if (error instanceof OutboundRefused) return "host-refused";
    if (error instanceof Redirected) return "redirected";
    if (error instanceof TooLarge) return "too-large";
    if (error instanceof NotUtf8) return "not-utf8";
  }
  if (signal?.aborted) return "cancelled";
  if (late.aborted) return "timeout";
  const codes = causes(trouble).map((error) => ("code" in error ? String(error.code) : ""));
  if (codes.some((code) => tlsCode.test(code))) return "tls";
  if (!began && codes.some((code) => awayCode.test(code))) return "unreachable";
  return "reset";
}

/** An error and what it came from, the members of aggregates included. */
function causes(error: unknown): Error[] {
  const found: Error[] = [];
  const open = [error];
  for (let next = open.pop(); found.length < 20; next = open.pop()) {
    if (!(next instanceof Error)) {
      if (open.length === 0) break;
      continue;
    }
    found.push(next);
    if (next instanceof AggregateError) open.push(...next.errors);
    open.push(next.cause);
  }
  return found;
}
