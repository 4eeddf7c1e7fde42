import type { ClientBase } from "pg";
import { z } from "zod";
import { BulkAct, BulkState } from "#lib/schema/bulk.ts";

/** An act on many that is under way: forward, back, or forward again. */
export interface RunningBulk {
  id: string;
  projectId: string;
  act: BulkAct;
  state: BulkState;
  /** Whose act it is; null for the operator. */
  person: string | null;
  /** The event that began it. */
  event: number;
  /** Who began this walk: the author, or whoever took it back. */
  walker: { kind: string; id: string | null };
  /** Ends its transaction and begins the next at the latest after so many rows. */
  batchRows: number;
}

/** Rows of one transaction: some tenths of a second, so that whoever decides one of them hardly waits. */
const batchRows = 1_000;

const Row = z.object({
  projectId: z.string(),
  act: BulkAct,
  state: BulkState,
  person: z.string().nullable(),
  event: z.int(),
});
const Walker = z.object({ kind: z.string(), id: z.string().nullable() });

/** Reads an act on many for working on it; null when it is not under way. */
export async function readRunning(client: ClientBase, id: string): Promise<RunningBulk | null> {
  const { rows } = await client.query(
    `SELECT project_id AS "projectId", act, state, user_id AS person, event_number AS event FROM bulk_act
     WHERE id = $1 AND state IN ('running', 'undoing', 'redoing')`,
    [id],
  );
  if (rows.length === 0) return null;
  const bulk = Row.parse(rows[0]);
  const { rows: steps } = await client.query(
    `SELECT actor_kind AS kind, actor_id AS id FROM event
     WHERE project_id = $1 AND (number = $2 OR (subject = $2 AND kind IN ('bulk.undone', 'bulk.redone'))) ORDER BY event.number DESC LIMIT 1`,
    [bulk.projectId, bulk.event],
  );
  return { id, ...bulk, walker: Walker.parse(steps[0]), batchRows };
}
