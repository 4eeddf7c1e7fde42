import type { Transaction } from "#lib/db/client.ts";
import { decidedSince } from "#lib/db/decided-since.ts";
import { toPrisma } from "#lib/db/to-prisma.ts";
import type { ConversationState } from "#lib/schema/act-payload.ts";
import { DecideInput, Written } from "#lib/schema/decision.ts";
import {
  type LockedConversation,
  lockConversation,
  staleWrite,
  stateOf,
  toWritten,
  writeState,
} from "./conversation-state.ts";
import { defineChange } from "./define.ts";
import { insertDecision, leaveRatings, replaceVerdict, requireWhole, saidWith } from "./verdicts.ts";

/**
 * Records what one person says of the current text; the status follows by the project's policy. A second verdict of the
 * same person replaces the first, with its reason, note and ratings. One transaction of seven statements by primary key, and
 * one more that leaves a job where ratings come or go.
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
    if (
      conversation.version !== input.expectedVersion &&
      !(conversation.overlap > 1 && (await onlyDecidedSince(tx, conversation, input.expectedVersion)))
    ) {
      throw await staleWrite(tx, conversation);
    }
    requireWhole(input, conversation.asked);
    const verdict =
      input.kind === "accept" || input.kind === "reject"
        ? await replaceVerdict(tx, conversation, actor.userId, input.kind)
        : null;
    const after: ConversationState = {
      ...stateOf(conversation),
      ...verdict?.state,
      ...(input.kind === "flag" ? { flagged: !conversation.flagged } : {}),
    };
    const version = await writeState(tx, conversation, after, actor.userId);
    const decision = world.newId();
    const said = { decided: input.kind, reason: input.reason ?? null, ...saidWith(input) };
    const event = await record({
      kind: "conversation.decided",
      conversation: conversation.id,
      fromVersion: conversation.version,
      toVersion: version,
      payload: {
        decision,
        ...said,
        revision: conversation.headRevision,
        withdrawn: verdict?.withdrawn ?? [],
        before: stateOf(conversation),
        after,
      },
    });
    const where = { projectId: project.id, conversationId: conversation.id, revision: conversation.headRevision };
    await insertDecision(tx, { id: decision, ...where, userId: actor.userId, event, ...said });
    if (said.ratings !== null || verdict?.rated) await leaveRatings(world, tx, project.id, conversation.culture);
    return toWritten(conversation.id, version, after, event);
  },
);

/** With several people per conversation, another's verdict on the same text is no reason to refuse mine. */
async function onlyDecidedSince(tx: Transaction, conversation: LockedConversation, version: number): Promise<boolean> {
  if (version >= conversation.version) return false;
  return (await tx.$queryRaw<unknown[]>(toPrisma(decidedSince(conversation, version)))).length === 1;
}
