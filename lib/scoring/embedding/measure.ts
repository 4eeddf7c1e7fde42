import type { Interval } from "../../schema/score.ts";
import { coverageLoss } from "../coverage.ts";
import type { ScoringContext, ScoringItem } from "../estimator.ts";
import { findIdentity } from "../identity-hash.ts";
import { nearestMargins } from "../nearest-margins.ts";
import { neighbourPurity } from "../neighbour-purity.ts";
import type { PoolMeasures } from "../pool-standing.ts";
import { topicNeed } from "../topic-need.ts";
import { whyWordless } from "../why-wordless.ts";
import { CellSearch, type Cells, cellSeeds, cutIntoCells } from "./cell-search.ts";
import { type Centroid, centroidMargin, centroidOf, nearness, type Side, without } from "./centroids.ts";
import { embeddedTexts } from "./embedded-texts.ts";
import { itemVector, unitOf } from "./item-vector.ts";
import { createNearestRows, findNearestRows, type NearestRows } from "./nearest-rows.ts";
import { type Compared, ExactSearch, type PoolSearch, VectorPool } from "./pool-search.ts";
import {
  type CultureState,
  type EmbeddingState,
  fewestForComparison,
  fewestForTypicality,
  purityNeighbours,
  spreadSample,
  typicalityNeighbours,
} from "./state.ts";

/** What was measured of one item, before percentiles. Null where the project has too little to measure by. */
export interface Measured {
  id: string;
  culture: string;
  /** Why the item has no vector, if it has none. */
  missing: string | null;
  home: PoolMeasures | null;
  abroad: {
    neighbourPurity: number;
    neighbourPurityInterval: Interval;
    centroidMargin: number;
    centroidMarginInterval: Interval;
    silhouette: number;
    nearestCulture: string;
  } | null;
}

/** Where the nearest of a vector lie: at home, and among all cultures that are compared. */
export interface Found {
  home: NearestRows;
  all: NearestRows;
}

/** Measures items against a fitted project. */
export class EmbeddingMeasurer {
  readonly pool: VectorPool;
  readonly #state: EmbeddingState;
  readonly #context: ScoringContext;
  readonly #byCode: ReadonlyMap<string, { state: CultureState; place: number }>;
  /** Places of the cultures that have enough items to be compared. */
  readonly #compared: readonly number[];
  readonly #cultureOf: Uint16Array;
  readonly #allowed: Uint8Array;
  readonly #centroids: readonly Centroid[];
  readonly #found: Found = {
    home: createNearestRows(typicalityNeighbours),
    all: createNearestRows(purityNeighbours),
  };
  #cells: Cells | null = null;
  #search: PoolSearch;

  constructor(state: EmbeddingState, context: ScoringContext) {
    this.#state = state;
    this.#context = context;
    this.pool = new VectorPool(unitRows(state), state.dimensions);
    this.#byCode = new Map(state.cultures.map((culture, place) => [culture.culture, { state: culture, place }]));
    this.#cultureOf = new Uint16Array(this.pool.size);
    this.#allowed = new Uint8Array(this.pool.size);
    const enough: number[] = [];
    for (const [place, { first, end }] of state.cultures.entries()) {
      this.#cultureOf.fill(place, first, end);
      if (end - first < fewestForComparison) continue;
      enough.push(place);
      this.#allowed.fill(1, first, end);
    }
    this.#compared = enough.length < 2 ? [] : enough;
    this.#centroids = state.cultures.map(({ first, end }) => centroidOf(this.pool, first, end));
    this.#search = this.searchWith(state.probes);
  }

  /** A search that looks into so many cells; the exact one for 0. */
  searchWith(probes: number): PoolSearch {
    if (probes === 0) return new ExactSearch(this.pool);
    this.#cells ??= cutIntoCells(this.pool, cellSeeds(this.#state.idHigh, this.#state.idLow));
    return new CellSearch(this.pool, this.#cells, probes);
  }

  /** Searches by `search` from now on. */
  use(search: PoolSearch): void {
    this.#search = search;
  }

  /** The nearest of a row of the pool, by any search. What is found is reused by the next look. */
  nearestOf(row: number, search: PoolSearch): Found {
    const own = this.#state.cultures[this.#cultureOf[row] ?? 0];
    this.#findNearest(search.compare(this.pool.row(row)), row, own);
    return this.#found;
  }

  /** Measures one item; the vector that the model holds of it is left out of everything it is compared with. */
  measure(item: ScoringItem): Measured {
    const measured: Measured = { id: item.id, culture: item.culture, missing: null, home: null, abroad: null };
    const halves = itemVector(item, this.#context);
    if (halves === null || halves.length !== this.#state.dimensions) {
      measured.missing = this.#whyMissing(item, halves !== null);
      return measured;
    }
    const known = this.#byCode.get(item.culture);
    if (known === undefined) return measured;
    const { state: culture, place } = known;
    const vector = unitOf(halves);
    const self = findIdentity(this.#state.idHigh, this.#state.idLow, item.id, culture.first, culture.end);
    const mates = culture.end - culture.first - (self === -1 ? 0 : 1);
    if (culture.end - culture.first >= fewestForTypicality || this.#compared.includes(place))
      this.#findNearest(this.#search.compare(vector), self, culture);
    if (culture.end - culture.first >= fewestForTypicality) {
      const { similarities, count } = this.#found.home;
      const near = Array.from(similarities.subarray(0, count));
      measured.home = {
        typicality: Math.fround(near.length === 0 ? 0 : near.reduce((sum, value) => sum + value, 0) / near.length),
        coverage: Math.fround(coverageLoss(near[0] ?? 0)),
        topicNeed:
          item.topic === null
            ? null
            : topicNeed(culture.topics.get(item.topic) ?? 0, culture.itemsWithTopic, this.#state.topics),
        margins: nearestMargins(near, mates),
      };
    }
    if (this.#compared.includes(place)) measured.abroad = this.#abroad(vector, place, self);
    return measured;
  }

  #abroad(vector: Float32Array, own: number, self: number): Measured["abroad"] {
    const weights = Float64Array.from(
      this.#state.cultures,
      ({ first, end }, place) => 1 / Math.max(1, end - first - (place === own && self !== -1 ? 1 : 0)),
    );
    const { rows, count } = this.#found.all;
    const pure = neighbourPurity(rows, count, this.#cultureOf, weights, own, this.#compared.length);
    const others = this.#compared.filter((place) => place !== own);
    const margin = centroidMargin(
      this.#side(vector, own, self),
      others.map((place) => this.#side(vector, place, -1)),
    );
    if (margin === null) return null;
    return {
      neighbourPurity: pure.value,
      neighbourPurityInterval: pure.interval,
      centroidMargin: margin.value,
      centroidMarginInterval: margin.interval,
      silhouette: margin.silhouette,
      nearestCulture: this.#state.cultures[others[margin.nearest] ?? 0]?.culture ?? "",
    };
  }

  #side(vector: Float32Array, place: number, self: number): Side | null {
    const whole = this.#centroids[place];
    const culture = this.#state.cultures[place];
    if (whole === undefined || culture === undefined) return null;
    const centroid = self === -1 ? whole : without(whole, this.pool.row(self));
    const near = nearness(vector, centroid);
    if (near === null) return null;
    const spread = this.#spreadOf(vector, culture, self);
    return { near, error: spread / Math.sqrt(centroid.items) / near.concentration };
  }

  /** Standard deviation of the similarity to a culture's items, from the first of them: their hashes are the smallest. */
  #spreadOf(vector: Float32Array, { first, end }: CultureState, self: number): number {
    let count = 0;
    let sum = 0;
    let squares = 0;
    for (let row = first; row < end && count < spreadSample; row++) {
      if (row === self) continue;
      const similarity = this.pool.cosine(vector, row);
      count++;
      sum += similarity;
      squares += similarity * similarity;
    }
    return count < 2 ? 1 : Math.sqrt(Math.max(0, squares - (sum * sum) / count) / (count - 1));
  }

  #findNearest(compared: Compared, self: number, culture: CultureState | undefined): void {
    findNearestRows(compared, this.#found.home, {
      first: culture?.first ?? 0,
      end: culture?.end ?? 0,
      skip: self,
    });
    findNearestRows(compared, this.#found.all, { first: 0, end: this.pool.size, skip: self, allowed: this.#allowed });
  }

  #whyMissing(item: ScoringItem, hasVector: boolean): string {
    if (item.response.trim() === "") return "The item has no answer yet.";
    if (!this.#state.embedded)
      return "No embedder is chosen for this project. Choose one in the settings, under Connections, and score again.";
    if (hasVector) return "The vectors of the project are of another length. Score the project again.";
    if (embeddedTexts(item, this.#context).answer === null) return whyWordless(item.response, this.#context);
    return "The text has no embedding yet.";
  }
}

function unitRows({ halves, dimensions }: EmbeddingState): Float32Array {
  const vectors = new Float32Array(halves.length);
  for (let start = 0; start < halves.length; start += dimensions)
    vectors.set(unitOf(halves.subarray(start, start + dimensions)), start);
  return vectors;
}
