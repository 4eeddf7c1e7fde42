import { z } from "zod";
import { defineProjectRead } from "./define.ts";

/** One entry of the audit log: who did what, when, and what was there before and after. */
const EventView = z.strictObject({
  number: z.int(),
  kind: z.string(),
  actor: z.strictObject({ kind: z.string(), userId: z.uuid().nullable(), name: z.string().nullable() }),
  conversation: z.uuid().nullable(),
  /** The number of the event that this one takes back or restores. */
  subject: z.int().nullable(),
  fromVersion: z.int().nullable(),
  toVersion: z.int().nullable(),
  payload: z.json(),
  hash: z.string(),
  createdAt: z.string(),
});

/**
 * The project's audit log, newest first, a page at a time. One index range. Of a batch of an act on many it says how many
 * conversations it changed, not which: a thousand in each entry would bury the rest.
 */
export const listEvents = defineProjectRead(
  {
    action: "audit.read",
    summary: "Read the audit log",
    Input: z.strictObject({
      project: z.string(),
      limit: z.coerce.number().pipe(z.int().min(1).max(200)).default(50),
      /** The number in `next` of the page before. */
      cursor: z.coerce.number().pipe(z.int().min(1)).optional(),
    }),
    Output: z.strictObject({ rows: z.array(EventView), next: z.string().nullable() }),
  },
  async ({ world, project }, { limit, cursor }) => {
    const { rows } = await world.pool.query<{
      number: number;
      kind: string;
      actor_kind: string;
      actor_id: string | null;
      name: string | null;
      conversation_id: string | null;
      subject: number | null;
      from_version: number | null;
      to_version: number | null;
      payload: z.infer<ReturnType<typeof z.json>>;
      hash: string;
      created_at: Date;
    }>(
      `SELECT event.number, event.kind, event.actor_kind, event.actor_id, "user".name, event.conversation_id, event.subject,
         event.from_version, event.to_version, event.hash, event.created_at,
         CASE WHEN event.kind IN ('conversations.acted', 'conversations.undone', 'conversations.redone')
           THEN json_build_object('bulk', event.payload->'bulk', 'act', event.payload->'act', 'conversations', json_array_length(event.payload->'items'))
           ELSE event.payload END AS payload
       FROM event LEFT JOIN "user" ON "user".id = event.actor_id
       WHERE event.project_id = $1 AND ($2::bigint IS NULL OR event.number < $2) ORDER BY event.number DESC LIMIT $3`,
      [project.id, cursor ?? null, limit + 1],
    );
    const shown = rows.slice(0, limit);
    return {
      rows: shown.map((row) => ({
        number: row.number,
        kind: row.kind,
        actor: { kind: row.actor_kind, userId: row.actor_id, name: row.name },
        conversation: row.conversation_id,
        subject: row.subject,
        fromVersion: row.from_version,
        toVersion: row.to_version,
        payload: row.payload,
        hash: row.hash,
        createdAt: row.created_at.toISOString(),
      })),
      next: rows.length > limit ? String(shown.at(-1)?.number) : null,
    };
  },
);
