import pg from "pg";
import { requireDatabaseUrl } from "#lib/env.ts";

const PATIENCE_MS = 2_000;

/** A connection of its own to ask whether the database answers, so that a busy pool does not count as a lost database. */
export function openDatabaseProbe(): { isReady(): Promise<boolean>; close(): Promise<void> } {
  const pool = new pg.Pool({
    connectionString: requireDatabaseUrl(),
    application_name: "tessera probe",
    max: 1,
    connectionTimeoutMillis: PATIENCE_MS,
    query_timeout: PATIENCE_MS,
    idleTimeoutMillis: 60_000,
  });
  pool.on("error", () => undefined);
  return {
    isReady: () =>
      pool.query("SELECT 1").then(
        () => true,
        () => false,
      ),
    close: () => pool.end(),
  };
}
