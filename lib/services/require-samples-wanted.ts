import { invalidField } from "#lib/errors.ts";

/**
 * Practice and sample projects are exported only by those who say so: what is in them was written to learn on.
 *
 * @throws StudioError `invalid`
 */
export function requireSamplesWanted(kind: string, includeSamples: boolean): void {
  if (kind === "work" || includeSamples) return;
  const what = kind === "practice" ? "practice, some of it wrong on purpose" : "a sample";
  const message = `this project was written for Tessera as ${what}; say that it is to be exported all the same`;
  throw invalidField("includeSamples", message);
}
