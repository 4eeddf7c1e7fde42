import { v7 } from "uuid";
import { z } from "zod";

const Problem = z.looseObject({
  status: z.number().optional(),
  code: z.string().optional(),
  title: z.string().optional(),
  detail: z.string().optional(),
  errors: z.array(z.looseObject({ field: z.string(), message: z.string() })).optional(),
  details: z.record(z.string(), z.unknown()).optional(),
});

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
  const parsed = Problem.safeParse(body);
  if (!parsed.success)
    return new ApiProblem(status, "unknown", `The studio answered with status ${status}. Try again in a moment.`);
  const { code, detail, title, errors, details } = parsed.data;
  return new ApiProblem(
    status,
    code ?? "unknown",
    detail ?? title ?? `The studio answered with status ${status}.`,
    errors ?? [],
    details ?? {},
  );
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
 * Asks the API and parses its answer.
 *
 * @param path below `/api/v1`, such as `/projects/courtesies/claims`.
 * @throws ApiProblem for every answer that is not 2xx, for none at all, and for one of another shape than `schema`.
 */
export async function request<Schema extends z.ZodType>(
  schema: Schema,
  method: Method,
  path: string,
  options: RequestOptions = {},
): Promise<z.output<Schema>> {
  const headers: Record<string, string> = { accept: "application/json" };
  if (method !== "GET") headers["idempotency-key"] = options.idempotencyKey ?? v7();
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
  const body: unknown = await response.json().catch(() => null);
  if (!response.ok) throw problemOf(response.status, body);
  const parsed = schema.safeParse(body);
  if (!parsed.success)
    throw new ApiProblem(
      response.status,
      "unexpected",
      "The studio answered in a form this page does not know. Reload the page.",
    );
  return parsed.data;
}
