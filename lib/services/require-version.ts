import { StudioError } from "#lib/errors.ts";

/** The entry, if it is there and at the version the writer saw. @throws StudioError `not_found` or `conflict` */
export function requireVersion<Entry extends { version: number }>(
  entry: Entry | null,
  what: string,
  expected: number,
): Entry {
  if (entry === null) throw new StudioError("not_found", `There is no such ${what} in this project.`);
  if (entry.version !== expected) {
    throw new StudioError("conflict", `Somebody changed this ${what} in the meantime. Load it again.`, {
      details: { version: entry.version, current: entry },
    });
  }
  return entry;
}
