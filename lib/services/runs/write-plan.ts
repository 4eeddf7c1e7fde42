import { withLock } from "#lib/db/advisory-lock.ts";
import { StudioError } from "#lib/errors.ts";
import { failpoint } from "#lib/failpoint.ts";
import { methods } from "#lib/methods/methods.ts";
import { seededRandom } from "#lib/text/seeded-random.ts";
import type { World } from "#lib/world/world.ts";
import { methodContext } from "../engine/method-context.ts";

/** So many items a transaction. */
const batchItems = 2_000;

/**
 * Writes the items of a planned run and lets it begin. The same options and seed give the same items in the same order, so
 * after a crash it goes on where it stopped. Memory of one batch.
 */
export async function writePlan(world: World, runId: string): Promise<void> {
  await withLock(world, "run", runId, async (client) => {
    const run = await world.db.run.findUnique({ where: { id: runId } });
    const method = run === null ? undefined : methods.get(run.method);
    if (run === null || run.state !== "planning" || method === undefined) return;
    const context = await methodContext(world, run);
    let ordinal = 0;
    let batch: unknown[] = [];
    const write = async () => {
      await client.query(
        `INSERT INTO run_item (id, run_id, ordinal, "column", "row", payload, needs, waits_for)
         SELECT id, $1, ordinal, "column", "row", payload, needs, cardinality(needs)
         FROM json_to_recordset($2::json) AS item (id uuid, ordinal int, "column" text, "row" text, payload json, needs int[])
         ON CONFLICT (run_id, ordinal) DO NOTHING`,
        [runId, JSON.stringify(batch)],
      );
      failpoint("run.plan");
      batch = [];
    };
    try {
      for (const item of method.plan(run.options, { ...context, random: seededRandom(Number(run.seed)) })) {
        const needs = [...new Set(item.needs ?? [])];
        if (needs.some((need) => need >= ordinal)) throw new RangeError("An item may need only items before it");
        batch.push({ id: world.newId(), ordinal, column: item.column, row: item.row, payload: item.payload, needs });
        ordinal += 1;
        if (batch.length === batchItems) await write();
      }
      if (batch.length > 0) await write();
    } catch (error) {
      if (!(error instanceof StudioError)) throw error;
      await client.query(
        "UPDATE run SET state = 'failed', reason = $2, finished_at = now(), version = version + 1, tick = tick + 1 WHERE id = $1 AND state = 'planning'",
        [runId, error.message],
      );
      return;
    }
    // What a run of an older wording of the method had planned beyond that is not there: the plan is a function of the run.
    await client.query(
      `UPDATE run SET state = CASE WHEN trial THEN 'trial' ELSE 'running' END, requested = $2, started_at = now(), version = version + 1, tick = tick + 1
       WHERE id = $1 AND state = 'planning'`,
      [runId, ordinal],
    );
    failpoint("run.planned");
  });
}
