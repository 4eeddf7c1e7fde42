import { PrismaPg } from "@prisma/adapter-pg";
import { Pool, types } from "pg";
import { PrismaClient } from "./generated/client.ts";

// Counts and byte sizes come as bigint; all of ours fit in a double without loss.
types.setTypeParser(types.builtins.INT8, Number);

/** Prisma for the typed everyday queries and, over the same database, a pool for keyset lists and COPY. */
export interface Database {
  db: PrismaClient;
  pool: Pool;
  close(): Promise<void>;
}

/** A Prisma transaction: what every write is handed, so that state, event and job commit as one. */
export type Transaction = Omit<PrismaClient, "$connect" | "$disconnect" | "$on" | "$transaction" | "$extends">;

/** Connects lazily; nothing is sent before the first query. `connections` bounds each of the two pools. */
export function openDatabasePool(url: string, connections = 20): Database {
  const adapter = new PrismaPg({ connectionString: url, max: connections });
  const db = new PrismaClient({ adapter, transactionOptions: { maxWait: 10_000, timeout: 30_000 } });
  const pool = new Pool({ connectionString: url, max: connections });
  // A connection that loses its server is replaced, and whoever works on it hears of it from the query; without listeners,
  // for idle ones and for those at work, the loss would end the process.
  pool.on("error", () => {}).on("connect", (client) => void client.on("error", () => {}));
  return {
    db,
    pool,
    async close() {
      await Promise.all([db.$disconnect(), pool.end()]);
    },
  };
}
