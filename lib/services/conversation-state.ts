import type { Transaction } from "#lib/db/client.ts";
import { Prisma } from "#lib/db/generated/client.ts";
import { StudioError } from "#lib/errors.ts";
import type { ConversationState } from "#lib/schema/act-payload.ts";
import { Turns } from "#lib/schema/conversation.ts";
import type { Conflict } from "#lib/schema/conversation-view.ts";
import type { RatingName, Written } from "#lib/schema/decision.ts";

/** A conversation of which no other write changes anything until commit. */
export interface LockedConversation extends ConversationState {
  id: string;
  version: number;
  /** The id of its culture. */
  culture: string;
  /** How many people its project wants to decide each conversation. */
  overlap: number;
  /** What its project asks to be rated. */
  asked: RatingName[];
}

/** Reads a conversation of the project and locks it until commit. @throws StudioError `not_found` */
export async function lockConversation(tx: Transaction, projectId: string, id: string): Promise<LockedConversation> {
  const rows = await tx.$queryRaw<LockedConversation[]>(Prisma.sql`
    SELECT conversation.id, conversation.version, conversation.culture_id AS culture, status, flagged, edited, head_revision AS "headRevision", decision_count AS "decisionCount",
      decided_by AS "decidedBy", assignee_id AS assignee, project.overlap, project.ratings AS asked
    FROM conversation JOIN project ON project.id = conversation.project_id
    WHERE conversation.id = ${id}::uuid AND conversation.project_id = ${projectId}::uuid FOR UPDATE OF conversation`);
  const [row] = rows;
  if (!row) throw new StudioError("not_found", "There is no such conversation in this project.");
  return row;
}

export function stateOf({
  status,
  flagged,
  edited,
  headRevision,
  decisionCount,
  decidedBy,
  assignee,
}: ConversationState): ConversationState {
  return { status, flagged, edited, headRevision, decisionCount, decidedBy, assignee };
}

/**
 * Writes the new state under the next version. The row is locked, so the version cannot have moved.
 * @param decider whose claim ends with it; the operator has none
 */
export async function writeState(
  tx: Transaction,
  conversation: LockedConversation,
  after: ConversationState,
  decider: string | null = null,
): Promise<number> {
  const version = conversation.version + 1;
  await tx.$executeRaw(Prisma.sql`
    WITH released AS (DELETE FROM lease WHERE conversation_id = ${conversation.id}::uuid AND user_id = ${decider}::uuid)
    UPDATE conversation SET version = ${version}, status = ${after.status}, flagged = ${after.flagged}, edited = ${after.edited},
      head_revision = ${after.headRevision}, decision_count = ${after.decisionCount}, decided_by = ${after.decidedBy}::uuid, assignee_id = ${after.assignee}::uuid, updated_at = now()
    WHERE id = ${conversation.id}::uuid`);
  return version;
}

export function toWritten(id: string, version: number, state: ConversationState, event: number): Written {
  return {
    conversation: id,
    version,
    status: state.status,
    flagged: state.flagged,
    headRevision: state.headRevision,
    event,
  };
}

/** The error of a stale write: who changed what in between, so that the writer can compare and choose. */
export async function staleWrite(tx: Transaction, conversation: LockedConversation): Promise<StudioError> {
  const revision = await tx.revision.findUniqueOrThrow({
    where: { conversationId_number: { conversationId: conversation.id, number: conversation.headRevision } },
  });
  const last = await lastChange(tx, conversation);
  const conflict: Conflict = {
    version: conversation.version,
    status: conversation.status,
    turns: Turns.parse(revision.turns),
    changedBy: last?.name ?? null,
    changedAt: (last?.at ?? revision.createdAt).toISOString(),
    draft: null,
  };
  return new StudioError("conflict", `${last?.name ?? "Somebody"} changed this conversation in the meantime.`, {
    details: { ...conflict },
  });
}

/** Who changed it last and when: by an act on it alone, or, where that did not lead to its version, by one on many. */
async function lastChange(
  tx: Transaction,
  { id, version }: LockedConversation,
): Promise<{ name: string | null; at: Date } | undefined> {
  const [alone] = await tx.$queryRaw<{ name: string | null; at: Date; version: number }[]>(Prisma.sql`
    SELECT "user".name, event.created_at AS at, event.to_version AS version FROM event LEFT JOIN "user" ON "user".id = event.actor_id
    WHERE event.conversation_id = ${id}::uuid AND event.to_version IS NOT NULL ORDER BY event.number DESC LIMIT 1`);
  if (alone?.version === version) return alone;
  const [among] = await tx.$queryRaw<{ name: string | null; at: Date }[]>(Prisma.sql`
    SELECT "user".name, conversation.updated_at AS at
    FROM bulk_item JOIN bulk_act ON bulk_act.id = bulk_item.bulk_id JOIN conversation ON conversation.id = bulk_item.conversation_id
    JOIN event ON event.project_id = bulk_act.project_id AND (event.number = bulk_act.event_number OR (event.subject = bulk_act.event_number AND event.kind <> 'conversations.acted'))
    LEFT JOIN "user" ON "user".id = event.actor_id
    WHERE bulk_item.conversation_id = ${id}::uuid AND bulk_item.version = ${version} AND bulk_item.event_number IS NOT NULL
    ORDER BY event.number DESC LIMIT 1`);
  return among ?? alone;
}
