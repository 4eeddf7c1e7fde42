import type { Interval } from "../../schema/score.ts";
import { silhouette } from "../silhouette.ts";
import { addTo } from "../unit-vector.ts";
import { z95 } from "../z95.ts";
import type { VectorPool } from "./pool-search.ts";

/** A culture as the sum of its vectors. */
export interface Centroid {
  sum: Float64Array;
  items: number;
}

/** The sum of the rows [first, end) of a pool. O(rows · dimensions). */
export function centroidOf(pool: VectorPool, first: number, end: number): Centroid {
  const sum = new Float64Array(pool.dimensions);
  for (let row = first; row < end; row++) addTo(sum, pool.row(row));
  return { sum, items: end - first };
}

/** A culture without one of its items. O(dimensions). */
export function without({ sum, items }: Centroid, vector: Float32Array): Centroid {
  return { sum: sum.map((value, i) => value - (vector[i] ?? 0)), items: items - 1 };
}

/** How near a vector is to a culture as a whole. */
export interface Nearness {
  /** 1 − cosine with the middle of its vectors. */
  toCentre: number;
  /** Mean of 1 − cosine with each of them. */
  mean: number;
  /** Length of the mean vector: 1 where all point the same way. */
  concentration: number;
}

/** O(dimensions); null for a culture of none, or one whose vectors cancel out. */
export function nearness(vector: Float32Array, { sum, items }: Centroid): Nearness | null {
  let product = 0;
  let squares = 0;
  for (let i = 0; i < sum.length; i++) {
    const value = sum[i] ?? 0;
    product += (vector[i] ?? 0) * value;
    squares += value * value;
  }
  const length = Math.sqrt(squares);
  if (items === 0 || length < 1e-9) return null;
  return { toCentre: 1 - product / length, mean: 1 - product / items, concentration: length / items };
}

/** What one culture contributes to a margin: how near it is, and how surely (standard error of the distance to its centre). */
export interface Side {
  near: Nearness;
  error: number;
}

/** By how much a text is nearer to its own culture's centre than to the nearest other, in [−1,1], and between which ends. */
export interface Margin {
  value: number;
  interval: Interval;
  /** The same by mean distances to all items: Rousseeuw's silhouette with the cosine distance. */
  silhouette: number;
  /** Place of the nearest other culture in the list. */
  nearest: number;
}

/**
 * The margin of a nearest-centroid classifier in the form of a silhouette: (b − a) / max(a, b), with a the distance 1 − cos to the
 * centre of the text's own culture, its own vector left out, and b that to the nearest other culture's. Below 0 the text would be taken for another
 * culture's. The interval is ± 1.96 standard errors of b − a, in the same unit. Null without another culture. O(cultures).
 */
export function centroidMargin(own: Side | null, others: readonly (Side | null)[]): Margin | null {
  let nearest = -1;
  let other: Side | null = null;
  for (const [place, side] of others.entries()) {
    if (side !== null && (other === null || side.near.toCentre < other.near.toCentre)) [nearest, other] = [place, side];
  }
  if (own === null || other === null) return null;
  const [a, b] = [own.near.toCentre, other.near.toCentre];
  const value = silhouette(a, [b]) ?? 0;
  const larger = Math.max(a, b);
  const error = larger <= 0 ? 0 : (z95 * Math.hypot(own.error, other.error)) / larger;
  return {
    value,
    interval: { low: Math.max(-1, value - error), high: Math.min(1, value + error) },
    silhouette:
      silhouette(
        own.near.mean,
        others.flatMap((side) => (side === null ? [] : [side.near.mean])),
      ) ?? 0,
    nearest,
  };
}
