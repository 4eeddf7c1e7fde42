import type { World } from "#lib/world/world.ts";

/** Pauses a run that is under way, for a reason that a person has to mend. */
export async function pauseRun(world: World, runId: string, reason: string): Promise<void> {
  await world.pool.query(
    `UPDATE run SET state = 'paused', reason = $2, tick = tick + 1, version = version + 1
     WHERE id = $1 AND state IN ('trial', 'running')`,
    [runId, reason],
  );
}
