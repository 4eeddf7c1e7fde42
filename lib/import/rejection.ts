import type { RejectionCode } from "./codes.ts";

/**
 * Why one line is rejected. It is returned, not thrown: a file may hold a million of them and a stack for each would cost
 * more than reading the line.
 */
export class Rejection {
  readonly code: RejectionCode;
  /** Where in the record, such as `messages[2].content`; null when it concerns the whole line. */
  readonly field: string | null;
  /** One sentence that names the trouble and the mend. */
  readonly message: string;

  constructor(code: RejectionCode, field: string | null, message: string) {
    this.code = code;
    this.field = field;
    this.message = message;
  }
}
