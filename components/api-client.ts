import { newKey } from "./new-key.ts";

/** What the API answered instead of what was asked for, worded for the reader. */
export class ApiProblem extends Error {
  /** The HTTP status; 0 when no answer came at all. */
  readonly status: number;
  readonly code: string;
  readonly fields: readonly { field: string; message: string }[];
  readonly details: Readonly<Record<string, unknown>>;

  constructor(
    status: number,
    code: string,
    message: string,
    fields: readonly { field: string; message: string }[] = [],
    details: Record<string, unknown> = {},
  ) {
    super(message);
    this.name = "ApiProblem";
    this.status = status;
    this.code = code;
    this.fields = fields;
    this.details = details;
  }
}

/** Reads a problem from the body of a refused request. */
export function problemOf(status: number, body: unknown): ApiProblem {
  // A refusal may come from something before the studio, such as a proxy, so nothing of its shape is taken for granted.
  const problem = recordOf(body);
  if (problem === null)
    return new ApiProblem(status, "unknown", `The studio answered with status ${status}. Try again in a moment.`);
  const errors = Array.isArray(problem.errors) ? problem.errors : [];
  return new ApiProblem(
    status,
    textOf(problem.code) ?? "unknown",
    textOf(problem.detail) ?? textOf(problem.title) ?? `The studio answered with status ${status}.`,
    errors.flatMap((error: unknown) => {
      const { field, message } = recordOf(error) ?? {};
      return typeof field === "string" && typeof message === "string" ? [{ field, message }] : [];
    }),
    recordOf(problem.details) ?? {},
  );
}

function recordOf(value: unknown): Record<string, unknown> | null {
  return typeof value === "object" && value !== null && !Array.isArray(value) ? { ...value } : null;
}

function textOf(value: unknown): string | null {
  return typeof value === "string" && value !== "" ? value : null;
}

export type Method = "GET" | "POST" | "PATCH" | "PUT" | "DELETE";

export interface RequestOptions {
  /** Sent as JSON. */
  body?: unknown;
  /** The same key for the same act, however often it is sent; made anew unless given. */
  idempotencyKey?: string;
  signal?: AbortSignal;
}

/**
 * Asks the API. `Answer` is the type of the service's output; leave it out when the answer is not looked at.
 *
 * @param path below `/api/v1`, such as `/projects/courtesies/claims`.
 * @throws ApiProblem for every answer that is not 2xx, for none at all, and for one that is not JSON.
 */
export async function request<Answer = unknown>(
  method: Method,
  path: string,
  options: RequestOptions = {},
): Promise<Answer> {
  const headers: Record<string, string> = { accept: "application/json" };
  if (method !== "GET") headers["idempotency-key"] = options.idempotencyKey ?? newKey();
  if (options.body !== undefined) headers["content-type"] = "application/json";
  const init: RequestInit = { method, headers, credentials: "same-origin", redirect: "error" };
  if (options.body !== undefined) init.body = JSON.stringify(options.body);
  if (options.signal) init.signal = options.signal;

  let response: Response;
  try {
    response = await fetch(`/api/v1${path}`, init);
  } catch (error) {
    if (options.signal?.aborted) throw error;
    throw new ApiProblem(0, "offline", "The studio cannot be reached. Check that it runs, then try again.");
  }
  const body: unknown = await response.json().catch(() => undefined);
  if (!response.ok) throw problemOf(response.status, body);
  if (body === undefined)
    throw new ApiProblem(
      response.status,
      "unexpected",
      "The studio answered in a form this page does not know. Reload the page.",
    );
  // The one place where a type is taken on trust: the door holds each answer against its service's Output before it leaves,
  // and `Answer` is inferred from that same schema. To check again here would carry the parser into every page.
  return body as Answer;
}
