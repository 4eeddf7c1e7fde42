import type { ClientBase } from "pg";
import type { ConversationState } from "#lib/schema/act-payload.ts";
import type { BulkPayload } from "#lib/schema/bulk.ts";
import type { World } from "#lib/world/world.ts";
import type { RunningBulk } from "./running-bulk.ts";

/** What one batch does to one conversation, which is locked. */
export interface Move {
  id: string;
  /** The version before. */
  version: number;
  before: ConversationState;
  after: ConversationState;
  decision?: string;
  withdrawn?: string[];
  added?: string[];
  removed?: string[];
}

export interface Outcome {
  id: string;
  outcome: "done" | "changed" | "same";
  /** The version it led to, or the one that it had looked for. */
  version: number;
}

/**
 * Writes the new states and tags of a batch and appends its event; returns the event's number. What names the event is written
 * after it. Four statements at most, whatever the number of rows.
 */
export async function writeMoves(
  world: World,
  client: ClientBase,
  bulk: RunningBulk,
  event: { kind: "conversations.acted" | "conversations.undone" | "conversations.redone"; subject: number },
  moves: readonly Move[],
): Promise<number> {
  const states: ConversationState[] = [];
  const places = new Map<string, number>();
  const placeOf = (state: ConversationState) => {
    const text = JSON.stringify(Object.values(state));
    const known = places.get(text);
    if (known !== undefined) return known;
    places.set(text, states.length);
    return states.push(state) - 1;
  };
  const items = moves.map(({ before, after, ...move }) => ({
    ...move,
    before: placeOf(before),
    after: placeOf(after),
  }));
  await client.query(
    `UPDATE conversation SET version = item.version + 1, status = state.status, flagged = state.flagged, edited = state.edited,
       decision_count = state."decisionCount", decided_by = state."decidedBy", assignee_id = state.assignee, updated_at = now()
     FROM unnest($1::uuid[], $2::int[], $3::int[]) AS item (id, version, place)
     JOIN ROWS FROM (json_to_recordset($4::json) AS (status text, flagged bool, edited bool, "decisionCount" int, "decidedBy" uuid, assignee uuid))
       WITH ORDINALITY AS state (status, flagged, edited, "decisionCount", "decidedBy", assignee, place) ON state.place = item.place + 1
     WHERE conversation.id = item.id`,
    [
      items.map(({ id }) => id),
      items.map(({ version }) => version),
      items.map(({ after }) => after),
      JSON.stringify(states),
    ],
  );
  await writeTags(client, items);
  const payload: BulkPayload = { bulk: bulk.id, act: bulk.act, states, items };
  const { rows } = await client.query<{ number: number }>(
    `INSERT INTO event (project_id, number, idempotency_key, actor_kind, actor_id, kind, subject, payload, previous_hash, hash)
     VALUES ($1, 0, $2, $3, $4, $5, $6, $7, '', '') RETURNING number`,
    [
      bulk.projectId,
      world.newId(),
      bulk.walker.kind,
      bulk.walker.id,
      event.kind,
      event.subject,
      JSON.stringify(payload),
    ],
  );
  return Number(rows[0]?.number);
}

async function writeTags(
  client: ClientBase,
  items: readonly { id: string; added?: string[] | undefined; removed?: string[] | undefined }[],
): Promise<void> {
  const removed = items.flatMap(({ id, removed = [] }) => removed.map((tag) => [id, tag] as const));
  const added = items.flatMap(({ id, added = [] }) => added.map((tag) => [id, tag] as const));
  const columns = (pairs: readonly (readonly [string, string])[]) => [
    pairs.map(([id]) => id),
    pairs.map(([, tag]) => tag),
  ];
  if (removed.length > 0)
    await client.query(
      `DELETE FROM conversation_tag USING unnest($1::uuid[], $2::uuid[]) AS gone (conversation, tag)
       WHERE conversation_id = gone.conversation AND tag_id = gone.tag`,
      columns(removed),
    );
  if (added.length > 0)
    await client.query(
      "INSERT INTO conversation_tag (conversation_id, tag_id) SELECT * FROM unnest($1::uuid[], $2::uuid[]) ON CONFLICT DO NOTHING",
      columns(added),
    );
}

/** Says what became of each row of a batch. `event` is that of a first run, which rows keep. */
export async function writeOutcomes(
  client: ClientBase,
  bulk: RunningBulk,
  outcomes: readonly Outcome[],
  event: number | null,
): Promise<void> {
  await client.query(
    `UPDATE bulk_item SET outcome = item.outcome, version = item.version,
       event_number = coalesce(bulk_item.event_number, CASE WHEN item.outcome = 'done' THEN $5::bigint END)
     FROM unnest($2::uuid[], $3::text[], $4::int[]) AS item (id, outcome, version)
     WHERE bulk_item.bulk_id = $1 AND bulk_item.conversation_id = item.id`,
    [
      bulk.id,
      outcomes.map(({ id }) => id),
      outcomes.map(({ outcome }) => outcome),
      outcomes.map(({ version }) => version),
      event,
    ],
  );
}
