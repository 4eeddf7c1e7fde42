import type { BenchPerson } from "./people.ts";

/** What came back; `status` is 0 when nothing did. */
export interface Answer {
  status: number;
  milliseconds: number;
  body: unknown;
}

/** One project's API as one person asks it. Never throws: what goes wrong is what is counted. */
export type ApiHand = (method: "GET" | "POST", path: string, body?: unknown, key?: string) => Promise<Answer>;

export function apiHand(address: string, project: string, { token }: BenchPerson): ApiHand {
  return async (method, path, body, key = crypto.randomUUID()) => {
    const started = performance.now();
    const file = body instanceof Blob;
    try {
      const answer = await fetch(`${address}/api/v1/projects/${project}${path}`, {
        method,
        headers: {
          authorization: `Bearer ${token}`,
          ...(method === "GET" ? {} : { "idempotency-key": key }),
          ...(body === undefined ? {} : { "content-type": file ? "application/octet-stream" : "application/json" }),
        },
        ...(body === undefined ? {} : { body: file ? body : JSON.stringify(body) }),
      });
      const text = await answer.text();
      const milliseconds = performance.now() - started;
      return { status: answer.status, milliseconds, body: text.startsWith("{") ? JSON.parse(text) : text };
    } catch (error) {
      return { status: 0, milliseconds: performance.now() - started, body: String(error) };
    }
  };
}
