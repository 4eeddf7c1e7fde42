import { byText } from "./by-text.ts";
import { quantileSketch } from "./percentile.ts";
import { upsert } from "./upsert.ts";

/** Gathers values by key, to take percentiles in. Values that could not be computed are left out. */
export class Spreads {
  readonly #values = new Map<string, number[]>();

  add(key: string, value: number | null): void {
    if (value !== null) upsert(this.#values, key, () => []).push(value);
  }

  /** The values of one key in order, at most 1,000 spread evenly over the ranks. */
  sketch(key: string): Float32Array {
    return quantileSketch(this.#values.get(key) ?? []);
  }

  /** All keys in order, each with its sketch. */
  sketches(): Map<string, Float32Array> {
    return new Map([...this.#values.keys()].sort(byText).map((key) => [key, this.sketch(key)]));
  }
}
