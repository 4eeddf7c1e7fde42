import type { ClientBase } from "pg";
import { z } from "zod";
import { readTriageCards } from "#lib/db/triage-cards.ts";
import { StudioError } from "#lib/errors.ts";
import { ConversationFilter } from "#lib/schema/conversation-search.ts";
import { ClaimedCards } from "#lib/schema/conversation-view.ts";
import { QueueOrder } from "#lib/schema/queue-order.ts";
import { countLeft } from "./count-left.ts";
import { defineProjectRead, type ProjectContext, type Service } from "./define.ts";
import { pickConversations, queueAhead } from "./pick-conversations.ts";

/** How long a claim steers others away, in seconds. Asking again renews it. */
const leaseSeconds = 120;

const Input = z.strictObject({
  project: z.string(),
  filter: ConversationFilter.omit({ status: true }).default({}),
  order: QueueOrder.default({ by: "oldest" }),
  /** None only renews. */
  count: z.int().min(0).max(5).default(3),
  /** Cards the asker holds already; their claims are renewed. */
  exclude: z.array(z.uuid()).max(200).default([]),
});

/**
 * Claims the next conversations to decide: pending ones that the asker has neither decided nor skipped and that nobody else
 * is asked to decide, in the order of the queue, each given to no more people than the project wants deciders. Claims of one project take turns, so
 * none is given twice.
 */
export const claimCards: Service<typeof Input, typeof ClaimedCards> = {
  ...defineProjectRead(
    { action: "conversation.claim", summary: "Claim the next conversations to decide", Input, Output: ClaimedCards },
    async (context, input) => {
      const { world, project } = context;
      const { userId } = context.actor;
      if (userId === null) throw new StudioError("forbidden", "Claims belong to people; the operator has none.");
      const ids = await claim(context, userId, input);
      const [cards, left] = await Promise.all([
        readTriageCards(world, project.id, userId, ids),
        countLeft(world, { projectId: project.id, userId, filter: input.filter }),
      ]);
      return { cards, left };
    },
  ),
  // A claim writes a lease, so it is a POST; repeating it harms nothing, so it needs no kept answer.
  changes: true,
};

async function claim(
  { world, project }: ProjectContext,
  userId: string,
  input: z.output<typeof Input>,
): Promise<string[]> {
  const pick = { projectId: project.id, userId, ...input };
  // Before others have to wait: it may have to load the project first.
  const ahead = await queueAhead(world, pick);
  const client = await world.pool.connect();
  try {
    await client.query("BEGIN");
    await client.query("SELECT pg_advisory_xact_lock(hashtextextended($1, 1))", [project.id]);
    const ids = await pickConversations(world, client, pick, ahead);
    await client.query(
      `INSERT INTO lease (conversation_id, user_id, project_id, expires_at)
       SELECT unnest($1::uuid[]), $2, $3, now() + make_interval(secs => $4)
       ON CONFLICT (conversation_id, user_id) DO UPDATE SET expires_at = excluded.expires_at`,
      [[...ids, ...(await heldBy(client, userId, input.exclude))], userId, project.id, leaseSeconds],
    );
    await client.query("COMMIT");
    return ids;
  } catch (error) {
    await client.query("ROLLBACK");
    throw error;
  } finally {
    client.release();
  }
}

/** Of the cards the asker says to hold, those it really holds: their lease is renewed. */
async function heldBy(client: ClientBase, userId: string, ids: readonly string[]): Promise<string[]> {
  if (ids.length === 0) return [];
  const { rows } = await client.query<{ id: string }>(
    "SELECT conversation_id AS id FROM lease WHERE user_id = $1 AND conversation_id = ANY($2::uuid[]) AND expires_at > now()",
    [userId, ids],
  );
  return rows.map((row) => row.id);
}
