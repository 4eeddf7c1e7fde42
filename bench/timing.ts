/** What a table says of a series of times. */
export interface Timing {
  count: number;
  "p50 ms": number;
  "p95 ms": number;
  "p99 ms": number;
  "max ms": number;
}

/** Percentiles by nearest rank, in milliseconds to a tenth; NaN when there is nothing. */
export function timing(times: readonly number[]): Timing {
  return {
    count: times.length,
    "p50 ms": percentile(times, 0.5),
    "p95 ms": percentile(times, 0.95),
    "p99 ms": percentile(times, 0.99),
    "max ms": percentile(times, 1),
  };
}

/** A number to so many decimals. */
export function round(value: number, digits: number): number {
  return Number(value.toFixed(digits));
}

/** The value that `share` of all values do not exceed, to a tenth; `share` from 0 to 1. */
export function percentile(values: readonly number[], share: number): number {
  const sorted = values.toSorted((a, b) => a - b);
  return round(sorted[Math.max(1, Math.ceil(share * sorted.length)) - 1] ?? Number.NaN, 1);
}

export const waitFor = (milliseconds: number) => new Promise<void>((resolve) => setTimeout(resolve, milliseconds));
