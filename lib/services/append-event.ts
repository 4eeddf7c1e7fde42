import type { Transaction } from "#lib/db/client.ts";
import { Prisma } from "#lib/db/generated/client.ts";
import type { Actor } from "#lib/schema/actor.ts";

/** One fact to append. `payload` must be enough to fold the state from the events alone. */
export interface NewEvent {
  kind: string;
  conversation?: string;
  /** The number of the event that this one takes back or restores. */
  subject?: number;
  fromVersion?: number;
  toVersion?: number;
  payload: Record<string, unknown>;
}

/**
 * Appends one event to the project's chain and returns its number. The database numbers and hashes it (trigger
 * `chain_event`) and keeps the chain's head locked until commit: call it as late as possible.
 */
export async function appendEvent(
  tx: Transaction,
  projectId: string,
  actor: Actor,
  key: string,
  event: NewEvent,
): Promise<number> {
  const rows = await tx.$queryRaw<{ number: number | bigint }[]>(Prisma.sql`
    INSERT INTO event (project_id, number, idempotency_key, conversation_id, actor_kind, actor_id, kind, subject, from_version, to_version, payload, previous_hash, hash)
    VALUES (${projectId}::uuid, 0, ${key}::uuid, ${event.conversation ?? null}::uuid, ${actor.kind}, ${actor.userId}::uuid, ${event.kind}, ${event.subject ?? null},
      ${event.fromVersion ?? null}, ${event.toVersion ?? null}, ${JSON.stringify(event.payload)}::json, '', '')
    RETURNING number`);
  return Number(rows[0]?.number);
}
