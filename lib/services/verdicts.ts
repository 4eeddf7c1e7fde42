import { decisionProblem } from "#lib/curation/decision-problem.ts";
import { statusOf, type Verdict } from "#lib/curation/status-of.ts";
import type { Transaction } from "#lib/db/client.ts";
import { Prisma } from "#lib/db/generated/client.ts";
import { StudioError } from "#lib/errors.ts";
import type { ConversationState } from "#lib/schema/act-payload.ts";
import type { DecideInput, DecisionKind, RatingName, Ratings, Shown } from "#lib/schema/decision.ts";
import type { World } from "#lib/world/world.ts";
import type { LockedConversation } from "./conversation-state.ts";

/** What a person said besides the verdict, as the row and the event keep it. */
interface Said {
  note: string | null;
  ratings: Ratings | null;
  shown: Shown | null;
}

/** The parts of a decision that may be left out, null where they are. No rating at all is no ratings. */
export function saidWith({ note, ratings, shown }: Pick<DecideInput, "note" | "ratings" | "shown">): Said {
  const rated = ratings != null && Object.keys(ratings).length > 0;
  return { note: note ?? null, ratings: rated ? ratings : null, shown: shown ?? null };
}

/** @throws StudioError `invalid` where the parts of a decision do not belong together, or nobody asked for a rating */
export function requireWhole(
  decision: Pick<DecideInput, "kind" | "reason" | "ratings">,
  asked: readonly RatingName[],
): void {
  const problem = decisionProblem(decision, asked);
  if (problem) throw new StudioError("invalid", `${problem.field}: ${problem.message}.`, { fields: [problem] });
}

/** Has a worker score a culture's ratings again: where some were given, or taken back, and so only there. */
export async function leaveRatings(world: World, tx: Transaction, projectId: string, cultureId: string): Promise<void> {
  await world.queue.enqueue(tx, "score.ratings", { projectId, cultureId }, cultureId);
}

/** Inserts one decision. Its event comes first, so that the row can name it. */
export async function insertDecision(
  tx: Transaction,
  decision: Said & {
    id: string;
    projectId: string;
    conversationId: string;
    revision: number;
    userId: string | null;
    decided: DecisionKind;
    reason: string | null;
    event: number;
  },
): Promise<void> {
  await tx.$executeRaw(Prisma.sql`
    INSERT INTO decision (id, project_id, conversation_id, revision, user_id, kind, reason, note, ratings, shown, event_number)
    VALUES (${decision.id}::uuid, ${decision.projectId}::uuid, ${decision.conversationId}::uuid, ${decision.revision}, ${decision.userId}::uuid,
      ${decision.decided}, ${decision.reason}, ${decision.note}, ${toText(decision.ratings)}::jsonb, ${toText(decision.shown)}::json, ${decision.event})`);
}

function toText(value: object | null): string | null {
  return value === null ? null : JSON.stringify(value);
}

/**
 * Takes back the person's standing verdicts on a locked conversation and says what the state comes to with the new one.
 * One statement.
 */
export async function replaceVerdict(
  tx: Transaction,
  conversation: LockedConversation,
  userId: string | null,
  kind: Verdict["kind"],
): Promise<{
  withdrawn: string[];
  /** Whether one of those held ratings. */
  rated: boolean;
  state: Pick<ConversationState, "status" | "decisionCount" | "decidedBy">;
}> {
  const rows = await tx.$queryRaw<
    { withdrawn: string[] | null; rated: boolean | null; others: Verdict[] | null }[]
  >(Prisma.sql`
    WITH own AS (
      UPDATE decision SET withdrawn = true
      WHERE conversation_id = ${conversation.id}::uuid AND user_id IS NOT DISTINCT FROM ${userId}::uuid AND NOT withdrawn AND kind IN ('accept', 'reject')
      RETURNING id, ratings IS NOT NULL AS rated
    )
    SELECT (SELECT json_agg(id) FROM own) AS withdrawn, (SELECT bool_or(rated) FROM own) AS rated, (
      SELECT json_agg(json_build_object('person', coalesce(user_id::text, 'operator'), 'kind', kind) ORDER BY id) FROM decision
      WHERE conversation_id = ${conversation.id}::uuid AND user_id IS DISTINCT FROM ${userId}::uuid AND NOT withdrawn AND kind IN ('accept', 'reject')
    ) AS others`);
  const mine = { person: userId ?? "operator", kind };
  return {
    withdrawn: rows[0]?.withdrawn ?? [],
    rated: rows[0]?.rated ?? false,
    state: { ...statusFrom([...(rows[0]?.others ?? []), mine], conversation.overlap), decidedBy: userId },
  };
}

/** What the standing verdicts come to by themselves, after some were withdrawn or stand again. */
export async function standingStatus(
  tx: Transaction,
  conversationId: string,
  overlap: number,
): Promise<Pick<ConversationState, "status" | "decisionCount" | "decidedBy">> {
  // Oldest first: ids follow the time they were made.
  const verdicts = await tx.$queryRaw<(Verdict & { userId: string | null })[]>(Prisma.sql`
    SELECT coalesce(user_id::text, 'operator') AS person, user_id AS "userId", kind FROM decision
    WHERE conversation_id = ${conversationId}::uuid AND NOT withdrawn AND kind IN ('accept', 'reject') ORDER BY id`);
  return { ...statusFrom(verdicts, overlap), decidedBy: verdicts.at(-1)?.userId ?? null };
}

/** What verdicts, oldest first, come to under the project's policy. */
export function statusFrom(
  verdicts: readonly Verdict[],
  overlap: number,
): Pick<ConversationState, "status" | "decisionCount"> {
  // With one decider per conversation the newest word counts, whoever said it.
  const counted = overlap === 1 ? verdicts.slice(-1) : verdicts;
  return { status: statusOf(counted, overlap), decisionCount: new Set(verdicts.map((verdict) => verdict.person)).size };
}
