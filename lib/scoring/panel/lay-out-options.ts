import { noCulture } from "../../schema/panel-evidence.ts";

/** An option as a judge sees it: a letter, and the culture it stands for. */
export interface Option {
  label: string;
  /** A culture code, or `noCulture`. */
  culture: string;
}

/**
 * The cultures that a judge may choose among, in an order drawn by chance and labelled A, B, … Z, AA, AB …, with "no
 * particular culture" among them unless it is left out. Judges have a liking for places in a list, so every judge sees at
 * least two orders. O(cultures).
 * @param chance uniform numbers in [0,1)
 */
export function layOutOptions(
  cultures: readonly string[],
  chance: () => number,
  { none = true }: { none?: boolean } = {},
): Option[] {
  const drawn = none ? [...cultures, noCulture] : [...cultures];
  for (let last = drawn.length - 1; last > 0; last--) {
    const other = Math.floor(chance() * (last + 1));
    [drawn[last], drawn[other]] = [drawn[other] ?? "", drawn[last] ?? ""];
  }
  return drawn.map((culture, place) => ({ label: labelOf(place), culture }));
}

function labelOf(place: number): string {
  const letter = String.fromCharCode(65 + (place % 26));
  return place < 26 ? letter : labelOf(Math.floor(place / 26) - 1) + letter;
}
