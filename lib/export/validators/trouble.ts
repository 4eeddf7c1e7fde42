import { z } from "zod";

/** What a validator may find. An error makes the file unfit for its consumer; a warning deserves a look. */
export const troubleSeverity = {
  "byte-order-mark": "error",
  "not-utf-8": "error",
  "carriage-return": "error",
  "raw-line-separator": "error",
  "empty-line": "error",
  "no-final-line-feed": "error",
  "invalid-json": "error",
  "not-an-object": "error",
  "half-surrogate": "error",
  "null-character": "error",
  "missing-key": "error",
  "unknown-key": "error",
  "wrong-type": "error",
  "empty-list": "error",
  "empty-text": "error",
  "unknown-role": "error",
  "bad-weight": "error",
  "no-assistant": "error",
  "wrong-place": "error",
  "odd-turns": "error",
  "not-scalar": "error",
  "ambiguous-column": "error",
  "invalid-row": "error",
  "key-order": "error",
  "keys-differ": "error",
  "types-differ": "error",
  "line-number": "error",
  "too-few-examples": "error",
  "long-line": "warning",
  "no-lines": "warning",
  "system-not-first": "warning",
  "two-systems": "warning",
  "repeated-role": "warning",
  "no-user": "warning",
  "nothing-trained": "warning",
  "last-not-assistant": "warning",
  "null-in-column": "warning",
} as const satisfies Record<string, "error" | "warning">;

export type TroubleCode = keyof typeof troubleSeverity;

/** One finding. `line` counts from 1; `field` is a path such as `messages[2].role`, or null for the line as a whole. */
export interface Trouble {
  code: TroubleCode;
  severity: "error" | "warning";
  line: number;
  field: string | null;
  message: string;
}

/** Called by a rule for each finding. */
export type Report = (code: TroubleCode, field: string | null, message: string) => void;

/** All findings of one kind in a file: how many, on which lines first, and the first of them in words. */
export const TroubleGroup = z.strictObject({
  code: z.string(),
  count: z.int().min(1),
  firstLines: z.array(z.int().min(1)).min(1).max(20),
  field: z.string().nullable(),
  message: z.string(),
});
export type TroubleGroup = z.infer<typeof TroubleGroup>;
