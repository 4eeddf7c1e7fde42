import type { Import } from "#lib/db/generated/client.ts";
import { StudioError } from "#lib/errors.ts";
import type { World } from "#lib/world/world.ts";
import { type CountedLabel, readLabels } from "./import-labels.ts";

/**
 * What a staged line would become, as SQL over `import_row staged`: joined with the conversation it would update, if any.
 * Parameters: $1 import, $2 project, $3 the culture labels that lead somewhere.
 */
export const plannedLines = `
  import_row staged
  LEFT JOIN LATERAL (
    SELECT id, content_hash FROM conversation WHERE project_id = $2 AND external_id = staged.external_id LIMIT 1
  ) by_id ON staged.external_id IS NOT NULL
  LEFT JOIN LATERAL (
    SELECT id, content_hash FROM conversation WHERE project_id = $2 AND content_hash = staged.content_hash AND external_id IS NULL LIMIT 1
  ) by_content ON staged.external_id IS NULL`;

/** The same for a project without conversations. */
const noneKnown = `
  import_row staged
  CROSS JOIN (SELECT NULL::uuid AS id, NULL::uuid AS content_hash) by_id
  CROSS JOIN (SELECT NULL::uuid AS id, NULL::uuid AS content_hash) by_content`;

/** The verdict of a planned line. */
export const plannedVerdict = `
  CASE
    WHEN staged.verdict IS NOT NULL THEN staged.verdict
    WHEN staged.culture IS NULL OR staged.culture <> ALL($3::text[]) THEN 'reject'
    WHEN coalesce(by_id.id, by_content.id) IS NULL THEN 'insert'
    WHEN coalesce(by_id.content_hash, by_content.content_hash) = staged.content_hash THEN 'unchanged'
    ELSE 'update'
  END`;

/** The labels whose lines will be taken over: resolved ones and those that become new cultures. */
export function acceptedLabels(labels: readonly CountedLabel[]): string[] {
  return labels
    .filter(({ verdict }) => verdict.kind === "resolved" || verdict.kind === "create")
    .map(({ label }) => label);
}

/** Counts what a commit would do with every staged line, and keeps the counts with the import, for the preview. */
export async function planImport(world: World, importId: string): Promise<void> {
  const row = await world.db.import.findUnique({ where: { id: importId } });
  if (row === null) throw new StudioError("not_found", "There is no such import here.");
  if (row.state !== "review") return;
  const plan = await countPlan(world, row);
  await world.db.import.updateMany({ where: { id: importId, state: "review" }, data: plan });
}

/** What a commit would do with every staged line, counted: one pass over the stage with an index look-up per line. */
export async function countPlan(world: World, row: Import) {
  const labels = acceptedLabels(await readLabels(world, row));
  const { rows: known } = await world.pool.query<{ any: boolean }>(
    "SELECT EXISTS (SELECT 1 FROM conversation WHERE project_id = $1) AS any",
    [row.projectId],
  );
  // In an empty project nothing can be known, and no line needs to be looked up.
  const lines = known[0]?.any ? plannedLines : noneKnown;
  const { rows } = await world.pool.query<{ verdict: string; count: number }>(
    `SELECT ${plannedVerdict} AS verdict, count(*)::int AS count FROM ${lines} WHERE staged.import_id = $1 AND $2::uuid IS NOT NULL GROUP BY 1`,
    [row.id, row.projectId, labels],
  );
  const of = (verdict: string) => rows.find((found) => found.verdict === verdict)?.count ?? 0;
  const parsed = await world.db.importReject.count({ where: { importId: row.id, parsed: true } });
  return {
    inserted: of("insert"),
    updated: of("update"),
    unchanged: of("unchanged"),
    rejected: parsed + of("reject"),
  };
}
