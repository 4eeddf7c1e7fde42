import { byText } from "../by-text.ts";
import { upsert } from "../upsert.ts";
import { oneFactor } from "./one-factor.ts";

/** By informant of one culture, what it is taken to know; see `CompetenceTally`. */
export type Competences = Record<string, number>;

/** Agreement is mixed with the culture's mean as if so many more questions had shown just that. */
const evenQuestions = 10;
/** Beyond so many informants of one culture they are judged question by question: their names are then no names. */
export const mostInformants = 64;

interface Pairs {
  sums: Map<string, { sum: number; count: number }>;
  names: Set<string>;
}

/**
 * Gathers how far the informants of each culture agree over all its questions, to tell what each knows. One question tells next
 * to nothing of that: two who happen to agree would be all that counts there (on vote counts the agreement so weighed ranks
 * worse with eight people than their plain mean, see docs/scores.md). So the mean agreement over questions is what the one-factor
 * model is fitted to, and of few questions it stays near the mean of all pairs, which makes all alike.
 */
export class CompetenceTally {
  readonly #cultures = new Map<string, Pairs>();

  /** @param agreement of each pair on one question, by place in `names` */
  add(culture: string, names: readonly string[], agreement: (k: number, l: number) => number): void {
    const pairs = upsert(this.#cultures, culture, () => ({ sums: new Map(), names: new Set() }));
    for (const name of names) pairs.names.add(name);
    if (pairs.names.size > mostInformants) return;
    for (const [k, first] of names.entries()) {
      for (const [l, second] of names.entries()) {
        if (l <= k) continue;
        const entry = upsert(pairs.sums, pairKey(first, second), () => ({ sum: 0, count: 0 }));
        entry.sum += agreement(k, l);
        entry.count++;
      }
    }
  }

  /** By culture and informant; cultures with fewer than two informants, or too many, are left out. */
  competences(): Record<string, Competences> {
    const found: [string, Competences][] = [];
    for (const [culture, { sums, names }] of [...this.#cultures].sort(([a], [b]) => byText(a, b))) {
      if (names.size < 2 || names.size > mostInformants) continue;
      const all = [...sums.values()];
      const count = all.reduce((total, entry) => total + entry.count, 0);
      const even = count === 0 ? 0 : all.reduce((total, { sum }) => total + sum, 0) / count;
      const listed = [...names].sort(byText);
      const agreement = listed.map((first) =>
        listed.map((second) => {
          const known = sums.get(pairKey(first, second));
          return ((known?.sum ?? 0) + evenQuestions * even) / ((known?.count ?? 0) + evenQuestions);
        }),
      );
      const { competences } = oneFactor(agreement);
      found.push([culture, Object.fromEntries(listed.map((name, k) => [name, competences[k] ?? 0]))]);
    }
    return Object.fromEntries(found);
  }
}

function pairKey(a: string, b: string): string {
  return byText(a, b) <= 0 ? JSON.stringify([a, b]) : JSON.stringify([b, a]);
}
