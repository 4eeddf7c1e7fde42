import { panel } from "#lib/scoring/panel/index.ts";
import { spearman } from "#lib/scoring/spearman.ts";
import { syntheticWorld } from "#lib/scoring/testing/synthetic-world.ts";

/** How well a panel recovers a world whose truth is known. */
export interface Recovery {
  /** True mean competence of its informants. */
  competence: number;
  informants: number;
  /** ρ of R with how typical the texts are, and of its agreement alone. */
  r: number | null;
  agreement: number | null;
  /** ρ of D with how far the cultures are apart, over the typical texts; D is 0 for many that are not, and φ is not. */
  d: number | null;
  phi: number | null;
  /** The mean error of competence over informants. */
  competenceError: number;
  n: number;
}

const panels: readonly (readonly number[])[] = [
  [0.9, 0.8],
  [0.9, 0.8, 0.7, 0.5],
  [0.9, 0.8, 0.7, 0.5, 0.3, 0.1],
  [0.9, 0.85, 0.8, 0.7, 0.6, 0.5, 0.3, 0.1],
  [0.3, 0.3, 0.2, 0.2, 0.1, 0.1],
];

/** Worlds of four cultures and 25 questions, by how many informants each culture has and how much they know. */
export async function recoverWorlds(): Promise<Recovery[]> {
  const found: Recovery[] = [];
  for (const competences of panels) {
    const world = syntheticWorld({ seed: 1, questions: 25, competences, judgeAccuracy: 0.9 });
    const context = { mask: (text: string) => text, panel: ({ id }: { id: string }) => world.evidence.get(id) ?? null };
    const scores = [...(await panel.fit(() => world.items, context)).scores];
    const ranked = (of: (score: (typeof scores)[number]) => number | null, truth: ReadonlyMap<string, number>) =>
      spearman(
        scores.flatMap((score): [number, number][] => {
          const value = of(score);
          return value === null ? [] : [[value, truth.get(score.id) ?? 0]];
        }),
      );
    const part = (name: string) => (score: (typeof scores)[number]) => {
      const value = score.parts[name];
      return typeof value === "number" ? value : null;
    };
    const typical = (of: (score: (typeof scores)[number]) => number | null) => (score: (typeof scores)[number]) =>
      world.typicality.get(score.id) === 1 ? of(score) : null;
    const told = new Map<string, number[]>();
    for (const { parts } of scores) {
      if (!Array.isArray(parts.competences)) continue;
      for (const { word, weight } of parts.competences) told.set(word, [...(told.get(word) ?? []), weight]);
    }
    const errors = [...world.competence].map(([name, truth]) => {
      const values = told.get(name) ?? [];
      return Math.abs(mean(values) - truth);
    });
    found.push({
      competence: mean(competences),
      informants: competences.length,
      r: ranked(({ representativeness: r }) => (r.computed ? r.value : null), world.typicality),
      agreement: ranked(part("agreement"), world.typicality),
      d: ranked(
        typical(({ distinctiveness: d }) => (d.computed ? d.value : null)),
        world.distance,
      ),
      phi: ranked(typical(part("phi")), world.distance),
      competenceError: mean(errors),
      n: scores.length,
    });
  }
  return found;
}

function mean(values: readonly number[]): number {
  return values.reduce((sum, value) => sum + value, 0) / values.length;
}
