import { v5 } from "uuid";
import type { Transaction } from "#lib/db/client.ts";
import { writeSearchRow } from "#lib/db/search-rows.ts";
import { toPrisma } from "#lib/db/to-prisma.ts";
import { StudioError } from "#lib/errors.ts";
import type { ConversationState } from "#lib/schema/act-payload.ts";
import { EditInput, Written } from "#lib/schema/decision.ts";
import { questionOf } from "#lib/text/question-of.ts";
import type { World } from "#lib/world/world.ts";
import { lockConversation, staleWrite, stateOf, toWritten, writeState } from "./conversation-state.ts";
import { defineChange, type Service } from "./define.ts";
import { markQuestionsStale } from "./stale-questions.ts";
import { turnsText } from "./turns-text.ts";
import { insertDecision, leaveRatings, replaceVerdict, requireWhole, saidWith } from "./verdicts.ts";

const write = defineChange(
  { action: "conversation.edit", summary: "Write a new revision of a conversation", Input: EditInput, Output: Written },
  async ({ world, actor, project, tx, record }, input) => {
    const conversation = await lockConversation(tx, project.id, input.conversation);
    if (conversation.version !== input.expectedVersion) throw await staleWrite(tx, conversation);
    requireWithAccept(input);
    requireWhole({ kind: "accept", ratings: input.ratings }, conversation.asked);
    const { text, sha256 } = turnsText(input.turns);
    const head = await tx.revision.findUniqueOrThrow({
      where: { conversationId_number: { conversationId: conversation.id, number: conversation.headRevision } },
      select: { sha256: true },
    });
    if (head.sha256 === sha256 && !input.accept)
      throw new StudioError("invalid", "The text is unchanged, so there is nothing to save.");
    const changed = head.sha256 !== sha256;
    const number = changed ? await nextRevision(tx, conversation.id) : conversation.headRevision;
    if (changed) {
      await tx.$executeRaw`
        INSERT INTO revision (conversation_id, number, parent, turns, sha256, author_id, rewritten)
        VALUES (${conversation.id}::uuid, ${number}, ${conversation.headRevision}, ${text}::json, ${sha256}, ${actor.userId}::uuid, ${input.rewritten})`;
      await tx.$executeRaw`UPDATE conversation SET question = ${questionOf(input.turns)} WHERE id = ${conversation.id}::uuid`;
      await writeSearchRow(tx, conversation.id, number, input.turns);
    }
    const verdict = input.accept ? await replaceVerdict(tx, conversation, actor.userId, "accept") : null;
    const after: ConversationState = {
      ...stateOf(conversation),
      ...verdict?.state,
      headRevision: number,
      edited: conversation.edited || changed,
    };
    const version = await writeState(tx, conversation, after, input.accept ? actor.userId : null);
    if (changed)
      await world.queue.enqueue(
        tx,
        "score.conversation",
        { projectId: project.id, conversationId: conversation.id },
        conversation.id,
      );
    const decision = world.newId();
    const said = { decided: "accept", reason: null, ...saidWith(input) } as const;
    const event = await record({
      kind: "conversation.edited",
      conversation: conversation.id,
      fromVersion: conversation.version,
      toVersion: version,
      payload: {
        revision: number,
        parent: conversation.headRevision,
        sha256,
        ...(changed && input.rewritten ? { rewritten: true } : {}),
        ...(verdict === null ? { decision: null, decided: null } : { decision, ...said }),
        withdrawn: verdict?.withdrawn ?? [],
        before: stateOf(conversation),
        after,
      },
    });
    if (changed) await tx.$executeRaw(toPrisma(markQuestionsStale([conversation.id])));
    if (verdict !== null) {
      const where = { projectId: project.id, conversationId: conversation.id, revision: number };
      await insertDecision(tx, { id: decision, ...where, userId: actor.userId, event, ...said });
      if (said.ratings !== null || verdict.rated) await leaveRatings(world, tx, project.id, conversation.culture);
    }
    return toWritten(conversation.id, version, after, event);
  },
);

/**
 * Writes a new revision, and accepts it in the same step if asked. A write against an older version is refused with the
 * newer text, and the text that lost is kept as a draft: nothing that a person wrote is lost.
 */
export const editConversation: Service<typeof EditInput, typeof Written> = {
  ...write,
  async run(world, actor, input, command) {
    try {
      return await write.run(world, actor, input, command);
    } catch (error) {
      if (!(error instanceof StudioError) || error.code !== "conflict") throw error;
      const draft = await keepDraft(
        world,
        actor?.userId ?? null,
        EditInput.parse(input),
        command?.key ?? world.newId(),
      );
      throw new StudioError("conflict", error.message, { details: { ...error.details, draft } });
    }
  },
};

async function keepDraft(world: World, userId: string | null, input: EditInput, key: string): Promise<string> {
  const { text, sha256 } = turnsText(input.turns);
  const { projectId } = await world.db.conversation.findUniqueOrThrow({
    where: { id: input.conversation },
    select: { projectId: true },
  });
  // Named by the write's key, who wrote it and the text, so that a retry keeps one and not two, and no text hides another.
  const id = v5(`${userId} ${input.conversation} ${sha256}`, key);
  await world.db.$executeRaw`
    INSERT INTO draft (id, conversation_id, project_id, user_id, base_version, turns, sha256)
    VALUES (${id}::uuid, ${input.conversation}::uuid, ${projectId}::uuid, ${userId}::uuid, ${input.expectedVersion}, ${text}::json, ${sha256})
    ON CONFLICT (id) DO NOTHING`;
  return id;
}

/** A note, ratings and how the card stood belong to the acceptance; without one they would be lost. */
function requireWithAccept({ accept, note, ratings }: EditInput): void {
  if (accept || (note == null && ratings == null)) return;
  const field = note == null ? "ratings" : "note";
  throw new StudioError("invalid", `${field}: goes with an edit that is accepted in the same step.`, {
    fields: [{ field, message: "goes with an edit that is accepted in the same step" }],
  });
}

/** Revisions are counted per conversation; after an undo the head may lie before the newest. */
async function nextRevision(tx: Transaction, conversationId: string): Promise<number> {
  const { _max } = await tx.revision.aggregate({ where: { conversationId }, _max: { number: true } });
  return (_max.number ?? 0) + 1;
}
