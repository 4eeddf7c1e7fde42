import { hash } from "node:crypto";
import type { PoolClient } from "pg";
import type { MadeDraft } from "#lib/methods/method.ts";
import { questionOf } from "#lib/text/question-of.ts";
import type { World } from "#lib/world/world.ts";
import { factsOf } from "../conversation-facts.ts";
import { turnsText } from "../turns-text.ts";

/** What one item made, with where it leads. */
export interface DraftsOfItem {
  itemId: string;
  ordinal: number;
  drafts: readonly MadeDraft[];
}

export interface DraftsToStore {
  runId: string;
  projectId: string;
  /** Of the run in its project. */
  number: number;
  method: string;
  simulated: boolean;
  createdBy: string | null;
  items: readonly DraftsOfItem[];
}

/**
 * Makes conversations of drafts, with one event that tells of them all and hashes over their texts and facts. Call it in the
 * transaction in which the items are done. A culture or topic that the project no longer has is left out: the culture with
 * the draft, the topic alone. Returns how many there are now.
 */
export async function storeDrafts(world: World, client: PoolClient, work: DraftsToStore): Promise<number> {
  const rows = work.items.flatMap(({ itemId, ordinal, drafts }) =>
    drafts.map((draft, at) => {
      const { text, sha256 } = turnsText(draft.turns);
      const externalId = `run-${work.number}-${ordinal + 1}-${at + 1}`;
      const identity = [draft.culture, draft.language, draft.topic, draft.questionKey, work.method, sha256];
      return {
        id: world.newId(),
        itemId,
        at,
        externalId,
        culture: draft.culture,
        topic: draft.topic,
        language: draft.language,
        questionKey: draft.questionKey,
        question: questionOf(draft.turns),
        metadata: draft.metadata,
        contentHash: hash("sha256", JSON.stringify(identity)).slice(0, 32),
        turns: text,
        sha256,
      };
    }),
  );
  if (rows.length === 0) return 0;
  const { rows: found } = await client.query<{
    count: number;
    ids: string[] | null;
    digest: string | null;
    facts_digest: string | null;
  }>(
    `WITH made AS (
       SELECT made.*, culture.id AS culture_id, topic.id AS topic_id
       FROM json_to_recordset($1::json) AS made (id uuid, "itemId" uuid, at int, "externalId" text, culture text, topic text, language text,
         "questionKey" text, question text, metadata jsonb, "contentHash" uuid, turns text, sha256 text)
       JOIN culture ON culture.project_id = $2 AND culture.code = made.culture
       LEFT JOIN topic ON topic.project_id = $2 AND topic.key = made.topic
     ), fresh AS (
       INSERT INTO conversation (id, project_id, external_id, culture_id, topic_id, language, question_key, question, source, method, metadata,
         content_hash, run_id, run_item_id, item_ordinal, simulated)
       SELECT id, $2, "externalId", culture_id, topic_id, language, "questionKey", question, $5, $3, metadata, "contentHash", $4, "itemId", at, $6 FROM made
       RETURNING *
     ), texts AS (
       INSERT INTO revision (conversation_id, number, turns, sha256) SELECT id, 1, turns::json, sha256 FROM made
     )
     SELECT count(*)::int AS count, json_agg(fresh.id ORDER BY fresh.id) AS ids,
       encode(sha256(convert_to(string_agg(fresh.id::text || ':' || made.sha256, E'\\n' ORDER BY fresh.id), 'UTF8')), 'hex') AS digest,
       encode(sha256(convert_to(string_agg(fresh.id::text || ':' || ${factsOf("fresh")}, E'\\n' ORDER BY fresh.id), 'UTF8')), 'hex') AS facts_digest
     FROM fresh JOIN made ON made.id = fresh.id`,
    [JSON.stringify(rows), work.projectId, work.method, work.runId, `run ${work.number}`, work.simulated],
  );
  const batch = found[0];
  if (batch === undefined || batch.count === 0) return 0;
  await client.query(
    `INSERT INTO event (project_id, number, idempotency_key, actor_kind, actor_id, kind, payload, previous_hash, hash)
     VALUES ($1, 0, gen_random_uuid(), $2, $3, 'conversation.made', $4, '', '')`,
    [
      work.projectId,
      work.createdBy === null ? "operator" : "person",
      work.createdBy,
      JSON.stringify({
        run: work.runId,
        count: batch.count,
        ids: batch.ids,
        digest: batch.digest,
        factsDigest: batch.facts_digest,
      }),
    ],
  );
  return batch.count;
}
