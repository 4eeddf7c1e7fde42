import { v7 } from "uuid";
import { z } from "zod";
import { findRoute, loadRoute } from "./find-handler.ts";

/** What a handler answered, read whole. */
export interface Answer {
  status: number;
  headers: Headers;
  text: string;
  /** The body where it is JSON, else null. */
  body: unknown;
}

export interface CallOptions {
  key?: string;
  headers?: Record<string, string | null | undefined>;
  /** Sent as it is, instead of JSON. */
  raw?: BodyInit;
}

/** Sends requests to the route handlers as one principal, in the way our own pages do. */
export interface Client {
  get(path: string, options?: CallOptions): Promise<Answer>;
  post(path: string, body?: unknown, options?: CallOptions): Promise<Answer>;
  patch(path: string, body?: unknown, options?: CallOptions): Promise<Answer>;
  delete(path: string, body?: unknown, options?: CallOptions): Promise<Answer>;
  send(method: string, path: string, body?: unknown, options?: CallOptions): Promise<Answer>;
}

const base = "http://localhost:3000";

/** A client that sends the given headers (a cookie or a token) with each request. Paths begin at `/api`. */
export function clientWith(own: Record<string, string>): Client {
  async function send(method: string, path: string, body?: unknown, options: CallOptions = {}): Promise<Answer> {
    const headers = new Headers({ host: "localhost:3000", ...own });
    if (method !== "GET") {
      headers.set("origin", base);
      headers.set("sec-fetch-site", "same-origin");
      headers.set("idempotency-key", options.key ?? v7());
      headers.set("content-type", "application/json");
    }
    for (const [name, value] of Object.entries(options.headers ?? {})) {
      if (value === null) headers.delete(name);
      else if (value === undefined) continue;
      else headers.set(name, value);
    }
    const payload = options.raw ?? (body === undefined ? undefined : JSON.stringify(body));
    const request = new Request(new URL(path, base), {
      method,
      headers,
      ...(payload === undefined ? {} : { body: payload }),
      // Node asks for this with streams; the type does not know it.
      ...(payload instanceof ReadableStream ? { duplex: "half" } : {}),
    });
    const found = findRoute(new URL(path, base).pathname);
    if (found === null) return read(new Response("", { status: 404 }));
    const handler = (await loadRoute(found.file))[method];
    if (handler === undefined) return read(new Response("", { status: 405 }));
    return read(await handler(request, { params: Promise.resolve(found.params) }));
  }
  return {
    send,
    get: (path, options) => send("GET", path, undefined, options),
    post: (path, body, options) => send("POST", path, body ?? {}, options),
    patch: (path, body, options) => send("PATCH", path, body ?? {}, options),
    delete: (path, body, options) => send("DELETE", path, body, options),
  };
}

async function read(response: Response): Promise<Answer> {
  const text = await response.text();
  const isJson =
    /json/.test(response.headers.get("content-type") ?? "") && !response.headers.has("content-disposition");
  return { status: response.status, headers: response.headers, text, body: isJson ? JSON.parse(text) : null };
}

/** Reads a field of an answer's body with a schema; a test that meets another shape fails there. */
export function bodyAs<Schema extends z.ZodType>(answer: Answer, schema: Schema): z.output<Schema> {
  if (answer.status !== 200) throw new Error(`answered ${answer.status}: ${answer.text}`);
  return schema.parse(answer.body);
}

export const Problem = z.object({
  code: z.string(),
  detail: z.string(),
  status: z.int(),
  errors: z.array(z.object({ field: z.string(), message: z.string() })).optional(),
  details: z.record(z.string(), z.unknown()).optional(),
});
