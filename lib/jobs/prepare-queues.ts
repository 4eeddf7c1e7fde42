import type { ClientBase } from "pg";
import { jobNames } from "./definitions.ts";

/** How each queue behaves: one waiting and one running job per key, retried after a crash or a lost heartbeat. */
const queue = {
  policy: "stately",
  retryLimit: 8,
  retryDelay: 1,
  retryBackoff: true,
  retryDelayMax: 5,
  expireInSeconds: 6 * 3600,
  heartbeatSeconds: 10,
  notify: true,
} as const;

/**
 * Makes the tables of the queue and the queues themselves; a glance when they are there, without loading the library.
 * A worker brings older tables up to date when it starts.
 */
export async function prepareQueues(client: ClientBase, url: string): Promise<void> {
  const { rows } = await client.query<{ there: boolean }>("SELECT to_regclass('pgboss.queue') IS NOT NULL AS there");
  if (rows[0]?.there) {
    const { rows: queues } = await client.query<{ name: string }>("SELECT name FROM pgboss.queue");
    if (jobNames.every((name) => queues.some((found) => found.name === name))) return;
  }
  const { PgBoss } = await import("pg-boss");
  const boss = new PgBoss({ connectionString: url, max: 1, supervise: false, schedule: false });
  boss.on("error", () => {});
  await boss.start();
  for (const name of jobNames) if ((await boss.getQueue(name)) === null) await boss.createQueue(name, queue);
  await boss.stop({ graceful: false });
}
