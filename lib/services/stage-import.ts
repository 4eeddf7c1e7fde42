import { hash } from "node:crypto";
import type { PoolClient } from "pg";
import { withLock } from "#lib/db/advisory-lock.ts";
import { type CopyIn, copyIn } from "#lib/db/copy-in.ts";
import type { Import } from "#lib/db/generated/client.ts";
import { StudioError } from "#lib/errors.ts";
import { failpoint } from "#lib/failpoint.ts";
import { inflate } from "#lib/host/inflate.ts";
import { normHash } from "#lib/import/norm-hash.ts";
import { buildPlaceMatcher, type PlaceMatcher } from "#lib/import/place-matcher.ts";
import { questionKeyOf } from "#lib/import/question-key-of.ts";
import { stageFile } from "#lib/import/stage-file.ts";
import { ColumnMapping, type LineVerdict, RecordShape } from "#lib/schema/import.ts";
import { questionOf } from "#lib/text/question-of.ts";
import { readChunks } from "#lib/world/file-store.ts";
import type { World } from "#lib/world/world.ts";
import { countPlan } from "./plan-import.ts";
import { turnsText } from "./turns-text.ts";

const columns = [
  "import_id",
  "line",
  "byte_offset",
  "external_id",
  "culture",
  "topic",
  "language",
  "question_key",
  "question",
  "source",
  "method",
  "content_hash",
  "norm_hash",
  "sha256",
  "turns",
  "tags",
  "metadata",
  "notes",
  "conversation_id",
];

/** Progress is written about so often, in milliseconds. */
const progressEvery = 700;

type Accepted = Extract<LineVerdict, { verdict: "accepted" }>;
type Rejected = Extract<LineVerdict, { verdict: "rejected" }>;

/**
 * Reads an uploaded file into staged lines, each with a verdict, and leaves the import waiting for review. A file that
 * cannot be read at all is refused with a sentence and changes nothing. Can be run again at any time before the commit:
 * the stage is made anew. Memory stays flat; time grows with the file.
 */
export async function stageImport(world: World, importId: string): Promise<void> {
  await withLock(world, "import", importId, async (client) => {
    const { count } = await world.db.import.updateMany({
      where: { id: importId, state: { in: ["uploaded", "staging"] } },
      data: { state: "staging", read: 0, inserted: 0, updated: 0, unchanged: 0, rejected: 0, problem: null },
    });
    if (count === 0) return;
    const row = await world.db.import.findUniqueOrThrow({ where: { id: importId } });
    try {
      const counts = await restage(world, client, row);
      // Counted before it is shown, so that whoever is killed here leaves no preview without counts.
      const plan = await countPlan(world, row);
      const { count: staged } = await world.db.import.updateMany({
        where: { id: row.id, state: "staging" },
        data: { ...counts, ...plan, state: "review" },
      });
      // Cancelled meanwhile: then nobody comes for the staged lines any more.
      failpoint("import.review");
      if (staged === 0) await client.query("DELETE FROM import_row WHERE import_id = $1", [row.id]);
    } catch (error) {
      if (!(error instanceof StudioError) || (error.code !== "invalid" && error.code !== "not_found")) throw error;
      await client.query("ROLLBACK");
      await world.db.importReject.deleteMany({ where: { importId: row.id } });
      await world.db.import.updateMany({
        where: { id: row.id, state: "staging" },
        data: { state: "refused", problem: error.message, read: 0, rejected: 0, finishedAt: world.now() },
      });
    }
  });
}

/** Makes the staged lines anew and returns what was found, for whoever holds the import's lock. Leaves its state alone. */
export async function restage(world: World, client: PoolClient, row: Import) {
  // Another connection writes the rejects anew while this one copies, so it must not wait for a deletion left open here.
  await client.query("DELETE FROM import_reject WHERE import_id = $1", [row.id]);
  await client.query("BEGIN");
  await client.query("DELETE FROM import_row WHERE import_id = $1", [row.id]);
  const rows = copyIn(client, "import_row", columns);
  const counts = await copyLines(world, rows, row).catch(async (error: unknown) => {
    await rows.abort();
    throw error;
  });
  await client.query("COMMIT");
  failpoint("import.staged");
  await client.query("ANALYZE import_row (import_id, line, external_id, content_hash, norm_hash)");
  await markRepeats(client, row.id);
  failpoint("import.marked");
  return counts;
}

async function copyLines(world: World, rows: CopyIn, row: Import) {
  const matcher = buildPlaceMatcher(await maskedWords(world, row.projectId));
  const mapping = row.mapping === null ? undefined : ColumnMapping.parse(row.mapping);
  const shape = row.shape === null ? undefined : RecordShape.parse(row.shape);
  const chosen = { ...(mapping ? { mapping } : {}), ...(shape ? { shape } : {}) };
  const chunks = inflate(readChunks(world.folder, "imports", row.sha256));
  const rejects: Rejected[] = [];
  let read = 0;
  let rejected = 0;
  let reported = Date.now();
  let head = {};
  for await (const event of stageFile({ chunks, fileName: row.fileName, ...chosen })) {
    if (event.kind === "head") {
      head = {
        container: event.container,
        shape: event.shape,
        columns: event.columns,
        notes: event.notes,
        ...(mapping ? {} : { mapping: event.proposal }),
      };
      continue;
    }
    if (event.kind === "end") continue;
    for (const verdict of event.verdicts) {
      read += 1;
      if (verdict.verdict === "accepted") {
        const full = rows.write(toRow(world, row.id, verdict, matcher));
        if (full) await full;
      } else {
        rejected += 1;
        rejects.push(verdict);
      }
    }
    failpoint("import.copy");
    if (rejects.length >= 2_000) await saveRejects(world, row.id, rejects.splice(0));
    if (Date.now() - reported > progressEvery) {
      reported = Date.now();
      await world.db.import.updateMany({ where: { id: row.id, state: "staging" }, data: { read, rejected } });
    }
  }
  await rows.end();
  await saveRejects(world, row.id, rejects);
  failpoint("import.rejects");
  return { ...head, read, rejected };
}

function toRow(world: World, importId: string, { line, byteOffset, draft, notes }: Accepted, matcher: PlaceMatcher) {
  const { text, sha256 } = turnsText(draft.turns);
  const asked = draft.turns.find(({ role }) => role === "user")?.content ?? draft.turns[0]?.content ?? "";
  // With an id, a change of any field is an update; without one, a line is known by its text, culture and language.
  const identity =
    draft.externalId === null
      ? [draft.culture, draft.language, sha256]
      : [
          draft.culture,
          draft.language,
          draft.topic,
          draft.questionKey,
          draft.source,
          draft.tags,
          sha256,
          // Only where there is one, so that files from before there were any are known again.
          ...(draft.method === null ? [] : [draft.method]),
        ];
  return [
    importId,
    line,
    byteOffset,
    draft.externalId,
    draft.culture,
    draft.topic,
    draft.language ?? "und",
    draft.questionKey ?? questionKeyOf(asked, matcher),
    questionOf(draft.turns),
    draft.source,
    draft.method,
    shortHash(JSON.stringify(identity)),
    normHash(draft.turns, text, sha256).slice(0, 32),
    sha256,
    text,
    draft.tags.length === 0 ? null : JSON.stringify(draft.tags),
    Object.keys(draft.metadata).length === 0 ? null : JSON.stringify(draft.metadata),
    notes.length === 0 ? null : [...new Set(notes.map(({ code }) => code))].join(","),
    world.newId(),
  ];
}

/** The first 128 bits of a SHA-256, in the form of a UUID: plenty to tell texts apart, and a quarter of the index. */
function shortHash(text: string): string {
  return hash("sha256", text).slice(0, 32);
}

/** Rejects go to a table of their own, which outlives the stage. Not part of the stage's transaction, so it is emptied first. */
async function saveRejects(world: World, importId: string, rejects: readonly Rejected[]): Promise<void> {
  if (rejects.length === 0) return;
  await world.pool.query(
    `INSERT INTO import_reject (import_id, line, byte_offset, code, field, message, excerpt, parsed)
     SELECT $1, entry.line, entry.byte_offset, entry.code, entry.field, entry.message, entry.excerpt, true
     FROM unnest($2::int[], $3::bigint[], $4::text[], $5::text[], $6::text[], $7::text[]) AS entry (line, byte_offset, code, field, message, excerpt)
     ON CONFLICT (import_id, line) DO NOTHING`,
    [
      importId,
      rejects.map((reject) => reject.line),
      rejects.map((reject) => reject.byteOffset),
      rejects.map((reject) => reject.code),
      rejects.map((reject) => reject.field),
      rejects.map((reject) => reject.message),
      rejects.map((reject) => reject.excerpt),
    ],
  );
}

/** What only the whole file shows: the same id twice, the same text twice, twins in another Unicode form. */
async function markRepeats(client: PoolClient, importId: string): Promise<void> {
  await client.query(
    `WITH repeated AS (SELECT external_id, min(line) AS line FROM import_row WHERE import_id = $1 AND external_id IS NOT NULL GROUP BY 1 HAVING count(*) > 1)
     UPDATE import_row later SET
       verdict = CASE WHEN later.content_hash = first.content_hash THEN 'unchanged' ELSE 'reject' END,
       code = CASE WHEN later.content_hash = first.content_hash THEN 'N_DUPLICATE' ELSE 'E_ID_CONFLICT' END,
       field = 'id',
       message = CASE WHEN later.content_hash = first.content_hash THEN 'Repeats line ' || first.line || '.'
         ELSE 'Has the id of line ' || first.line || ' and other content. Give it an id of its own.' END
     FROM repeated JOIN import_row first ON first.import_id = $1 AND first.line = repeated.line
     WHERE later.import_id = $1 AND later.external_id = repeated.external_id AND later.line > repeated.line`,
    [importId],
  );
  await client.query(
    `WITH repeated AS (SELECT content_hash, min(line) AS line FROM import_row WHERE import_id = $1 AND external_id IS NULL GROUP BY 1 HAVING count(*) > 1)
     UPDATE import_row later SET verdict = 'unchanged', code = 'N_DUPLICATE', message = 'Repeats line ' || repeated.line || '.'
     FROM repeated WHERE later.import_id = $1 AND later.external_id IS NULL AND later.content_hash = repeated.content_hash AND later.line > repeated.line`,
    [importId],
  );
  await client.query(
    `WITH twins AS (SELECT norm_hash, culture, language, min(line) AS line FROM import_row WHERE import_id = $1 AND verdict IS NULL GROUP BY 1, 2, 3 HAVING count(*) > 1)
     UPDATE import_row later SET notes = concat_ws(',', later.notes, 'N_TWIN')
     FROM twins WHERE later.import_id = $1 AND later.norm_hash = twins.norm_hash AND later.culture IS NOT DISTINCT FROM twins.culture AND later.language = twins.language AND later.line > twins.line AND later.verdict IS NULL`,
    [importId],
  );
}

/** Names and words that give a culture away: masked before questions are compared across cultures. */
export async function maskedWords(world: World, projectId: string): Promise<string[]> {
  const registry = await world.db.culture.findMany({ where: { projectId } });
  return registry.flatMap(({ name, endonym, demonym, ownDemonym, aliases, maskedWords: words }) => [
    name,
    endonym,
    demonym,
    ownDemonym,
    ...aliases,
    ...words,
  ]);
}
