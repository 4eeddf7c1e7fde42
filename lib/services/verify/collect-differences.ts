import type { Difference } from "#lib/curation/difference.ts";

/** So many differences are named; the rest is counted, so that a wrecked project does not fill the memory. */
export const mostNamed = 1_000;

/** Gathers differences as they are found. */
export function collectDifferences(): { report(difference: Difference): void; list(): Difference[] } {
  const named: Difference[] = [];
  let more = 0;
  return {
    report(difference) {
      if (named.length < mostNamed) named.push(difference);
      else more += 1;
    },
    list() {
      if (more === 0) return named;
      return [...named, { kind: "more", id: "", expected: "none", found: `${more} more differences` }];
    },
  };
}

/** Reports each field whose two values differ, as `kind.field`. */
export function compareFields(
  kind: string,
  id: string,
  expected: object,
  found: Readonly<Record<string, unknown>>,
  report: (difference: Difference) => void,
): void {
  for (const [field, value] of Object.entries(expected)) {
    if (found[field] !== value)
      report({ kind: `${kind}.${field}`, id, expected: String(value), found: String(found[field]) });
  }
}
