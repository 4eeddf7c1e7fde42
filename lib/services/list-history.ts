import { z } from "zod";
import { HistoryEntry } from "#lib/schema/conversation-view.ts";
import { DecisionKind } from "#lib/schema/decision.ts";
import { defineProjectRead } from "./define.ts";
import { actKinds } from "./undo.ts";

const Bulk = HistoryEntry.shape.bulk.unwrap();

/** The asker's own newest acts, for the rail: what was done, to what, and whether it was taken back since; an act on many is one. */
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
      conversation_id: string | null;
      kind: string;
      bulk: unknown;
      decided: string | null;
      undone: boolean;
      created_at: Date;
    }>(
      `SELECT act.number, act.conversation_id, act.kind, act.payload->>'decided' AS decided, act.created_at,
         CASE WHEN act.kind = 'bulk.started' THEN json_build_object('id', act.payload->'bulk', 'act', act.payload->'act', 'done', (
           SELECT count(*) FROM bulk_item WHERE bulk_id = (act.payload->>'bulk')::uuid AND outcome = 'done')) END AS bulk,
         coalesce((
           SELECT later.kind IN ('conversation.undone', 'bulk.undone') FROM event later
           WHERE later.project_id = act.project_id AND later.subject = act.number AND later.kind <> 'conversations.acted' ORDER BY later.number DESC LIMIT 1
         ), false) AS undone
       FROM event act
       WHERE act.project_id = $1 AND act.actor_id = $2 AND act.kind = ANY($4)
       ORDER BY act.number DESC LIMIT $3`,
      [project.id, actor.userId, limit, [...actKinds]],
    );
    return {
      rows: rows.map((row) => ({
        event: row.number,
        conversation: row.conversation_id,
        kind: row.kind,
        decision: row.decided === null ? null : DecisionKind.parse(row.decided),
        undone: row.undone,
        ...(row.bulk === null ? {} : { bulk: Bulk.parse(row.bulk) }),
        createdAt: row.created_at.toISOString(),
      })),
    };
  },
);
