import { z } from "zod";
import { parsedJson } from "#lib/text/parsed-json.ts";
import type { Exchange, Fault } from "./exchange.ts";
import type { FailureCode } from "./failure.ts";

const ErrorBody = z.object({
  error: z.union([
    z.object({
      code: z.union([z.string(), z.number(), z.null()]).optional(),
      type: z.string().nullish(),
      message: z.string().nullish(),
    }),
    z.string(),
  ]),
});

/** What an endpoint says went wrong, in the words that are looked for below. */
export interface SaidError {
  code: string;
  message: string;
}

/** The error that a body tells, or null. */
export function readError(body: unknown): SaidError | null {
  const parsed = ErrorBody.safeParse(body);
  if (!parsed.success) return null;
  const { error } = parsed.data;
  if (typeof error === "string") return { code: "", message: error };
  return { code: `${error.code ?? ""} ${error.type ?? ""}`, message: error.message ?? "" };
}

const faultCodes: Record<Fault, FailureCode> = {
  timeout: "timeout",
  cancelled: "cancelled",
  unreachable: "unreachable",
  tls: "tls",
  reset: "reset",
  redirected: "redirected",
  "host-refused": "host-refused",
  "too-large": "too-large",
  "not-utf8": "malformed",
};

/**
 * What an exchange failed by: a fault on the way, or a status of refusal. Null when a whole answer came with a status of success.
 * `blocked` is no failure of the call: the endpoint's filter held the request back.
 */
export function classifyFailure(exchange: Exchange): FailureCode | "blocked" | null {
  if (exchange.fault !== null) return faultCodes[exchange.fault];
  const { status } = exchange;
  if (status === null) return "unreachable";
  if (status >= 200 && status < 300) return null;
  return byStatus(status, readError(parsedJson(exchange.text)?.value) ?? { code: "", message: "" });
}

/** What an error inside an answer or a stream comes to, where there is no status to go by. */
export function classifySaidError(error: SaidError): FailureCode | "blocked" {
  return byStatus(Number(/\b[45]\d\d\b/.exec(error.code)?.[0] ?? 500), error);
}

function byStatus(status: number, { code, message }: SaidError): FailureCode | "blocked" {
  if (/content_filter|content_policy|responsible_?ai/i.test(code)) return "blocked";
  if (status === 402 || /insufficient_quota|billing|insufficient_credits/i.test(code)) return "out-of-credit";
  if (
    /context_length|string_above_max/i.test(code) ||
    /context (length|window)|maximum context|too many tokens/i.test(message)
  )
    return "context-length";
  if (/rate_limit/i.test(code)) return "rate-limited";
  if (/overloaded/i.test(code) || status === 503 || status === 529) return "overloaded";
  switch (status) {
    case 401:
      return "unauthorized";
    case 403:
      return "forbidden";
    case 404:
    case 405:
      return "unknown-model";
    case 408:
    case 504:
      return "timeout";
    case 429:
      return "rate-limited";
    case 409:
    case 425:
      return "server-error";
    default:
      if (status >= 300 && status < 400) return "redirected";
      return status >= 500 ? "server-error" : "bad-request";
  }
}
