import type { z } from "zod";
import { StudioError } from "#lib/errors.ts";

/** Parses `input` or throws `invalid` with one sentence per field. Cost: that of the schema. */
export function parse<Schema extends z.ZodType>(schema: Schema, input: unknown): z.output<Schema> {
  const result = schema.safeParse(input);
  if (result.success) return result.data;
  const fields = result.error.issues.slice(0, 50).map((issue) => ({
    field: issue.code === "unrecognized_keys" ? [...issue.path, issue.keys[0] ?? ""].join(".") : issue.path.join("."),
    message: issue.message,
  }));
  const [first] = fields;
  throw new StudioError(
    "invalid",
    first ? `${first.field === "" ? "The input" : first.field}: ${first.message}` : "The input is not valid.",
    { fields },
  );
}
