import { boundsOfBin } from "#lib/curation/columns/score-bin.ts";
import { scoreBins } from "#lib/schema/choices.ts";

/** The bars of a score's distribution: 24 equal parts of [0, 1], each 4 wide with 1 between, 24 high. */
export const barPitch = 5;
export const barWidth = 4;
export const barsHeight = 24;
/** As many as the server counts in. */
export const binCount = scoreBins;
export const barsWidth = binCount * barPitch - 1;

export interface Range {
  readonly from: number | null;
  readonly to: number | null;
}

/** The heights of the bars; what is not empty is at least 1 high. */
export function barHeights(counts: readonly number[], most = Math.max(...counts)): number[] {
  return counts.map((count) => (count === 0 ? 0 : Math.max(1, Math.round((count / most) * barsHeight))));
}

/** One path for all bars of one colour, on whole pixels. */
export function barsPath(heights: readonly number[]): string {
  return heights
    .map((height, bin) =>
      height === 0 ? "" : `M${bin * barPitch} ${barsHeight - height}h${barWidth}v${height}h-${barWidth}z`,
    )
    .join("");
}

/** The bin under a place between the ends of the drawing, both as shares of its width. */
export function binAt(share: number): number {
  return Math.min(binCount - 1, Math.max(0, Math.floor(share * binCount)));
}

/**
 * The scores of bins `first` to `last`, in whichever order they are given; an end at 0 or 1 is open. The ends are the very
 * lowest and highest numbers of those bins, so the range holds as many rows as the bars count.
 */
export function rangeOfBins(first: number, last: number): Range {
  const low = Math.min(first, last);
  const high = Math.max(first, last);
  return {
    from: low === 0 ? null : boundsOfBin(low).from,
    to: high === binCount - 1 ? null : boundsOfBin(high).to,
  };
}

/** Four places are finer than any step of a thumb, and short to read. */
export function rounded(value: number): number {
  return Math.round(value * 10_000) / 10_000;
}

export function isSameRange(one: Range, other: Range): boolean {
  return one.from === other.from && one.to === other.to;
}

/** Which bins lie in a range at least by half. */
export function isInside(bin: number, { from, to }: Range): boolean {
  const middle = (bin + 0.5) / binCount;
  return middle >= (from ?? 0) && middle <= (to ?? 1);
}

/**
 * Where a thumb goes from a key: a hundredth by arrows, a tenth by Page keys, to its end by Home and End; never past the
 * other thumb. Null for a key that moves nothing.
 */
export function moveThumb(end: "from" | "to", { from, to }: Range, key: string): Range | null {
  const steps: Partial<Record<string, number>> = {
    ArrowRight: 0.01,
    ArrowUp: 0.01,
    ArrowLeft: -0.01,
    ArrowDown: -0.01,
    PageUp: 0.1,
    PageDown: -0.1,
    Home: -1,
    End: 1,
  };
  const step = steps[key];
  if (step === undefined) return null;
  const low = from ?? 0;
  const high = to ?? 1;
  if (end === "from") {
    const next = rounded(Math.min(high, Math.max(0, low + step)));
    return { from: next === 0 ? null : next, to };
  }
  const next = rounded(Math.max(low, Math.min(1, high + step)));
  return { from, to: next === 1 ? null : next };
}
