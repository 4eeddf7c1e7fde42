import { setImmediate } from "node:timers/promises";
import type { ClientBase, Pool } from "pg";
import { to } from "pg-copy-streams";
import { z } from "zod";
import { type ColumnRow, type Columns, marksOf } from "#lib/curation/columns/columns.ts";
import { idWords } from "#lib/curation/columns/id-words.ts";
import { statusBits } from "#lib/curation/columns/marks.ts";
import { Status } from "#lib/schema/conversation.ts";
import { BinaryRows } from "./binary-rows.ts";
import { type NamedValues, namedValues } from "./named-values.ts";

/** Rows that are read as objects in one round trip; more than these come by COPY. */
const fewRows = 2_000;

interface ChangedRecord {
  horizon: string;
  id: string;
  updated_at: Date;
  number: number | null;
  status: string;
  flagged: boolean;
  edited: boolean;
  representativeness: number | null;
  distinctiveness: number | null;
  disagreement: number | null;
  culture_id: string;
  topic_id: string | null;
  language: string;
  method: string | null;
  import_id: string | null;
  decided_by: string | null;
  assignee_id: string | null;
  tags: string[];
}

/**
 * Brings the columns of a project up to date with what was committed when it is called, and returns from where to read
 * the next time: all that was written by a transaction from `horizon` on is read. A transaction that is under way holds
 * the next horizon back, so its rows are met once they are there.
 *
 * @param horizon what the last reading returned; null reads everything
 */
export async function readColumns(
  pool: Pool,
  projectId: string,
  columns: Columns,
  horizon: string | null,
): Promise<string> {
  if (horizon === null) return copyColumns(pool, projectId, columns, null);
  const { rows } = await pool.query<ChangedRecord>({
    name: "columns-changed",
    text: `SELECT pg_snapshot_xmin(pg_current_snapshot())::text AS horizon, changed.*,
        ARRAY(SELECT tag_id::text FROM conversation_tag WHERE conversation_id = changed.id) AS tags
      FROM (SELECT) once LEFT JOIN LATERAL (
        SELECT id, number, status, flagged, edited, representativeness, distinctiveness, disagreement, culture_id, topic_id, language, method,
          import_id, decided_by, assignee_id, updated_at
        FROM conversation WHERE project_id = $1 AND changed_in >= $2::xid8
        ORDER BY changed_in LIMIT ${fewRows + 1}
      ) changed ON true`,
    values: [projectId, horizon],
  });
  if (rows.length > fewRows) return copyColumns(pool, projectId, columns, horizon);
  const { names } = columns;
  for (const row of rows) {
    if (row.number === null) continue;
    const representativeness = row.representativeness ?? Number.NaN;
    const distinctiveness = row.distinctiveness ?? Number.NaN;
    const status = statusBits[Status.parse(row.status)];
    const place = columns.put({
      number: row.number,
      id: idWords(row.id),
      updated: row.updated_at.getTime(),
      marks: marksOf(status, row.flagged, row.edited, representativeness, distinctiveness),
      culture: names.culture.add(row.culture_id),
      topic: names.topic.add(row.topic_id),
      language: names.language.add(row.language),
      method: names.method.add(row.method),
      import: names.import.add(row.import_id),
      reviewer: names.reviewer.add(row.decided_by),
      assignee: names.assignee.add(row.assignee_id),
      representativeness,
      distinctiveness,
      disagreement: row.disagreement ?? Number.NaN,
    });
    columns.setTags(place, tagCodes(row.tags.map((tag) => names.tag.add(tag))));
  }
  return rows[0]?.horizon ?? horizon;
}

const XactId = z.string().regex(/^\d+$/);

/** Reads many rows through two COPYs over one snapshot: the rows, then their tags. Nothing but the columns is kept. */
async function copyColumns(pool: Pool, projectId: string, columns: Columns, horizon: string | null): Promise<string> {
  const client = await pool.connect();
  let whole = false;
  try {
    await client.query("BEGIN ISOLATION LEVEL REPEATABLE READ READ ONLY; SET LOCAL work_mem = '64MB'");
    const since = horizon === null ? "true" : `conversation.changed_in >= '${XactId.parse(horizon)}'::xid8`;
    const own = `conversation.project_id = ${client.escapeLiteral(z.uuid().parse(projectId))}::uuid AND ${since}`;
    const start = await client.query<{ next: string; rows: number }>(
      `SELECT pg_snapshot_xmin(pg_current_snapshot())::text AS next, (SELECT count(*)::int FROM conversation WHERE ${own}) AS rows`,
    );
    const [first] = start.rows;
    if (!first) throw new Error("A SELECT without FROM gave no row");
    // Some room for what comes later, so that the first additions do not copy everything.
    if (horizon === null) columns.reserve(Math.ceil(first.rows * 1.05) + 1_024);
    const places = await copyRows(client, columns, own, first.rows);
    await copyTags(client, columns, own, horizon === null ? null : places);
    await client.query("COMMIT");
    whole = true;
    return first.next;
  } finally {
    // A connection in the middle of a COPY is of no more use.
    client.release(!whole);
  }
}

async function copyRows(client: ClientBase, columns: Columns, own: string, rows: number): Promise<Int32Array> {
  const places = new Int32Array(rows);
  let count = 0;
  const { names } = columns;
  const named = {
    culture: namedValues(names.culture, "uuid"),
    topic: namedValues(names.topic, "uuid"),
    import: namedValues(names.import, "uuid"),
    reviewer: namedValues(names.reviewer, "uuid"),
    assignee: namedValues(names.assignee, "uuid"),
    language: namedValues(names.language, "text"),
    method: namedValues(names.method, "text"),
  } satisfies Record<string, NamedValues>;
  const row = {
    number: 0,
    id: [0, 0, 0, 0] as [number, number, number, number], // as wide as a UUID
    updated: 0,
    marks: 0,
    culture: 0,
    topic: 0,
    language: 0,
    method: 0,
    import: 0,
    reviewer: 0,
    assignee: 0,
    representativeness: Number.NaN,
    distinctiveness: Number.NaN,
    disagreement: Number.NaN,
  } satisfies ColumnRow;
  const select = `SELECT number, (CASE status WHEN 'accepted' THEN ${statusBits.accepted} WHEN 'rejected' THEN ${statusBits.rejected} ELSE ${statusBits.pending} END)::int4,
    flagged, edited, representativeness, distinctiveness, culture_id, topic_id, import_id, decided_by, assignee_id, language, method, id, updated_at, disagreement
    FROM conversation WHERE ${own}`;
  await readBinary(client, select, (fields) => {
    row.number = fields.int(0);
    row.representativeness = fields.double(4);
    row.distinctiveness = fields.double(5);
    row.marks = marksOf(
      fields.int(1),
      fields.boolean(2),
      fields.boolean(3),
      row.representativeness,
      row.distinctiveness,
    );
    row.culture = named.culture(fields, 6);
    row.topic = named.topic(fields, 7);
    row.import = named.import(fields, 8);
    row.reviewer = named.reviewer(fields, 9);
    row.assignee = named.assignee(fields, 10);
    row.language = named.language(fields, 11);
    row.method = named.method(fields, 12);
    for (let word = 0; word < 4; word++) row.id[word] = fields.word(13, word * 4);
    row.updated = fields.milliseconds(14);
    row.disagreement = fields.double(15);
    places[count++] = columns.put(row);
  });
  return places;
}

/** @param reset places whose tags are read anew; null where no row has tags yet */
async function copyTags(client: ClientBase, columns: Columns, own: string, reset: Int32Array | null): Promise<void> {
  const tag = namedValues(columns.names.tag, "uuid");
  let places = new Int32Array(4_096);
  let tags = new Int32Array(4_096);
  let count = 0;
  const select = `SELECT conversation.number, conversation_tag.tag_id FROM conversation_tag
    JOIN conversation ON conversation.id = conversation_tag.conversation_id WHERE ${own}`;
  await readBinary(client, select, (fields) => {
    if (count === places.length) {
      places = doubled(places);
      tags = doubled(tags);
    }
    places[count] = columns.find(fields.int(0));
    tags[count++] = tag(fields, 1);
  });
  if (reset) for (const place of reset) columns.setTags(place, []);
  // Gathered by row: how many each has, where each begins, then each into its place.
  const ends = new Uint32Array(columns.length + 1);
  for (let index = 0; index < count; index++) {
    const next = (places[index] ?? 0) + 1;
    ends[next] = (ends[next] ?? 0) + 1;
  }
  for (let place = 0; place < columns.length; place++) ends[place + 1] = (ends[place + 1] ?? 0) + (ends[place] ?? 0);
  const sorted = new Int32Array(count);
  const starts = ends.slice(0, columns.length);
  for (let index = 0; index < count; index++) {
    const place = places[index] ?? 0;
    const at = starts[place] ?? 0;
    sorted[at] = tags[index] ?? 0;
    starts[place] = at + 1;
  }
  for (let place = 0; place < columns.length; place++) {
    // Nobody looks at the columns while they are read, so others may have their turn.
    if (place % 50_000 === 0) await setImmediate();
    const start = ends[place] ?? 0;
    const end = ends[place + 1] ?? 0;
    if (end > start) columns.setTags(place, sorted.subarray(start, end).sort());
  }
}

async function readBinary(client: ClientBase, select: string, take: (fields: BinaryRows) => void): Promise<void> {
  const rows = new BinaryRows();
  for await (const chunk of client.query(to(`COPY (${select}) TO STDOUT (FORMAT binary)`))) rows.read(chunk, take);
}

function tagCodes(codes: number[]): number[] {
  return codes.sort((a, b) => a - b);
}

function doubled(array: Int32Array<ArrayBuffer>): Int32Array<ArrayBuffer> {
  const copy = new Int32Array(array.length * 2);
  copy.set(array);
  return copy;
}
