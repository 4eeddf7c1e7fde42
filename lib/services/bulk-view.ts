import { z } from "zod";
import type { Transaction } from "#lib/db/client.ts";
import { sql } from "#lib/db/sql.ts";
import { toPrisma } from "#lib/db/to-prisma.ts";
import { StudioError } from "#lib/errors.ts";
import { BulkAct, BulkState, BulkView } from "#lib/schema/bulk.ts";
import { defineProjectRead } from "./define.ts";

const Row = z.object({
  id: z.string(),
  act: BulkAct,
  effect: BulkView.shape.effect,
  state: BulkState,
  total: z.int(),
  done: z.int(),
  changed: z.int(),
  same: z.int(),
  userId: z.string().nullable(),
  person: z.string().nullable(),
  createdAt: z.date(),
  finishedAt: z.date().nullable(),
});

/** An act on many, as it stands: counts its rows, O(rows). @throws StudioError `not_found` */
export async function readBulk(
  tx: Pick<Transaction, "$queryRaw">,
  projectId: string,
  id: string,
): Promise<{ view: BulkView; userId: string | null }> {
  const rows = await tx.$queryRaw<unknown[]>(
    toPrisma(sql`
      SELECT bulk_act.id, act, effect, state, total, user_id AS "userId", "user".name AS person, bulk_act.created_at AS "createdAt", finished_at AS "finishedAt",
        item.done, item.changed, item.same
      FROM bulk_act LEFT JOIN "user" ON "user".id = bulk_act.user_id
      CROSS JOIN LATERAL (
        SELECT count(*) FILTER (WHERE outcome = 'done')::int AS done, count(*) FILTER (WHERE outcome = 'changed')::int AS changed,
          count(*) FILTER (WHERE outcome = 'same')::int AS same
        FROM bulk_item WHERE bulk_id = bulk_act.id
      ) item
      WHERE bulk_act.id = ${id}::uuid AND bulk_act.project_id = ${projectId}::uuid`),
  );
  if (rows.length === 0) throw new StudioError("not_found", "There is no such act on many in this project.");
  const { userId, createdAt, finishedAt, ...row } = Row.parse(rows[0]);
  const times = { createdAt: createdAt.toISOString(), finishedAt: finishedAt?.toISOString() ?? null };
  return { view: { ...row, ...times }, userId };
}

/** What an act on many will do, or how far it is. */
export const getBulk = defineProjectRead(
  {
    action: "conversation.bulk",
    summary: "Read an act on many conversations: its effect, or how far it is",
    Input: z.strictObject({ project: z.string(), bulk: z.uuid() }),
    Output: BulkView,
  },
  async ({ world, project }, { bulk }) => (await readBulk(world.db, project.id, bulk)).view,
);
