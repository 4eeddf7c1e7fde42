import { randomUUID } from "node:crypto";
import { errorCodes } from "#lib/db/error-codes.ts";
import { errorStatus, StudioError } from "#lib/errors.ts";
import { log } from "#lib/log.ts";

const headers = { "content-type": "application/problem+json; charset=utf-8", "cache-control": "private, no-store" };

/** Turns whatever a verb threw into an answer (RFC 9457). What we did not expect is logged and leaves as a bare 500. */
export function problem(error: unknown): Response {
  if (error instanceof StudioError) {
    const status = errorStatus[error.code];
    const extra: Record<string, string> = {};
    if (error.code === "too_many") extra["retry-after"] = String(error.details.retryAfterSeconds ?? 60);
    if (error.code === "unavailable") extra["retry-after"] = "2";
    const body = {
      type: "about:blank",
      title: error.code.replaceAll("_", " "),
      status,
      code: error.code,
      detail: error.message,
      ...(error.fields.length > 0 ? { errors: error.fields } : {}),
      ...(Object.keys(error.details).length > 0 ? { details: error.details } : {}),
    };
    return new Response(JSON.stringify(body), { status, headers: { ...headers, ...extra } });
  }
  if (isDatabaseAway(error))
    return problem(new StudioError("unavailable", "The database does not answer. Try again in a moment."));
  const reference = randomUUID();
  log().error({ reference, error }, "request failed");
  const body = {
    type: "about:blank",
    title: "internal error",
    status: 500,
    code: "internal",
    detail: `Something broke. The log knows more under ${reference}.`,
  };
  return new Response(JSON.stringify(body), { status: 500, headers });
}

/** Connection refused or lost, server starting or stopping, no connection to be had: all worth asking again. */
const awayCodes = new Set([
  "ECONNREFUSED",
  "ECONNRESET",
  "EPIPE",
  "ENOENT",
  "57P01",
  "57P02",
  "57P03",
  "08006",
  "08001",
  "08003",
  "08004",
  "53300",
  "P1001",
  "P1002",
  "P1008",
  "P1017",
  "P2024",
  "P2028",
]);

function isDatabaseAway(error: unknown): boolean {
  if (errorCodes(error).some((code) => awayCodes.has(code))) return true;
  for (let cause = error; cause instanceof Error; cause = cause.cause)
    if (lostConnection.test(cause.message)) return true;
  return false;
}

const lostConnection =
  /Connection terminated|Connection ended|is not queryable|^ConnectionClosed$|timeout exceeded when trying to connect|Server has closed the connection/i;
