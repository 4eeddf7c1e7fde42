/**
 * Everything that can go wrong with a call apart from what the model says: whether asking again may help, and what else it
 * concerns. `connection`: no other call to it will fare better; `model`: none to this model; `call`: others may.
 */
export const failures = {
  "rate-limited": { again: true, concerns: "connection" },
  overloaded: { again: true, concerns: "connection" },
  "server-error": { again: true, concerns: "call" },
  timeout: { again: true, concerns: "call" },
  unreachable: { again: true, concerns: "connection" },
  reset: { again: true, concerns: "call" },
  "not-json": { again: true, concerns: "call" },
  malformed: { again: true, concerns: "call" },
  "out-of-credit": { again: false, concerns: "connection" },
  unauthorized: { again: false, concerns: "connection" },
  forbidden: { again: false, concerns: "connection" },
  "unknown-model": { again: false, concerns: "model" },
  "context-length": { again: false, concerns: "call" },
  "bad-request": { again: false, concerns: "call" },
  tls: { again: false, concerns: "connection" },
  redirected: { again: false, concerns: "connection" },
  "host-refused": { again: false, concerns: "connection" },
  "too-large": { again: false, concerns: "call" },
  cancelled: { again: false, concerns: "call" },
} as const satisfies Record<string, { again: boolean; concerns: "call" | "model" | "connection" }>;

export type FailureCode = keyof typeof failures;

/** Each failure as a sentence for a person, with what mends it. */
export const failureWords: Record<FailureCode, string> = {
  "rate-limited": "The endpoint asks for fewer requests.",
  overloaded: "The endpoint is overloaded.",
  "server-error": "The endpoint broke (a status of 500 or above).",
  timeout: "No whole answer came in time.",
  unreachable: "Nothing answers at this address.",
  reset: "The connection was cut in the middle of an answer.",
  "not-json": "The answer is not JSON; something else than a model may answer there.",
  malformed: "The answer does not have the form of the OpenAI API.",
  "out-of-credit": "The account is out of credit. Pay the provider, or use another connection.",
  unauthorized: "The key is not accepted. Give another.",
  forbidden: "The key may not do this.",
  "unknown-model": "The endpoint does not know this model or path.",
  "context-length": "The request is longer than the model takes.",
  "bad-request": "The endpoint does not accept the request.",
  tls: "The endpoint's certificate is not trusted.",
  redirected: "The endpoint sends requests elsewhere, and they are not followed. Give the address that it leads to.",
  "host-refused": "The host is not on the list of allowed hosts.",
  "too-large": "The answer is larger than what is read.",
  cancelled: "The call was cancelled.",
};
