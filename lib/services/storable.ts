import { StudioError } from "#lib/errors.ts";

/**
 * Refuses text that PostgreSQL cannot store as it is: U+0000 and halves of surrogate pairs. Looks at every text and key of
 * the input, however deep. O(size), without recursion.
 *
 * @throws StudioError `invalid` naming the field at the top under which it stands
 */
export function requireStorable(input: unknown): void {
  const open: { field: string; value: unknown }[] = [{ field: "", value: input }];
  for (let next = open.pop(); next !== undefined; next = open.pop()) {
    const { field, value } = next;
    if (typeof value === "string") {
      if (value.includes("\u0000") || !value.isWellFormed()) throw refused(field);
    } else if (typeof value === "object" && value !== null) {
      for (const [key, inner] of Object.entries(value)) {
        if (key.includes("\u0000") || !key.isWellFormed()) throw refused(field);
        open.push({ field: field === "" ? key : field, value: inner });
      }
    }
  }
}

function refused(field: string): StudioError {
  const message = "holds U+0000 or half of a surrogate pair, which cannot be stored";
  return new StudioError("invalid", `${field === "" ? "The input" : field}: ${message}.`, {
    fields: [{ field, message }],
  });
}
