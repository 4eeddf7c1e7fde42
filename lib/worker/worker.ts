import { PgBoss } from "pg-boss";
import { env, requireDatabaseUrl } from "#lib/env.ts";
import { type JobName, jobNames, jobs } from "#lib/jobs/definitions.ts";
import { workerName } from "#lib/jobs/worker-name.ts";
import { log } from "#lib/log.ts";
import { startRunEngine } from "#lib/services/engine/run-engine.ts";
import { restageLost } from "#lib/services/restage-lost.ts";
import { sweepLeftovers } from "#lib/services/sweep-leftovers.ts";
import { openWorld, type World } from "#lib/world/world.ts";
import { handlers } from "./handlers.ts";

/** How long `stop` waits for running jobs, in milliseconds; what is cut off then runs again elsewhere. */
const patience = 15_000;
/** Leftovers of killed processes are swept so often, in milliseconds. */
const sweepEvery = 10 * 60_000;
/** How soon after a crash of the database staged lines are made again, in milliseconds. */
const restageEvery = 5_000;

/** Starts taking jobs; any number of workers may share one database. */
export async function startWorker(): Promise<{ stop(): Promise<void> }> {
  const url = requireDatabaseUrl();
  const world = openWorld({ databaseUrl: url, folder: env().data, connections: 8 });
  const boss = new PgBoss({
    connectionString: url,
    application_name: workerName,
    max: 4,
    schedule: false,
    useListenNotify: true,
    superviseIntervalSeconds: 2,
    monitorIntervalSeconds: 1,
    // Which work is under way is remembered so long: a worker that starts before its dead predecessor's job was given up
    // would pass it over for as long.
    queueCacheIntervalSeconds: 2,
  });
  boss.on("error", (error) => log().warn({ error }, "the queue stumbled"));
  await boss.start();
  for (const name of jobNames) await take(boss, world, name);
  const timers = [
    await nowAndEvery(sweepEvery, () => sweepLeftovers(world)),
    await nowAndEvery(restageEvery, () => restageLost(world)),
  ];
  const engine = startRunEngine(world);
  return {
    async stop() {
      await engine.stop();
      for (const timer of timers) clearInterval(timer);
      await boss.stop({ graceful: true, timeout: patience });
      await world.close();
    },
  };
}

/** Does something at once and then again and again; what fails once is done the next time. */
async function nowAndEvery(milliseconds: number, work: () => Promise<unknown>): Promise<NodeJS.Timeout> {
  const attempt = () =>
    work().catch((error: unknown) => log().warn({ error }, "tidying failed, and is tried again later"));
  await attempt();
  return setInterval(attempt, milliseconds);
}

async function take<Name extends JobName>(boss: PgBoss, world: World, name: Name): Promise<void> {
  await boss.work<unknown>(
    name,
    // A new job is announced and taken at once; what a dead worker left is not, and is found by looking.
    { pollingIntervalSeconds: 2, notifyPollingIntervalSeconds: 2, batchSize: 1, heartbeatRefreshSeconds: 3 },
    async (batch) => {
      for (const job of batch) {
        try {
          // The schema of this very name: the union of all payloads is narrowed by it.
          await handlers[name](world, jobs[name].parse(job.data) as Parameters<(typeof handlers)[Name]>[1]);
        } catch (error) {
          log().error({ error, job: job.id, name }, "a job failed and will be tried again");
          throw error;
        }
      }
    },
  );
}
