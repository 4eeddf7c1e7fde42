import type { World } from "#lib/world/world.ts";

/** A worker that was not heard of for so long, in seconds, is taken for dead. */
export const deadAfter = 12;

/** Says that this worker is alive, and returns all that are, in an order that they agree on. */
export async function sayAlive(world: World, worker: string): Promise<string[]> {
  const { rows } = await world.pool.query<{ id: string }>(
    `WITH own AS (INSERT INTO run_worker (id, heard_at) VALUES ($1, now()) ON CONFLICT (id) DO UPDATE SET heard_at = now()),
       gone AS (DELETE FROM run_worker WHERE heard_at < now() - make_interval(secs => ${deadAfter * 10}) AND id <> $1)
     SELECT id FROM run_worker WHERE heard_at >= now() - make_interval(secs => ${deadAfter}) AND id <> $1 UNION SELECT $1::uuid ORDER BY id`,
    [worker],
  );
  return rows.map(({ id }) => id);
}

/**
 * Frees the items of workers that are not among the living: they are planned again, or cancelled with their run, and what
 * those workers had sent is lost. Two indexed looks when there are none.
 */
export async function freeItems(world: World, living: readonly string[]): Promise<void> {
  const { rows } = await world.pool.query<{ run_id: string }>(
    `SELECT DISTINCT run_id FROM run_item WHERE state = 'active' AND worker <> ALL($1::uuid[])
     UNION SELECT DISTINCT run_id FROM attempt WHERE state = 'sent' AND worker <> ALL($1::uuid[])`,
    [living],
  );
  for (const { run_id } of rows) {
    const client = await world.pool.connect();
    try {
      await client.query("BEGIN");
      const { rows: run } = await client.query<{ state: string; tick: string }>(
        "UPDATE run SET tick = tick + 1 WHERE id = $1 RETURNING state, tick",
        [run_id],
      );
      const next = run[0]?.state === "cancelled" ? "cancelled" : "planned";
      await client.query(
        "UPDATE attempt SET state = 'lost', code = 'worker-died', finished_at = now() WHERE run_id = $1 AND state = 'sent' AND worker <> ALL($2::uuid[])",
        [run_id, living],
      );
      const { rowCount } = await client.query(
        "UPDATE run_item SET state = $3, worker = NULL, tick = $4 WHERE run_id = $1 AND state = 'active' AND worker <> ALL($2::uuid[])",
        [run_id, living, next, run[0]?.tick ?? 0],
      );
      if (next === "cancelled")
        await client.query("UPDATE run SET cancelled = cancelled + $2 WHERE id = $1", [run_id, rowCount]);
      await client.query("COMMIT");
    } catch (error) {
      await client.query("ROLLBACK").catch(() => undefined);
      throw error;
    } finally {
      client.release();
    }
  }
}
