import type { PoolClient } from "pg";
import { z } from "zod";
import type { Import } from "#lib/db/generated/client.ts";
import { failpoint } from "#lib/failpoint.ts";
import { factsOf } from "./conversation-facts.ts";
import type { ImportVocabulary } from "./import-vocabulary.ts";
import { markQuestionsStale } from "./stale-questions.ts";

interface BatchCounts {
  last_line: number | null;
  inserted: number;
  updated: number;
  unchanged: number;
  first_id: string | null;
  last_id: string | null;
  digest: string | null;
  facts_digest: string | null;
}

/**
 * Commits the next lines of an import after `from` in one transaction: conversations and revisions, updates with their
 * events, one event for all that was inserted, and the import's place and counts. Returns the new place.
 * @param isFirst the project holds nothing but what this import brought, so no line needs to be looked up
 */
export async function commitBatch(
  client: PoolClient,
  row: Import,
  vocabulary: ImportVocabulary,
  from: number,
  lines: number,
  isFirst: boolean,
): Promise<number> {
  await client.query("BEGIN");
  const { rows: ends } = await client.query<{ line: number }>(
    "SELECT max(line) AS line FROM (SELECT line FROM import_row WHERE import_id = $1 AND line > $2 ORDER BY line LIMIT $3) batch",
    [row.id, from, lines],
  );
  const to = ends[0]?.line ?? from;
  const parameters = [
    row.id,
    row.projectId,
    from,
    to,
    JSON.stringify(vocabulary.cultureIds),
    JSON.stringify(vocabulary.topicIds),
  ];
  const updated = isFirst ? 0 : await writeUpdates(client, row, vocabulary, parameters);
  const { rows } = await client.query<BatchCounts>(isFirst ? insertFirst : insertBatch, parameters);
  const counts = rows[0];
  const tagged =
    Object.keys(vocabulary.tagIds).length > 0
      ? await writeTags(client, [row.id, from, to, JSON.stringify(vocabulary.tagIds)])
      : [];
  const inserted = counts?.inserted ?? 0;
  if (inserted > 0) {
    await client.query(
      `INSERT INTO event (project_id, number, idempotency_key, actor_kind, actor_id, kind, payload, previous_hash, hash)
       VALUES ($1, 0, gen_random_uuid(), $2, $3, 'conversation.imported', $4, '', '')`,
      [
        row.projectId,
        row.createdBy === null ? "operator" : "person",
        row.createdBy,
        JSON.stringify({
          import: row.id,
          fromLine: from + 1,
          toLine: to,
          count: inserted,
          firstId: counts?.first_id,
          lastId: counts?.last_id,
          digest: counts?.digest,
          factsDigest: counts?.facts_digest,
          ...(tagged.length > 0 ? { tagged } : {}),
        }),
      ],
    );
  }
  await client.query(
    "UPDATE import SET committed_line = $2, inserted = inserted + $3, updated = updated + $4, unchanged = unchanged + $5 WHERE id = $1",
    // Updated lines are equal to theirs by now.
    [row.id, to, inserted, updated, (counts?.unchanged ?? 0) - updated],
  );
  failpoint("import.batch.open");
  await client.query("COMMIT");
  return to;
}

/**
 * The lines of a batch with what they lead to. A line that is rejected, or whose culture leads nowhere, is not among them.
 * `lookUp` joins the conversation that a line would update.
 */
const batchWith = (lookUp: string) => `
  batch AS MATERIALIZED (
    SELECT staged.*, label.value::uuid AS culture_id, topic_label.value::uuid AS topic_id,
      coalesce(by_id.id, by_content.id) AS known_id, coalesce(by_id.content_hash, by_content.content_hash) AS known_hash
    FROM import_row staged
    JOIN json_each_text($5::json) label ON label.key = staged.culture
    LEFT JOIN json_each_text($6::json) topic_label ON topic_label.key = staged.topic
    ${lookUp}
    WHERE staged.import_id = $1 AND staged.line > $3 AND staged.line <= $4 AND staged.verdict IS NULL
  )`;

const batch = batchWith(`
    LEFT JOIN LATERAL (
      SELECT id, content_hash FROM conversation WHERE project_id = $2 AND external_id = staged.external_id LIMIT 1
    ) by_id ON staged.external_id IS NOT NULL
    LEFT JOIN LATERAL (
      SELECT id, content_hash FROM conversation WHERE project_id = $2 AND content_hash = staged.content_hash AND external_id IS NULL LIMIT 1
    ) by_content ON staged.external_id IS NULL`);

/** Where an import is the first of its project, no line can be known. Should another import come in between, unique indexes refuse the batch, and it is tried again with looking up. */
const batchOfFirst = batchWith(`
    CROSS JOIN (SELECT NULL::uuid AS id, NULL::uuid AS content_hash) by_id
    CROSS JOIN (SELECT NULL::uuid AS id, NULL::uuid AS content_hash) by_content`);

const insertWith = (lines: string) => `
  WITH ${lines},
  fresh AS (SELECT * FROM batch WHERE known_id IS NULL),
  conversations AS (
    INSERT INTO conversation (id, project_id, external_id, culture_id, topic_id, language, question_key, question, source, method, metadata, import_id, content_hash)
    SELECT conversation_id, $2, external_id, culture_id, topic_id, language, question_key, question, source, method, coalesce(metadata::text, '{}')::jsonb, import_id, content_hash
    FROM fresh
  ),
  revisions AS (
    INSERT INTO revision (conversation_id, number, turns, sha256) SELECT conversation_id, 1, turns, sha256 FROM fresh
  )
  SELECT
    (SELECT count(*)::int FROM fresh) AS inserted,
    (SELECT count(*)::int FROM batch WHERE known_hash = content_hash)
      + (SELECT count(*)::int FROM import_row WHERE import_id = $1 AND line > $3 AND line <= $4 AND verdict = 'unchanged') AS unchanged,
    (SELECT min(conversation_id::text) FROM fresh) AS first_id,
    (SELECT max(conversation_id::text) FROM fresh) AS last_id,
    (SELECT encode(sha256(convert_to(string_agg(conversation_id::text || ':' || sha256, E'\\n' ORDER BY conversation_id), 'UTF8')), 'hex') FROM fresh) AS digest,
    (SELECT encode(sha256(convert_to(string_agg(conversation_id::text || ':' || ${factsOf("fresh")}, E'\\n' ORDER BY conversation_id), 'UTF8')), 'hex') FROM fresh) AS facts_digest`;
const insertBatch = insertWith(batch);
const insertFirst = insertWith(batchOfFirst);

/**
 * Lines whose id is known with other content: a new revision and version of the conversation, which is pending again, since
 * what was decided was another text. The line's tags join those that are there. One event each. Done before the inserts, so that these see what they left.
 */
async function writeUpdates(
  client: PoolClient,
  row: Import,
  vocabulary: ImportVocabulary,
  parameters: readonly unknown[],
): Promise<number> {
  const { rows } = await client.query<{
    known_id: string;
    turns: string;
    sha256: string;
    culture_id: string;
    topic_id: string | null;
    language: string;
    question_key: string | null;
    question: string;
    source: string | null;
    method: string | null;
    content_hash: string;
    metadata: string;
    tags: string | null;
  }>(
    `WITH ${batch} SELECT known_id, turns::text AS turns, sha256, culture_id, topic_id, language, question_key, question, source, method, content_hash,
       coalesce(metadata::text, '{}') AS metadata, tags
     FROM batch WHERE known_id IS NOT NULL AND known_hash <> content_hash ORDER BY line`,
    [...parameters],
  );
  // Locked before the first event: whoever decides holds a conversation and then waits for the chain of events.
  await client.query("SELECT FROM conversation WHERE id = ANY($1::uuid[]) ORDER BY id FOR UPDATE", [
    rows.map((update) => update.known_id),
  ]);
  if (rows.some(({ tags }) => tags !== null)) await holdTags(client, JSON.stringify(vocabulary.tagIds));
  for (const update of rows) {
    await client.query(
      `WITH old AS (SELECT * FROM conversation WHERE id = $1 FOR UPDATE),
       head AS (SELECT sha256 FROM revision WHERE conversation_id = $1 AND number = (SELECT head_revision FROM old)),
       text AS (
         INSERT INTO revision (conversation_id, number, parent, turns, sha256, author_id)
         SELECT $1, (SELECT max(number) + 1 FROM revision WHERE conversation_id = $1), old.head_revision, $2::json, $3, $4
         FROM old, head WHERE head.sha256 <> $3 RETURNING number
       ),
       withdrawn AS (UPDATE decision SET withdrawn = true WHERE conversation_id = $1 AND NOT withdrawn AND kind IN ('accept', 'reject') RETURNING id),
       tagged AS (
         INSERT INTO conversation_tag (conversation_id, tag_id) SELECT DISTINCT $1::uuid, coalesce(merged_into_id, id) FROM tag WHERE id = ANY($15::uuid[])
         ON CONFLICT DO NOTHING RETURNING tag_id
       ),
       new AS (
         UPDATE conversation SET version = conversation.version + 1, status = 'pending', edited = false, decision_count = 0, decided_by = NULL,
           head_revision = coalesce((SELECT number FROM text), conversation.head_revision),
           culture_id = $5, topic_id = $6, language = $7, question_key = $8, question = $9, source = $10, content_hash = $11, metadata = $14::jsonb, method = $16, updated_at = now()
         FROM old WHERE conversation.id = old.id RETURNING conversation.*
       )
       INSERT INTO event (project_id, number, idempotency_key, conversation_id, actor_kind, actor_id, kind, from_version, to_version, payload, previous_hash, hash)
       SELECT new.project_id, 0, gen_random_uuid(), new.id, $12, $4, 'conversation.updated', old.version, new.version,
         json_build_object('import', $13::uuid, 'revision', new.head_revision, 'parent', old.head_revision, 'sha256', $3::text,
           'facts', json_build_object('before', ${factsOf("old")}, 'after', ${factsOf("new")}),
           'added', coalesce((SELECT json_agg(tag_id) FROM tagged), '[]'::json),
           'withdrawn', coalesce((SELECT json_agg(id) FROM withdrawn), '[]'::json),
           'before', json_build_object('status', old.status, 'flagged', old.flagged, 'edited', old.edited, 'headRevision', old.head_revision, 'decisionCount', old.decision_count, 'decidedBy', old.decided_by, 'assignee', old.assignee_id),
           'after', json_build_object('status', new.status, 'flagged', new.flagged, 'edited', new.edited, 'headRevision', new.head_revision, 'decisionCount', new.decision_count, 'decidedBy', new.decided_by, 'assignee', new.assignee_id)), '', ''
       FROM new, old`,
      [
        update.known_id,
        update.turns,
        update.sha256,
        row.createdBy,
        update.culture_id,
        update.topic_id,
        update.language,
        update.question_key,
        update.question,
        update.source,
        update.content_hash,
        row.createdBy === null ? "operator" : "person",
        row.id,
        update.metadata,
        labelsOf(update.tags).flatMap((label) => vocabulary.tagIds[label] ?? []),
        update.method,
      ],
    );
  }
  await client.query(markQuestionsStale(rows.map((update) => update.known_id)).toQuery());
  return rows.length;
}

/** Held until commit, so that a merge meanwhile waits and then moves these too; one merged before leads to its target. */
async function holdTags(client: PoolClient, idsByLabel: unknown): Promise<void> {
  await client.query(
    "SELECT FROM tag WHERE id IN (SELECT value::uuid FROM json_each_text($1::json)) ORDER BY id FOR SHARE",
    [idsByLabel],
  );
}

const Labels = z.array(z.string());

function labelsOf(tags: string | null): string[] {
  return tags === null ? [] : Labels.parse(JSON.parse(tags));
}

/** Tags of lines whose conversation this import made, as pairs of conversation and tag; the event keeps them. */
async function writeTags(client: PoolClient, parameters: readonly unknown[]): Promise<[string, string][]> {
  await holdTags(client, parameters[3]);
  const { rows } = await client.query<{ conversation_id: string; tag_id: string }>(
    `INSERT INTO conversation_tag (conversation_id, tag_id)
     SELECT DISTINCT conversation.id, coalesce(tag.merged_into_id, tag.id)
     FROM import_row staged
     JOIN conversation ON conversation.id = staged.conversation_id
     CROSS JOIN LATERAL json_array_elements_text(staged.tags::json) AS label
     JOIN json_each_text($4::json) known ON known.key = label
     JOIN tag ON tag.id = known.value::uuid
     WHERE staged.import_id = $1 AND staged.line > $2 AND staged.line <= $3 AND staged.tags IS NOT NULL
     ON CONFLICT DO NOTHING RETURNING conversation_id, tag_id`,
    [...parameters],
  );
  return rows.map((row) => [row.conversation_id, row.tag_id]);
}
