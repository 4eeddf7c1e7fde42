import { scoreBins } from "#lib/schema/choices.ts";

/** The bin of a score from 0 to 1: equal bins, the last one holds 1 too. As SQL has it: `least(floor(score * 24), 23)`. */
export function binOf(value: number): number {
  return Math.max(0, Math.min(scoreBins - 1, (value * scoreBins) | 0));
}

/** The lowest and the highest score that `binOf` puts into a bin, so that a range with both ends holds exactly its rows. */
export function boundsOfBin(bin: number): { from: number; to: number } {
  return { from: lowestOf(bin), to: bin === scoreBins - 1 ? 1 : numberBefore(lowestOf(bin + 1)) };
}

/** The quotient is rounded and so is the product in `binOf`: a score a little below the quotient may be in the bin, too. */
function lowestOf(bin: number): number {
  let lowest = bin / scoreBins;
  while (lowest > 0 && numberBefore(lowest) * scoreBins >= bin) lowest = numberBefore(lowest);
  return lowest;
}

/** The next smaller number that can be told apart from a positive one. */
function numberBefore(value: number): number {
  const bits = new BigInt64Array(new Float64Array([value]).buffer);
  return new Float64Array(bits.map((each) => each - 1n).buffer)[0] ?? 0;
}
