import type { Pool } from "pg";
import { z } from "zod";
import { type DescribedAct, describeAct } from "#lib/curation/describe-act.ts";
import { StudioError } from "#lib/errors.ts";
import { ConversationHistory } from "#lib/schema/conversation-history.ts";
import { Ratings } from "#lib/schema/decision.ts";
import { defineProjectRead } from "./define.ts";

type Row = ConversationHistory["rows"][number];

const Head = z.object({ headRevision: z.int(), flagged: z.boolean() }).partial();
/** What the history shows of any event's payload; kinds of later days may hold less. */
const Payload = z.object({
  decided: z.string().nullish(),
  reason: z.string().nullish(),
  note: z.string().nullish(),
  ratings: Ratings.nullish(),
  body: z.string().nullish(),
  import: z.uuid().nullish(),
  added: z.array(z.uuid()).default([]),
  removed: z.array(z.uuid()).default([]),
  before: Head.nullish(),
  after: Head.nullish(),
});
type Payload = z.output<typeof Payload>;

interface EventRecord {
  number: number;
  kind: string;
  payload: unknown;
  subjectKind: string | null;
  subjectPayload: unknown;
  person: string | null;
  undone: boolean;
  createdAt: Date;
}

const kindOfAct = `CASE bulk_act.act->>'kind' WHEN 'decide' THEN 'conversation.decided' WHEN 'tag' THEN 'conversation.tagged' ELSE 'conversation.assigned' END`;
const partsOf = (added: string, removed: string) => `
  'decided', CASE WHEN bulk_act.act->>'keep' = bulk_item.conversation_id::text THEN 'accept' ELSE bulk_act.act->>'decision' END,
  'reason', CASE WHEN bulk_act.act->>'keep' = bulk_item.conversation_id::text THEN NULL ELSE bulk_act.act->>'reason' END, 'note', bulk_act.act->'note',
  'added', coalesce(item.value->'${added}', '[]'), 'removed', coalesce(item.value->'${removed}', '[]')`;

/**
 * Acts on many in which the conversation was one, their undos and redos, told as if each were an act on it alone. The planner may
 * look into events before it knows whether they are wanted, and in those of other kinds `items` is something else.
 */
const amongMany = `
  SELECT event.number, event.actor_id, event.created_at, event.subject,
    CASE event.kind WHEN 'conversations.acted' THEN ${kindOfAct} WHEN 'conversations.undone' THEN 'conversation.undone' ELSE 'conversation.redone' END AS kind,
    CASE event.kind WHEN 'conversations.acted' THEN json_build_object(${partsOf("added", "removed")},
      'before', event.payload->'states'->(item.value->>'before')::int, 'after', event.payload->'states'->(item.value->>'after')::int) ELSE '{}' END AS payload,
    CASE WHEN event.kind <> 'conversations.acted' THEN ${kindOfAct} END AS subject_kind,
    CASE event.kind WHEN 'conversations.undone' THEN json_build_object(${partsOf("removed", "added")})
      WHEN 'conversations.redone' THEN json_build_object(${partsOf("added", "removed")}) END AS subject_payload
  FROM bulk_item
  JOIN bulk_act ON bulk_act.id = bulk_item.bulk_id AND bulk_act.project_id = $2
  JOIN event ON event.project_id = $2 AND (event.number = bulk_item.event_number OR event.subject = bulk_item.event_number)
  CROSS JOIN LATERAL (
    SELECT value FROM json_array_elements(CASE WHEN event.kind LIKE 'conversations.%' THEN event.payload->'items' ELSE '[]' END)
    WHERE value->>'id' = bulk_item.conversation_id::text
  ) item
  WHERE bulk_item.conversation_id = $1 AND bulk_item.event_number IS NOT NULL`;

/**
 * What was done to one conversation, newest first, a page at a time; its import stands at the end. One index range of its
 * events, and two look-ups for names.
 */
export const listConversationHistory = defineProjectRead(
  {
    action: "conversation.read",
    summary: "List what was done to a conversation",
    Input: z.strictObject({
      project: z.string(),
      conversation: z.uuid(),
      limit: z.coerce.number().pipe(z.int().min(1).max(100)).default(30),
      /** The `next` of the page before. */
      cursor: z.coerce.number().pipe(z.int().min(1)).optional(),
    }),
    Output: ConversationHistory,
  },
  async ({ world, project }, { conversation, limit, cursor }) => {
    const origin = await readOrigin(world.pool, project.id, conversation);
    const { rows } = await world.pool.query<EventRecord>(
      `WITH among AS (${amongMany})
       SELECT history.*, "user".name AS person FROM (
         SELECT event.number, event.kind, event.payload, subject.kind AS "subjectKind", subject.payload AS "subjectPayload", event.actor_id,
           event.created_at AS "createdAt", coalesce((
             SELECT later.kind = 'conversation.undone' FROM event later
             WHERE later.project_id = event.project_id AND later.subject = event.number ORDER BY later.number DESC LIMIT 1
           ), false) AS undone
         FROM event LEFT JOIN event subject ON subject.project_id = event.project_id AND subject.number = event.subject
         WHERE event.conversation_id = $1 AND event.project_id = $2
         UNION ALL
         SELECT among.number, among.kind, among.payload, among.subject_kind, among.subject_payload, among.actor_id, among.created_at, coalesce((
             SELECT later.kind = 'conversation.undone' FROM among later WHERE later.subject = among.number ORDER BY later.number DESC LIMIT 1
           ), false)
         FROM among
       ) history LEFT JOIN "user" ON "user".id = history.actor_id
       WHERE $3::bigint IS NULL OR history.number < $3 ORDER BY history.number DESC LIMIT $4`,
      [conversation, project.id, cursor ?? null, limit + 1],
    );
    const shown = rows.slice(0, limit).map((row) => ({
      row,
      payload: Payload.parse(row.payload),
      subject: row.subjectKind === null ? null : Payload.parse(row.subjectPayload),
    }));
    const names = await readNames(
      world.pool,
      shown.flatMap(({ payload, subject }) => (subject ? [payload, subject] : [payload])),
    );
    const more = rows.length > limit;
    return {
      rows: [
        ...shown.map(({ row, payload, subject }) => {
          const of = subject && row.subjectKind ? { kind: row.subjectKind, payload: subject } : null;
          return toRow(row, payload, of, names);
        }),
        ...(more || origin === null ? [] : [origin]),
      ],
      next: more ? String(shown.at(-1)?.row.number) : null,
    };
  },
);

/** The import that brought it. @throws StudioError `not_found` */
async function readOrigin(pool: Pool, projectId: string, conversation: string): Promise<Row | null> {
  const { rows } = await pool.query<{ fileName: string | null; person: string | null; createdAt: Date }>(
    `SELECT import.file_name AS "fileName", "user".name AS person, conversation.created_at AS "createdAt"
     FROM conversation LEFT JOIN import ON import.id = conversation.import_id LEFT JOIN "user" ON "user".id = import.created_by
     WHERE conversation.id = $1 AND conversation.project_id = $2`,
    [conversation, projectId],
  );
  const [row] = rows;
  if (!row) throw new StudioError("not_found", "There is no such conversation in this project.");
  const { fileName, person, createdAt } = row;
  if (fileName === null) return null;
  const act = toAct("conversation.imported", Payload.parse({}), null, { tags: new Map(), files: new Map() });
  return {
    event: null,
    person,
    what: describeAct({ ...act, fileName }),
    note: null,
    ratings: null,
    comment: null,
    revision: 1,
    undone: false,
    createdAt: createdAt.toISOString(),
  };
}

interface Names {
  tags: Map<string, string>;
  files: Map<string, string>;
}

async function readNames(pool: Pool, payloads: readonly Payload[]): Promise<Names> {
  const tagIds = payloads.flatMap(({ added, removed }) => [...added, ...removed]);
  const importIds = payloads.flatMap((payload) => payload.import ?? []);
  const read = async (ids: readonly string[], text: string) => {
    if (ids.length === 0) return new Map<string, string>();
    const { rows } = await pool.query<{ id: string; name: string }>(text, [ids]);
    return new Map(rows.map(({ id, name }) => [id, name]));
  };
  return {
    tags: await read(tagIds, "SELECT id, name FROM tag WHERE id = ANY($1::uuid[])"),
    files: await read(importIds, "SELECT id, file_name AS name FROM import WHERE id = ANY($1::uuid[])"),
  };
}

function toAct(kind: string, payload: Payload, subject: DescribedAct | null, names: Names): DescribedAct {
  const nameOf = (id: string) => names.tags.get(id) ?? "a tag that is gone";
  return {
    kind,
    decided: payload.decided ?? null,
    reason: payload.reason ?? null,
    before: payload.before?.headRevision ?? null,
    after: payload.after?.headRevision ?? null,
    flagged: payload.before?.flagged ?? false,
    added: payload.added.map(nameOf),
    removed: payload.removed.map(nameOf),
    fileName: names.files.get(payload.import ?? "") ?? null,
    subject,
  };
}

function toRow(
  row: EventRecord,
  payload: Payload,
  subject: { kind: string; payload: Payload } | null,
  names: Names,
): Row {
  const act = toAct(row.kind, payload, subject && toAct(subject.kind, subject.payload, null, names), names);
  return {
    event: row.number,
    person: row.person,
    what: describeAct(act),
    note: payload.note ?? null,
    ratings: payload.ratings ?? null,
    comment: row.kind === "conversation.commented" ? (payload.body ?? null) : null,
    revision: act.before === act.after ? null : act.after,
    undone: row.undone,
    createdAt: row.createdAt.toISOString(),
  };
}
