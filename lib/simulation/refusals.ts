import type { FaultRule } from "./faults.ts";
import { failWith, jsonHeaders, type PlainAnswer } from "./plain-answer.ts";

const html = { "content-type": "text/html; charset=utf-8" };
const page = "<!doctype html><title>Somewhere else</title><p>A page for people, and no answer.</p>";

/** The answer of a fault that is told by a status, a header or an empty body; null for all others. `now` in milliseconds since 1970. */
export function refusalOf({ fault, seconds }: FaultRule, now: number): PlainAnswer | null {
  const wait = seconds ?? 1;
  const slowDown = (headers: Record<string, string> = {}) =>
    failWith(429, "rate_limit_exceeded", "Too many requests.", headers);
  switch (fault) {
    case "F1":
      return slowDown({ "retry-after": String(wait) });
    case "F2":
      return slowDown({ "retry-after": new Date(now + wait * 1_000).toUTCString() });
    case "F3":
      return slowDown({ "retry-after-ms": String(Math.round(wait * 1_000)) });
    case "F4":
      return slowDown();
    case "F5":
      return failWith(429, "insufficient_quota", "The account has no credit left.");
    case "F6":
      return failWith(401, "invalid_api_key", "The key is not known.");
    case "F7":
      return failWith(403, "access_denied", "The key may not do this.");
    case "F8":
      return failWith(404, "model_not_found", "There is no such model.");
    case "F9":
      return failWith(400, "context_length_exceeded", "The request is longer than the model takes.");
    case "F10":
      return failWith(500, "server_error", "Something broke.");
    case "F11":
      return { status: 502, headers: html, body: page };
    case "F12":
      return failWith(503, "service_unavailable", "Come back later.");
    case "F13":
      return failWith(529, "overloaded_error", "Overloaded.");
    case "F22":
      return { status: 200, headers: html, body: page };
    case "F23":
      return { status: 200, headers: jsonHeaders, body: "" };
    case "F41":
      return { status: 302, headers: { location: "http://169.254.169.254/latest/meta-data/" }, body: "" };
    default:
      return null;
  }
}
