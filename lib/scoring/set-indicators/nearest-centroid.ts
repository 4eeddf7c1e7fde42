import { byText } from "../by-text.ts";
import { silhouette } from "../silhouette.ts";
import { addTo, dotWith, type UnitVector } from "../unit-vector.ts";
import { upsert } from "../upsert.ts";

/** A vector with the culture it belongs to. */
export interface Placed {
  culture: string;
  vector: UnitVector;
}

/** Where a text would be put by its nearness to the cultures' centroids, itself left out. */
export interface Guess {
  truth: string;
  guess: string;
  /** By mean cosine distance; null without another culture. */
  silhouette: number | null;
}

interface Sum {
  vector: Float64Array;
  /** The square of its length. */
  square: number;
  count: number;
}

/**
 * Puts every text with the culture whose centroid is nearest by cosine, the text itself left out of its own culture's
 * (leave-one-out); among equally near ones the first by code. The only text of its culture has no centroid to return to.
 * O(texts × cultures × entries).
 * @param dimensions of the vectors
 */
export function guessByCentroid(texts: readonly Placed[], dimensions: number): Guess[] {
  const sums = new Map<string, Sum>();
  for (const { culture, vector } of texts) {
    const sum = upsert(sums, culture, () => ({ vector: new Float64Array(dimensions), square: 0, count: 0 }));
    addTo(sum.vector, vector);
    sum.count++;
  }
  for (const sum of sums.values()) sum.square = sum.vector.reduce((total, value) => total + value * value, 0);
  const cultures = [...sums].sort(([a], [b]) => byText(a, b));
  return texts.map(({ culture: truth, vector }) => {
    let guess = { culture: truth, cosine: Number.NEGATIVE_INFINITY };
    let own: number | null = null;
    const others: number[] = [];
    for (const [culture, { vector: sum, square, count }] of cultures) {
      const product = dotWith(vector, sum);
      const left = culture === truth ? 1 : 0;
      if (count === left) continue;
      const length = Math.sqrt(Math.max(0, square - left * (2 * product - 1)));
      const cosine = length > 1e-9 ? (product - left) / length : 0;
      if (cosine > guess.cosine) guess = { culture, cosine };
      const distance = 1 - (product - left) / (count - left);
      if (left === 1) own = distance;
      else others.push(distance);
    }
    return { truth, guess: guess.culture, silhouette: silhouette(own, others) };
  });
}
