import type { PoolClient } from "pg";
import type { World } from "#lib/world/world.ts";

/** What only one process at a time may do to one thing; the numbers keep the kinds apart in PostgreSQL's lock space. */
const lockKinds = { import: 11, score: 12, export: 13, search: 14, bulk: 15, run: 16, ratings: 17, embed: 18 } as const;

/**
 * Runs `work` on a connection of its own while holding the lock; whoever comes meanwhile waits. The lock ends with the
 * connection, so a killed process leaves none behind.
 */
export async function withLock<Result>(
  world: World,
  kind: keyof typeof lockKinds,
  id: string,
  work: (client: PoolClient) => Promise<Result>,
): Promise<Result> {
  const client = await world.pool.connect();
  let broken = false;
  try {
    await client.query("SELECT pg_advisory_lock($1, hashtext($2))", [lockKinds[kind], id]);
    return await work(client);
  } catch (error) {
    broken = true;
    throw error;
  } finally {
    if (!broken)
      await client.query("SELECT pg_advisory_unlock($1, hashtext($2))", [lockKinds[kind], id]).catch(() => {
        broken = true;
      });
    // After a failure the connection may be inside a COPY or a failed transaction: it is closed, and the lock with it.
    client.release(broken);
  }
}
