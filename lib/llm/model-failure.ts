import { type FailureCode, failures, failureWords } from "#lib/replies/failure.ts";

/** A call to a model that came to nothing. The message is fit for a person and holds nothing that the endpoint wrote. */
export class ModelFailure extends Error {
  override readonly name = "ModelFailure";
  readonly code: FailureCode;
  /** Whether the same call may fare better later. */
  readonly transient: boolean;

  constructor(code: FailureCode) {
    super(failureWords[code]);
    this.code = code;
    this.transient = failures[code].again;
  }
}
