import type { z } from "zod";

/**
 * An answer as its service's `Output` describes it, so that what leaves is what the API document promises and what the
 * pages' types say. Cost: below a millisecond for 200 rows of a list.
 *
 * @throws Error when the answer is another: a fault of ours, which leaves as a bare 500 with a reference
 */
export function checkedAnswer<Output extends z.ZodType>(Output: Output, answer: unknown): z.output<Output> {
  const checked = Output.safeParse(answer);
  if (checked.success) return checked.data;
  const [issue] = checked.error.issues;
  throw new Error(`An answer does not fit its schema at ${issue?.path.join(".") || "its root"}: ${issue?.message}`);
}
