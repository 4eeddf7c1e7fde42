import { statusOf, type Verdict } from "#lib/curation/status-of.ts";
import type { Transaction } from "#lib/db/client.ts";
import { Prisma } from "#lib/db/generated/client.ts";
import type { ConversationState } from "#lib/schema/act-payload.ts";
import { DecideInput, Written } from "#lib/schema/decision.ts";
import {
  type LockedConversation,
  lockConversation,
  releaseLease,
  staleWrite,
  stateOf,
  toWritten,
  writeState,
} from "./conversation-state.ts";
import { defineChange } from "./define.ts";

/**
 * Records what one person says of the current text; the status follows by the project's policy. A second verdict of the
 * same person replaces the first. One transaction, some ten statements by primary key.
 */
export const decide = defineChange(
  {
    action: "conversation.decide",
    summary: "Accept, reject, skip or flag a conversation",
    Input: DecideInput,
    Output: Written,
  },
  async ({ world, actor, project, tx, record }, input) => {
    const conversation = await lockConversation(tx, project.id, input.conversation);
    const { overlap } = await tx.project.findUniqueOrThrow({ where: { id: project.id }, select: { overlap: true } });
    if (
      conversation.version !== input.expectedVersion &&
      !(overlap > 1 && (await onlyDecidedSince(tx, conversation, input.expectedVersion)))
    ) {
      throw await staleWrite(tx, conversation);
    }
    const isVerdict = input.kind === "accept" || input.kind === "reject";
    const withdrawn = isVerdict ? await withdrawOwn(tx, conversation.id, actor.userId) : [];
    const after: ConversationState = {
      ...stateOf(conversation),
      ...(isVerdict
        ? await statusAfter(
            tx,
            conversation.id,
            { person: actor.userId ?? "operator", kind: input.kind === "accept" ? "accept" : "reject" },
            overlap,
          )
        : {}),
      ...(isVerdict ? { decidedBy: actor.userId } : {}),
      ...(input.kind === "flag" ? { flagged: !conversation.flagged } : {}),
    };
    const version = await writeState(tx, conversation, after);
    const decision = world.newId();
    await releaseLease(tx, conversation.id, actor.userId);
    const event = await record({
      kind: "conversation.decided",
      conversation: conversation.id,
      fromVersion: conversation.version,
      toVersion: version,
      payload: {
        decision,
        decided: input.kind,
        reason: input.reason ?? null,
        note: input.note ?? null,
        revision: conversation.headRevision,
        withdrawn,
        before: stateOf(conversation),
        after,
      },
    });
    await tx.decision.create({
      data: {
        id: decision,
        projectId: project.id,
        conversationId: conversation.id,
        revision: conversation.headRevision,
        userId: actor.userId,
        kind: input.kind,
        reason: input.reason ?? null,
        note: input.note ?? null,
        eventNumber: event,
      },
    });
    return toWritten(conversation.id, version, after, event);
  },
);

/** With several people per conversation, another's verdict on the same text is no reason to refuse mine. */
async function onlyDecidedSince(tx: Transaction, conversation: LockedConversation, version: number): Promise<boolean> {
  const [row] = await tx.$queryRaw<{ other: number }[]>(Prisma.sql`
    SELECT count(*)::int AS other FROM event WHERE conversation_id = ${conversation.id}::uuid AND to_version > ${version} AND kind <> 'conversation.decided'`);
  return version < conversation.version && row?.other === 0;
}

/** Takes back the asker's standing verdicts on a conversation; returns their ids. */
export async function withdrawOwn(tx: Transaction, conversationId: string, userId: string | null): Promise<string[]> {
  const rows = await tx.$queryRaw<{ id: string }[]>(Prisma.sql`
    UPDATE decision SET withdrawn = true
    WHERE conversation_id = ${conversationId}::uuid AND user_id IS NOT DISTINCT FROM ${userId}::uuid AND NOT withdrawn AND kind IN ('accept', 'reject')
    RETURNING id`);
  return rows.map((row) => row.id);
}

/** Status and number of deciders once `mine` joins the standing verdicts. */
export async function statusAfter(
  tx: Transaction,
  conversationId: string,
  mine: Verdict,
  overlap: number,
): Promise<Pick<ConversationState, "status" | "decisionCount">> {
  return statusFrom([...(await standingVerdicts(tx, conversationId)), mine], overlap);
}

/** What the standing verdicts come to by themselves, after some were withdrawn or stand again. */
export async function standingStatus(
  tx: Transaction,
  conversationId: string,
  overlap: number,
): Promise<Pick<ConversationState, "status" | "decisionCount" | "decidedBy">> {
  const verdicts = await standingVerdicts(tx, conversationId);
  return { ...statusFrom(verdicts, overlap), decidedBy: verdicts.at(-1)?.userId ?? null };
}

/** Oldest first: ids follow the time they were made. */
function standingVerdicts(tx: Transaction, conversationId: string): Promise<(Verdict & { userId: string | null })[]> {
  return tx.$queryRaw(Prisma.sql`
    SELECT coalesce(user_id::text, 'operator') AS person, user_id AS "userId", kind FROM decision
    WHERE conversation_id = ${conversationId}::uuid AND NOT withdrawn AND kind IN ('accept', 'reject') ORDER BY id`);
}

function statusFrom(
  verdicts: readonly Verdict[],
  overlap: number,
): Pick<ConversationState, "status" | "decisionCount"> {
  // With one decider per conversation the newest word counts, whoever said it.
  const counted = overlap === 1 ? verdicts.slice(-1) : verdicts;
  return { status: statusOf(counted, overlap), decisionCount: new Set(verdicts.map((verdict) => verdict.person)).size };
}
