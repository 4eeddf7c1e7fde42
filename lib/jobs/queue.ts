import type { ClientBase } from "pg";
import { fromPrisma, PgBoss } from "pg-boss";
import type { Transaction } from "#lib/db/client.ts";
import type { JobName, JobPayload } from "./definitions.ts";

/** Where work is left for the workers. A job exists if, and only if, the transaction that left it commits. */
export interface Queue {
  enqueue<Name extends JobName>(tx: Transaction, name: Name, payload: JobPayload<Name>, key: string): Promise<void>;
  /** The same within a transaction on a plain connection. */
  enqueueOn<Name extends JobName>(
    client: ClientBase,
    name: Name,
    payload: JobPayload<Name>,
    key: string,
  ): Promise<void>;
  close(): Promise<void>;
}

/** A queue that only takes in; `startWorker` is the side that works. Opens its connection with the first job. */
export function openQueue(url: string): Queue {
  let started: Promise<PgBoss> | null = null;
  const boss = () => {
    started ??= startSender(url).catch((error: unknown) => {
      // The database was away: the next job tries anew.
      started = null;
      throw error;
    });
    return started;
  };
  return {
    async enqueue(tx, name, payload, key) {
      // One waiting job per key is enough: what it does is read when it starts.
      await (await boss()).send(name, payload, { db: fromPrisma(tx), singletonKey: key });
    },
    async enqueueOn(client, name, payload, key) {
      const db = { executeSql: (text: string, values?: unknown[]) => client.query(text, values) };
      await (await boss()).send(name, payload, { db, singletonKey: key });
    },
    async close() {
      if (started) await (await started).stop({ graceful: false });
    },
  };
}

async function startSender(url: string): Promise<PgBoss> {
  const boss = new PgBoss({ connectionString: url, max: 2, supervise: false, schedule: false, migrate: false });
  boss.on("error", () => {});
  await boss.start();
  return boss;
}
