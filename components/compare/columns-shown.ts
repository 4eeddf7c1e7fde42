import { fewestCompared, mostCompared } from "#lib/schema/compare-choices.ts";

/** Puts a culture first, for the others to be held against; the order of the others stays. */
export function withReference(shown: readonly string[], code: string): string[] {
  return shown.includes(code) ? [code, ...shown.filter((each) => each !== code)] : [...shown];
}

/** Adds a culture at the end, or takes it away; never fewer than two, never more than six. */
export function toggleCulture(shown: readonly string[], code: string): string[] {
  if (!shown.includes(code)) return shown.length < mostCompared ? [...shown, code] : [...shown];
  return shown.length > fewestCompared ? shown.filter((each) => each !== code) : [...shown];
}

/**
 * Puts the next culture that is not shown, in the order of `all`, in the place of one column: the one at `at`, or, since the
 * reference stays, the last. `by` −1 goes the other way round. The same columns where all are shown already, or only one is.
 */
export function cycleCulture(shown: readonly string[], all: readonly string[], at: number, by: 1 | -1): string[] {
  const place = at > 0 && at < shown.length ? at : shown.length - 1;
  const current = shown[place];
  if (place === 0 || current === undefined) return [...shown];
  const from = all.indexOf(current);
  for (let step = 1; step < all.length; step++) {
    const next = all[(from + by * step + all.length * step) % all.length];
    if (next !== undefined && !shown.includes(next)) return shown.map((code, index) => (index === place ? next : code));
  }
  return [...shown];
}
