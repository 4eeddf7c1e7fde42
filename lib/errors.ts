/** The closed set of things that may go wrong in an expected way, with the HTTP status each leaves by. */
export const errorStatus = {
  invalid: 422,
  unauthenticated: 401,
  forbidden: 403,
  not_found: 404,
  method_not_allowed: 405,
  conflict: 409,
  too_large: 413,
  unsupported_type: 415,
  key_reused: 422,
  too_many: 429,
  timeout: 408,
  malformed: 400,
  unavailable: 503,
} as const;
export type ErrorCode = keyof typeof errorStatus;

/** One field's trouble: where, and what would mend it. */
export interface FieldTrouble {
  field: string;
  message: string;
}

/**
 * What we expect to go wrong, worded once for the reader. Doors translate it (`toProblem` for HTTP, an exit status on the
 * command line). Anything else that is thrown is a bug.
 */
export class StudioError extends Error {
  readonly code: ErrorCode;
  readonly fields: readonly FieldTrouble[];
  /** Further facts for the client, such as the current version and text of a conflict. Never secrets. */
  readonly details: Readonly<Record<string, unknown>>;

  constructor(
    code: ErrorCode,
    message: string,
    extra: { fields?: readonly FieldTrouble[]; details?: Record<string, unknown>; cause?: unknown } = {},
  ) {
    super(message, { cause: extra.cause });
    this.name = "StudioError";
    this.code = code;
    this.fields = extra.fields ?? [];
    this.details = extra.details ?? {};
  }
}

/** What a field was given cannot be taken: `message` goes on from its name, without a full stop. */
export function invalidField(field: string, message: string): StudioError {
  return new StudioError("invalid", `${field}: ${message}.`, { fields: [{ field, message }] });
}
