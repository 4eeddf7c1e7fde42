import { z } from "zod";
import { resolveLabels } from "#lib/import/resolve-labels.ts";
import { LabelChoice } from "#lib/schema/import.ts";
import type { World } from "#lib/world/world.ts";

/** What a culture label of a file leads to. */
export type LabelVerdict =
  | { kind: "resolved"; cultureId: string; code: string; name: string }
  | { kind: "create" }
  | { kind: "reject"; code: "E_CULTURE_REJECTED" | "E_CULTURE_SCRIPT"; message: string }
  | { kind: "unknown"; suggestion: { code: string; name: string } | null };

export interface CountedLabel {
  label: string;
  count: number;
  verdict: LabelVerdict;
  choice: LabelChoice | null;
}

const Choices = z.record(z.string(), LabelChoice);

/**
 * Every culture label of a staged import with what it leads to: the choice made for it; else an entry of the project's
 * registry by code, name, endonym or alias; else the import's rule for new cultures. One aggregate over the staged lines.
 */
export async function readLabels(
  world: World,
  row: { id: string; projectId: string; labels: unknown; newCultures: string },
): Promise<CountedLabel[]> {
  const [{ rows: labels }, registry] = await Promise.all([
    world.pool.query<{ label: string; count: number }>(
      `SELECT culture AS label, count(*)::int AS count FROM import_row
       WHERE import_id = $1 AND culture IS NOT NULL GROUP BY 1 ORDER BY 2 DESC, 1`,
      [row.id],
    ),
    world.db.culture.findMany({ where: { projectId: row.projectId } }),
  ]);
  const byCode = new Map(registry.map((culture) => [culture.code, culture]));
  const choices = Choices.parse(row.labels);
  const entries = registry.map(({ code, name, endonym, aliases }) => ({ code, names: [name, endonym, ...aliases] }));
  const resolutions = resolveLabels(
    labels.map(({ label }) => label),
    entries,
  );
  return labels.map(({ label, count }, index) => {
    // A label may be any word, "constructor" too, which every object answers to.
    const choice = Object.hasOwn(choices, label) ? (choices[label] ?? null) : null;
    const resolution = resolutions[index];
    const code = choice?.action === "map" ? choice.code : resolution?.outcome === "resolved" ? resolution.code : null;
    const culture = code === null ? undefined : byCode.get(code);
    const action = choice?.action ?? row.newCultures;
    let verdict: LabelVerdict;
    if (culture) verdict = { kind: "resolved", cultureId: culture.id, code: culture.code, name: culture.name };
    else if (resolution?.outcome === "refused")
      verdict = { kind: "reject", code: resolution.code, message: resolution.message };
    else if (action === "create") verdict = { kind: "create" };
    else if (action === "reject") {
      verdict = {
        kind: "reject",
        code: "E_CULTURE_REJECTED",
        message: `The culture “${label}” is not in the registry, and new ones are left out.`,
      };
    } else {
      const near =
        resolution?.outcome === "unknown" && resolution.suggestion !== null
          ? byCode.get(resolution.suggestion)
          : undefined;
      verdict = { kind: "unknown", suggestion: near ? { code: near.code, name: near.name } : null };
    }
    return { label, count, verdict, choice };
  });
}
