import { z } from "zod";
import { HistoryEntry } from "#lib/schema/conversation-view.ts";
import { DecisionKind } from "#lib/schema/decision.ts";
import { defineProjectRead } from "./define.ts";

/** The asker's own newest acts, for the rail: what was done, to what, and whether it was taken back since. */
export const listHistory = defineProjectRead(
  {
    action: "history.read-own",
    summary: "List one's own newest acts",
    Input: z.strictObject({ project: z.string(), limit: z.coerce.number().int().min(1).max(50).default(10) }),
    Output: z.strictObject({ rows: z.array(HistoryEntry) }),
  },
  async ({ world, actor, project }, { limit }) => {
    const { rows } = await world.pool.query<{
      number: number;
      conversation_id: string;
      kind: string;
      decided: string | null;
      undone: boolean;
      created_at: Date;
    }>(
      `SELECT act.number, act.conversation_id, act.kind, act.payload->>'decided' AS decided, act.created_at,
         coalesce((SELECT later.kind = 'conversation.undone' FROM event later WHERE later.project_id = act.project_id AND later.subject = act.number ORDER BY later.number DESC LIMIT 1), false) AS undone
       FROM event act
       WHERE act.project_id = $1 AND act.actor_id = $2 AND act.kind IN ('conversation.decided', 'conversation.edited', 'conversation.tagged')
       ORDER BY act.number DESC LIMIT $3`,
      [project.id, actor.userId, limit],
    );
    return {
      rows: rows.map((row) => ({
        event: row.number,
        conversation: row.conversation_id,
        kind: row.kind,
        decision: row.decided === null ? null : DecisionKind.parse(row.decided),
        undone: row.undone,
        createdAt: row.created_at.toISOString(),
      })),
    };
  },
);
