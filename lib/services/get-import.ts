import { z } from "zod";
import type { ImportLine } from "#lib/schema/import-view.ts";
import { ImportPreview } from "#lib/schema/import-view.ts";
import type { World } from "#lib/world/world.ts";
import { defineProjectRead } from "./define.ts";
import { getImportRow } from "./find-import.ts";
import { type CountedLabel, readLabels } from "./import-labels.ts";
import { toImportView } from "./import-view.ts";
import { acceptedLabels, plannedLines, plannedVerdict } from "./plan-import.ts";

/** Rows, updates and line numbers that a preview shows of each kind. */
const shown = 20;

/** An import with what its page needs: the first rows, the updates to come, problems by kind, and the label review. */
export const getImport = defineProjectRead(
  {
    action: "import.read",
    summary: "Read an import with its preview",
    Input: z.strictObject({ project: z.string(), import: z.uuid() }),
    Output: ImportPreview,
  },
  async ({ world, project }, input) => {
    const row = await getImportRow(world.db, project.id, input.import);
    const staged = row.state === "review";
    const labels = staged ? await readLabels(world, row) : [];
    const accepted = acceptedLabels(labels);
    const lines = (condition: string) =>
      staged ? readLines(world, row.id, project.id, accepted, condition) : Promise.resolve([]);
    const [first, updates, problems, notes] = await Promise.all([
      lines("true"),
      lines(`${plannedVerdict} = 'update'`),
      readProblems(world, row.id, labels),
      staged
        ? world.pool.query<{ code: string; count: number }>(
            `SELECT note AS code, count(*)::int AS count FROM import_row, unnest(string_to_array(concat_ws(',', import_row.notes, import_row.code), ',')) AS note
             WHERE import_id = $1 AND note LIKE 'N\\_%' GROUP BY 1 ORDER BY 2 DESC`,
            [row.id],
          )
        : { rows: [] },
    ]);
    return {
      import: toImportView(row),
      lines: first,
      updates,
      problems,
      noteCounts: notes.rows,
      resolved: labels.flatMap(({ label, count, verdict }) =>
        verdict.kind === "resolved" ? [{ label, code: verdict.code, name: verdict.name, count }] : [],
      ),
      unknown: labels.flatMap(({ label, count, verdict, choice }) =>
        verdict.kind === "resolved"
          ? []
          : [
              {
                label,
                count,
                suggestion: verdict.kind === "unknown" ? verdict.suggestion : null,
                choice: choice ?? (verdict.kind === "unknown" ? null : { action: verdict.kind }),
              },
            ],
      ),
    };
  },
);

async function readLines(
  world: World,
  importId: string,
  projectId: string,
  labels: readonly string[],
  condition: string,
): Promise<ImportLine[]> {
  const { rows } = await world.pool.query<{
    line: number;
    verdict: ImportLine["verdict"];
    code: string | null;
    field: string | null;
    message: string | null;
    culture: string | null;
    topic: string | null;
    language: string | null;
    external_id: string | null;
    turns: ImportLine["turns"];
    current: ImportLine["current"];
    notes: string | null;
  }>(
    `SELECT staged.line, ${plannedVerdict} AS verdict, staged.code, staged.field, staged.message, staged.culture, staged.topic, staged.language,
       staged.external_id, staged.turns, staged.notes,
       CASE WHEN ${plannedVerdict} = 'update' THEN (
         SELECT revision.turns FROM conversation
         JOIN revision ON revision.conversation_id = conversation.id AND revision.number = conversation.head_revision
         WHERE conversation.id = coalesce(by_id.id, by_content.id)
       ) END AS current
     FROM ${plannedLines} WHERE staged.import_id = $1 AND ${condition} ORDER BY staged.line LIMIT ${shown}`,
    [importId, projectId, labels],
  );
  return rows.map(({ external_id, notes, ...line }) => ({
    ...line,
    excerpt: null,
    externalId: external_id,
    notes: notes === null ? [] : notes.split(","),
  }));
}

async function readProblems(world: World, importId: string, labels: readonly CountedLabel[]) {
  const { rows } = await world.pool.query<{ code: string; message: string; count: number; lines: number[] }>(
    `SELECT code, min(message) AS message, count(*)::int AS count, (array_agg(line ORDER BY line))[1:${shown * 5}] AS lines
     FROM (
       SELECT code, message, line FROM import_reject WHERE import_id = $1
       UNION ALL SELECT code, message, line FROM import_row WHERE import_id = $1 AND verdict = 'reject'
       UNION ALL SELECT 'E_CULTURE_MISSING', 'Names no culture. Map a column to culture, or give one culture for the whole file.', line
         FROM import_row WHERE import_id = $1 AND verdict IS NULL AND culture IS NULL
     ) reject GROUP BY code ORDER BY 3 DESC, 1`,
    [importId],
  );
  const unknown = labels.filter(({ verdict }) => verdict.kind === "unknown" || verdict.kind === "reject");
  const { rows: places } = await world.pool.query<{ label: string; lines: number[] }>(
    `SELECT culture AS label, (array_agg(line ORDER BY line))[1:${shown * 5}] AS lines FROM import_row
     WHERE import_id = $1 AND verdict IS NULL AND culture = ANY($2) GROUP BY culture`,
    [importId, unknown.map(({ label }) => label)],
  );
  const linesOf = new Map(places.map(({ label, lines }) => [label, lines]));
  const of = (label: CountedLabel) =>
    label.verdict.kind === "reject"
      ? label.verdict.message
      : `The culture “${label.label}” is not in the registry. Map it, create it, or leave its lines out.`;
  return [
    ...rows,
    ...unknown.map((label) => ({
      code: label.verdict.kind === "reject" ? label.verdict.code : "E_CULTURE_UNKNOWN",
      message: of(label),
      count: label.count,
      lines: linesOf.get(label.label) ?? [],
    })),
  ];
}
