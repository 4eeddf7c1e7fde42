import { logistic } from "#lib/scoring/logistic.ts";
import { z95 } from "#lib/scoring/z95.ts";

/** One judgement of two items. */
export interface JudgedPair {
  first: string;
  second: string;
  preferred: "first" | "second" | "both" | "neither";
}

/** Where an item stands after all judgements. */
export interface Standing {
  id: string;
  preferred: number;
  compared: number;
  even: number;
  neither: number;
  /** The chance of being preferred to an average one of those that were judged, in (0,1); null when nothing says. */
  chance: number | null;
  /** Of 95 %; null with `chance`. */
  interval: { low: number; high: number } | null;
}

const steps = 10_000;
const close = 1e-12;

/**
 * Strengths of items from judgements of pairs (Bradley and Terry 1952): P(i before j) = sᵢ / (sᵢ + sⱼ), s > 0. "Both" is half
 * a preference for each; "neither" prefers nothing and is only counted. Each item also plays one game, drawn, against an
 * item of strength 1: so that one that was always or never preferred has a finite strength, and parts that were never compared
 * with each other have a common scale. The maximum is found by minorisation (Hunter 2004, The Annals of Statistics 32). The
 * chance is told against the mean logarithm of the strengths of all that were judged; its interval comes from the curvature
 * at the maximum and is wide where little was judged. In the order of `ids`; judgements of others are left out.
 * O(steps × pairs + items³).
 * @example bradleyTerry(["a", "b"], [{ first: "a", second: "b", preferred: "both" }])[0].chance // => 0.5
 */
export function bradleyTerry(ids: readonly string[], judged: readonly JudgedPair[]): Standing[] {
  const place = new Map(ids.map((id, index) => [id, index]));
  const standings: Standing[] = ids.map((id) => ({
    id,
    preferred: 0,
    compared: 0,
    even: 0,
    neither: 0,
    chance: null,
    interval: null,
  }));
  const games = ids.map(() => new Map<number, number>());
  const wins = ids.map(() => 0.5);
  for (const { first, second, preferred } of judged) {
    const [i, j] = [place.get(first), place.get(second)];
    const [one, other] = [standings[i ?? -1], standings[j ?? -1]];
    if (i === undefined || j === undefined || one === undefined || other === undefined || i === j) continue;
    one.compared++;
    other.compared++;
    if (preferred === "neither") {
      one.neither++;
      other.neither++;
      continue;
    }
    if (preferred === "both") {
      one.even++;
      other.even++;
    } else if (preferred === "first") one.preferred++;
    else other.preferred++;
    wins[i] = (wins[i] ?? 0) + (preferred === "first" ? 1 : preferred === "both" ? 0.5 : 0);
    wins[j] = (wins[j] ?? 0) + (preferred === "second" ? 1 : preferred === "both" ? 0.5 : 0);
    games[i]?.set(j, (games[i]?.get(j) ?? 0) + 1);
    games[j]?.set(i, (games[j]?.get(i) ?? 0) + 1);
  }
  const strengths = findStrengths(games, wins);
  const told = standings.flatMap(({ compared, neither }, i) => (compared > neither ? [i] : []));
  const covariances = inverse(information(games, strengths));
  const covariance = (i: number, j: number) => covariances[i]?.[j] ?? 0;
  const mean = (of: (i: number) => number) => told.reduce((sum, i) => sum + of(i), 0) / told.length;
  const average = mean((i) => Math.log(strengths[i] ?? 1));
  const ofAverage = mean((i) => mean((j) => covariance(i, j)));
  for (const i of told) {
    const standing = standings[i];
    if (standing === undefined) continue;
    const apart = Math.log(strengths[i] ?? 1) - average;
    const variance = covariance(i, i) - 2 * mean((j) => covariance(i, j)) + ofAverage;
    const spread = z95 * Math.sqrt(Math.max(0, variance));
    standing.chance = logistic(apart);
    standing.interval = { low: logistic(apart - spread), high: logistic(apart + spread) };
  }
  return standings;
}

function findStrengths(games: readonly ReadonlyMap<number, number>[], wins: readonly number[]): number[] {
  const strengths = wins.map(() => 1);
  for (let step = 0; step < steps; step++) {
    let moved = 0;
    for (const [i, won] of wins.entries()) {
      const own = strengths[i] ?? 1;
      let expected = 1 / (own + 1);
      for (const [j, count] of games[i] ?? []) expected += count / (own + (strengths[j] ?? 1));
      const next = won / expected;
      moved = Math.max(moved, Math.abs(Math.log(next / own)));
      strengths[i] = next;
    }
    if (moved < close) break;
  }
  return strengths;
}

/** The curvature of the logarithm of the posterior in the logarithms of the strengths, with its sign turned. */
function information(games: readonly ReadonlyMap<number, number>[], strengths: readonly number[]): number[][] {
  const matrix = strengths.map(() => strengths.map(() => 0));
  for (const [i, own] of strengths.entries()) {
    const row = matrix[i];
    if (row === undefined) continue;
    let diagonal = own / (own + 1) ** 2;
    for (const [j, count] of games[i] ?? []) {
      const other = strengths[j] ?? 1;
      const weight = (count * own * other) / (own + other) ** 2;
      diagonal += weight;
      row[j] = -weight;
    }
    row[i] = diagonal;
  }
  return matrix;
}

/** The inverse of a symmetric, diagonally dominant matrix: by elimination, which needs no pivoting then. */
function inverse(matrix: readonly (readonly number[])[]): Float64Array[] {
  const size = matrix.length;
  const rows = matrix.map((row, i) =>
    Float64Array.from({ length: 2 * size }, (_, j) => (j < size ? (row[j] ?? 0) : Number(j - size === i))),
  );
  for (const [i, pivot] of rows.entries()) {
    const head = pivot[i] ?? 1;
    for (let j = 0; j < pivot.length; j++) pivot[j] = (pivot[j] ?? 0) / head;
    for (const [k, row] of rows.entries()) {
      const factor = row[i] ?? 0;
      if (k === i || factor === 0) continue;
      for (let j = 0; j < row.length; j++) row[j] = (row[j] ?? 0) - factor * (pivot[j] ?? 0);
    }
  }
  return rows.map((row) => row.subarray(size));
}
