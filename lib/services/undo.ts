import type { z } from "zod";
import type { Transaction } from "#lib/db/client.ts";
import { Prisma } from "#lib/db/generated/client.ts";
import { type LaterAct, laterActs } from "#lib/db/later-acts.ts";
import { writeSearchRow } from "#lib/db/search-rows.ts";
import { toPrisma } from "#lib/db/to-prisma.ts";
import { StudioError } from "#lib/errors.ts";
import { ActPayload, type ConversationState } from "#lib/schema/act-payload.ts";
import { Undone } from "#lib/schema/bulk.ts";
import { Turns } from "#lib/schema/conversation.ts";
import { type UndoInput as Input, UndoInput } from "#lib/schema/decision.ts";
import { reaches } from "#lib/schema/permissions.ts";
import { questionOf } from "#lib/text/question-of.ts";
import { type LockedConversation, lockConversation, stateOf, toWritten, writeState } from "./conversation-state.ts";
import { type ChangeContext, defineChange, type Service } from "./define.ts";
import { runIfSmall } from "./run-bulk.ts";
import { markQuestionsStale } from "./stale-questions.ts";
import { type LockedBulk, lockBulk, turnBulk } from "./turn-bulk.ts";
import { leaveRatings, standingStatus } from "./verdicts.ts";

/** The kinds of event that are acts of a person, on one conversation or on many, and so can be taken back. */
export const actKinds = ["conversation.decided", "conversation.edited", "conversation.tagged", "bulk.started"] as const;

interface Act {
  number: number;
  /** Null for an act on many. */
  conversationId: string | null;
  kind: string;
  payload: unknown;
  undone: boolean;
}

const turn = defineChange(
  {
    action: "conversation.undo",
    summary: "Undo or redo an act, also one on many conversations: one's own newest, or a given one",
    Input: UndoInput,
    Output: Undone,
  },
  async (context, input) => {
    const { world, project, tx, record } = context;
    const locked = await lockAct(context, input);
    if ("bulk" in locked) return { bulk: await turnBulk(context, locked.bulk, input.direction) };
    const { act, conversation } = locked;
    const payload = ActPayload.parse(act.payload);
    const back = input.direction === "undo";
    const later = await tx.$queryRaw<LaterAct[]>(toPrisma(laterActs([conversation.id], act.number)));
    const { overlap } = conversation;
    const besideOthers =
      overlap > 1 && act.kind === "conversation.decided" && later.every(({ kind }) => kind === "conversation.decided");
    if (later.length > 0 && !besideOthers) {
      throw new StudioError(
        "conflict",
        "This conversation was changed since, so the older act can no longer be taken back by itself.",
      );
    }
    await requireTagsUnmerged(tx, project.id, act.number, [...payload.added, ...payload.removed]);
    await moveDecisions(tx, payload.decision ?? null, payload.withdrawn, back);
    if (await areRated(tx, [payload.decision ?? [], payload.withdrawn].flat()))
      await leaveRatings(world, tx, project.id, conversation.culture);
    await moveTags(tx, conversation.id, back ? payload.removed : payload.added, back ? payload.added : payload.removed);
    const after: ConversationState = {
      ...stateOf(conversation),
      ...changedBy(payload, back),
      ...(await standingStatus(tx, conversation.id, overlap)),
    };
    const version = await writeState(tx, conversation, after);
    if (after.headRevision !== conversation.headRevision) {
      const head = await tx.revision.findUniqueOrThrow({
        where: { conversationId_number: { conversationId: conversation.id, number: after.headRevision } },
      });
      const turns = Turns.parse(head.turns);
      await tx.$executeRaw`UPDATE conversation SET question = ${questionOf(turns)} WHERE id = ${conversation.id}::uuid`;
      await writeSearchRow(tx, conversation.id, after.headRevision, turns);
      await world.queue.enqueue(
        tx,
        "score.conversation",
        { projectId: project.id, conversationId: conversation.id },
        conversation.id,
      );
    }
    const event = await record({
      kind: back ? "conversation.undone" : "conversation.redone",
      subject: act.number,
      conversation: conversation.id,
      fromVersion: conversation.version,
      toVersion: version,
      payload: {
        added: back ? payload.removed : payload.added,
        removed: back ? payload.added : payload.removed,
        before: stateOf(conversation),
        after,
      },
    });
    if (after.headRevision !== conversation.headRevision)
      await tx.$executeRaw(toPrisma(markQuestionsStale([conversation.id])));
    return toWritten(conversation.id, version, after, event);
  },
);

/**
 * Takes back the asker's newest act, or restores the newest one taken back; an undo is itself an event. Curators may name
 * anybody's act by its event. Refused when somebody has changed the conversation since, because that would overwrite
 * their work. An act on many is one act: of its conversations those that somebody has changed since are left alone. A small
 * one is taken back when the answer comes, a large one by a worker.
 */
export const undo: Service<typeof UndoInput, typeof Undone> = {
  ...turn,
  async run(world, actor, input, command) {
    const begun = await turn.run(world, actor, input, command);
    return "bulk" in begun ? { bulk: await runIfSmall(world, begun.bulk) } : begun;
  },
};

/** Finds the act and locks what it is about; looks again then, since another undo may have come first. */
async function lockAct(
  context: ChangeContext,
  input: Input,
): Promise<{ act: Act; conversation: LockedConversation } | { bulk: LockedBulk }> {
  for (;;) {
    const { number, conversationId, payload } = await findAct(context, input);
    if (conversationId === null) {
      const bulk = await lockBulk(context, number, payload);
      if ((await findAct(context, input)).number === number) return { bulk };
    } else {
      const conversation = await lockConversation(context.tx, context.project.id, conversationId);
      const act = await findAct(context, input);
      if (act.number === number) return { act, conversation };
    }
  }
}

/**
 * What the act itself had changed, as it was before or after. Status and deciders are not among it: they follow from the
 * verdicts that stand, and others' may have come or gone since.
 */
function changedBy({ before, after }: z.output<typeof ActPayload>, back: boolean): Partial<ConversationState> {
  const { flagged, edited, headRevision } = back ? before : after;
  return {
    ...(before.flagged === after.flagged ? {} : { flagged }),
    ...(before.headRevision === after.headRevision ? {} : { edited, headRevision }),
  };
}

/** The act to take back or restore: the given one, or the asker's newest in that direction. */
async function findAct({ actor, project, tx }: ChangeContext, input: Input): Promise<Act> {
  const wanted = input.event ?? null;
  const anybodys = wanted !== null && reaches(project.role, "curator");
  const rows = await tx.$queryRaw<Act[]>(Prisma.sql`
    SELECT act.number::int AS number, act.conversation_id AS "conversationId", act.kind, act.payload, coalesce(last.kind IN ('conversation.undone', 'bulk.undone'), false) AS undone
    FROM event act
    LEFT JOIN LATERAL (
      SELECT later.kind, later.number FROM event later
      WHERE later.project_id = act.project_id AND later.subject = act.number AND later.kind <> 'conversations.acted' ORDER BY later.number DESC LIMIT 1
    ) last ON true
    WHERE act.project_id = ${project.id}::uuid AND (${anybodys} OR act.actor_id IS NOT DISTINCT FROM ${actor.userId}::uuid)
      AND act.kind = ANY(${[...actKinds]}) AND (${wanted}::bigint IS NULL OR act.number = ${wanted}::bigint)
      AND coalesce(last.kind IN ('conversation.undone', 'bulk.undone'), false) = ${input.direction === "redo"}
    ORDER BY CASE WHEN ${input.direction} = 'redo' THEN last.number ELSE act.number END DESC LIMIT 1`);
  const [act] = rows;
  if (!act)
    throw new StudioError(
      "not_found",
      input.direction === "undo" ? "Nothing of yours is left to undo." : "Nothing is left to redo.",
    );
  return act;
}

/** Undo: the act's own decision is withdrawn and those it replaced stand again; redo the other way round. */
async function moveDecisions(
  tx: Transaction,
  decision: string | null,
  replaced: readonly string[],
  back: boolean,
): Promise<void> {
  if (decision !== null) await tx.decision.updateMany({ where: { id: decision }, data: { withdrawn: back } });
  if (replaced.length > 0)
    await tx.decision.updateMany({ where: { id: { in: [...replaced] } }, data: { withdrawn: !back } });
}

async function areRated(tx: Transaction, decisions: readonly string[]): Promise<boolean> {
  if (decisions.length === 0) return false;
  const rows = await tx.$queryRaw<unknown[]>`
    SELECT FROM decision WHERE id = ANY(${decisions}::uuid[]) AND ratings IS NOT NULL LIMIT 1`;
  return rows.length > 0;
}

/** A merge moved the tags of an act elsewhere, and what carried both carries one: then nothing says what to give back. */
async function requireTagsUnmerged(tx: Transaction, projectId: string, act: number, tags: string[]): Promise<void> {
  if (tags.length === 0) return;
  await tx.$queryRaw(Prisma.sql`SELECT id FROM tag WHERE id = ANY(${tags}::uuid[]) ORDER BY id FOR SHARE`);
  const merges = await tx.$queryRaw<{ number: bigint }[]>(Prisma.sql`
    SELECT number FROM event WHERE project_id = ${projectId}::uuid AND number > ${act} AND kind = 'tag.merged'
      AND (payload->>'id' = ANY(${tags}) OR payload->>'into' = ANY(${tags})) LIMIT 1`);
  if (merges.length > 0)
    throw new StudioError("conflict", "A tag of this act was merged since, so the act can no longer be taken back.");
}

async function moveTags(
  tx: Transaction,
  conversationId: string,
  add: readonly string[],
  remove: readonly string[],
): Promise<void> {
  if (remove.length > 0) await tx.conversationTag.deleteMany({ where: { conversationId, tagId: { in: [...remove] } } });
  if (add.length > 0)
    await tx.conversationTag.createMany({
      data: add.map((tagId) => ({ conversationId, tagId })),
      skipDuplicates: true,
    });
}
