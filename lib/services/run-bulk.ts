import type { PoolClient } from "pg";
import { NIL } from "uuid";
import { withLock } from "#lib/db/advisory-lock.ts";
import { errorCodes } from "#lib/db/error-codes.ts";
import { failpoint } from "#lib/failpoint.ts";
import type { BulkView } from "#lib/schema/bulk.ts";
import type { World } from "#lib/world/world.ts";
import { actOnBatch } from "./bulk/act-on-batch.ts";
import { type RunningBulk, readRunning } from "./bulk/running-bulk.ts";
import { turnBatch, waitingBatches } from "./bulk/turn-batch.ts";
import { readBulk } from "./bulk-view.ts";
import { leaveRatings } from "./verdicts.ts";

/** What the walk comes to. */
const endOf = { running: "done", undoing: "undone", redoing: "done" } as const;

/**
 * Walks the rows of an act on many, forward or back, in batches: each one transaction with its event and the outcome of its
 * rows. One process at a time; a killed one is followed by the next at the first row without an outcome. Returns at once
 * when nothing is under way. O(rows), some ten statements per thousand.
 */
export async function runBulk(world: World, id: string): Promise<void> {
  await withLock(world, "bulk", id, async (client) => {
    const bulk = await readRunning(client, id);
    if (bulk === null) return;
    if (bulk.state === "running") {
      let after: string | null = NIL;
      while (after !== null) {
        const from: string = after;
        after = await inBatch(client, () => actOnBatch(world, client, bulk, from));
      }
    } else {
      for (const batch of await waitingBatches(client, bulk))
        await inBatch(client, () => turnBatch(world, client, bulk, batch));
    }
    await leaveRatingsOf(world, bulk);
    failpoint("bulk.finish");
    await finish(client, bulk);
    failpoint("bulk.done");
  });
}

/** An act on many gives no ratings, but takes a person's earlier ones back, or gives them back: their cultures are scored again. */
async function leaveRatingsOf(world: World, { id, projectId, act }: RunningBulk): Promise<void> {
  if (act.kind !== "decide") return;
  const { rows } = await world.pool.query<{ culture: string }>(
    `SELECT DISTINCT conversation.culture_id AS culture FROM decision
     JOIN bulk_item ON bulk_item.conversation_id = decision.conversation_id AND bulk_item.bulk_id = $2
     JOIN conversation ON conversation.id = decision.conversation_id
     WHERE decision.project_id = $1 AND decision.ratings IS NOT NULL`,
    [projectId, id],
  );
  if (rows.length === 0) return;
  await world.db.$transaction(async (tx) => {
    for (const { culture } of rows) await leaveRatings(world, tx, projectId, culture);
  });
}

/** Sets up to this size are worked through by the request itself; larger ones by a worker. */
const atOnce = 2_000;

/** Walks a small act that was just begun, so that the answer shows what it came to; the job that was left finds nothing to do. */
export async function runIfSmall(world: World, begun: BulkView): Promise<BulkView> {
  if (begun.total > atOnce) return begun;
  await runBulk(world, begun.id);
  const { projectId } = await world.db.bulkAct.findUniqueOrThrow({ where: { id: begun.id } });
  return (await readBulk(world.db, projectId, begun.id)).view;
}

async function finish(client: PoolClient, { id, state }: RunningBulk): Promise<void> {
  if (state !== "running" && state !== "undoing" && state !== "redoing") return;
  await client.query("UPDATE bulk_act SET state = $3, finished_at = now() WHERE id = $1 AND state = $2", [
    id,
    state,
    endOf[state],
  ]);
}

/** Serialisation failure, deadlock, and rows that somebody else made in between. */
const transient = new Set(["40001", "40P01", "23505", "23503"]);
const attempts = 10;

/** One batch in one transaction, tried again when it met somebody else's. */
async function inBatch<Result>(client: PoolClient, batch: () => Promise<Result>): Promise<Result> {
  for (let attempt = 1; ; attempt++) {
    await client.query("BEGIN");
    try {
      const result = await batch();
      failpoint("bulk.batch.open");
      await client.query("COMMIT");
      failpoint("bulk.batch");
      return result;
    } catch (error) {
      if (attempt >= attempts || !errorCodes(error).some((code) => transient.has(code))) throw error;
      await client.query("ROLLBACK");
    }
  }
}
