import { createHash } from "node:crypto";
import type { ClientBase } from "pg";
import type { Difference } from "#lib/curation/difference.ts";
import { type ChainedEvent, createChainCheck } from "#lib/curation/event-chain.ts";
import { createEventFold, type Folded } from "#lib/curation/fold-events.ts";

const page = 1_000;

const columns = `project_id::text AS "projectId", number::text, idempotency_key::text AS "idempotencyKey", conversation_id::text AS "conversationId",
  actor_kind AS "actorKind", actor_id::text AS "actorId", kind, subject::text, from_version::text AS "fromVersion", to_version::text AS "toVersion",
  payload::text AS payload, previous_hash AS "previousHash", hash`;

/**
 * Reads a project's events a page at a time, recomputes their chain from the stored text and folds them. Call it inside one
 * snapshot. O(events) time.
 */
export async function foldProjectEvents(
  client: ClientBase,
  projectId: string,
  report: (difference: Difference) => void,
): Promise<{ folded: Folded; events: number }> {
  const chain = createChainCheck((text) => createHash("sha256").update(text).digest("hex"), report);
  const { apply, folded } = createEventFold(report);
  let events = 0;
  for (let after = String(Number.MIN_SAFE_INTEGER); ; ) {
    const { rows } = await client.query<ChainedEvent>(
      `SELECT ${columns} FROM event WHERE project_id = $1 AND number > $2 ORDER BY event.number LIMIT ${page}`,
      [projectId, after],
    );
    for (const row of rows) {
      chain.check(row);
      apply({
        number: Number(row.number),
        kind: row.kind,
        conversation: row.conversationId,
        actor: row.actorId,
        subject: toNumber(row.subject),
        fromVersion: toNumber(row.fromVersion),
        toVersion: toNumber(row.toVersion),
        payload: JSON.parse(row.payload),
      });
    }
    events += rows.length;
    const last = rows.at(-1);
    if (last === undefined) break;
    after = last.number;
  }
  const { rows: heads } = await client.query<{ number: number; hash: string }>(
    "SELECT number, hash FROM event_chain WHERE project_id = $1",
    [projectId],
  );
  chain.end(heads[0] ?? null);
  await checkKeys(client, projectId, report);
  return { folded, events };
}

/** Each write appends one event under its key, whatever is retried. */
async function checkKeys(
  client: ClientBase,
  projectId: string,
  report: (difference: Difference) => void,
): Promise<void> {
  const { rows } = await client.query<{ key: string; count: number }>(
    "SELECT idempotency_key AS key, count(*)::int AS count FROM event WHERE project_id = $1 GROUP BY 1 HAVING count(*) > 1 LIMIT 100",
    [projectId],
  );
  for (const { key, count } of rows)
    report({ kind: "event.key", id: key, expected: "1 event", found: `${count} events` });
}

function toNumber(text: string | null): number | null {
  return text === null ? null : Number(text);
}
