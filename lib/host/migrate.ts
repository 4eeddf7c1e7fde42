import { randomUUID } from "node:crypto";
import type pg from "pg";
import { StudioError } from "../errors.ts";
import { connectDatabase } from "./connect-database.ts";
import { checksum, type Migration, readMigrations } from "./migrations.ts";
import { errorCode } from "./node-error.ts";

/** The lock that `prisma migrate` takes too, so that it and several starting studios take turns. */
const PRISMA_LOCK = 72_707_369;
const MISSING_TABLE = "42P01";

interface Recorded {
  name: string;
  checksum: string;
  finished: boolean;
  rolledBack: boolean;
}

/**
 * Brings a database to the schema of this code, each step in a transaction of its own, and keeps the record in
 * `_prisma_migrations` just as `prisma migrate deploy` would. Of several that start at once one does it and the others
 * wait. With nothing to do it costs one query.
 *
 * @returns the names of the steps it took
 * @throws StudioError `conflict` when the database is newer than the code, holds a step that failed half-way or one that
 * was changed since; `unavailable` when the database does not answer or a step fails
 */
export async function migrate(url: string, migrations?: readonly Migration[]): Promise<string[]> {
  const steps = migrations ?? (await readMigrations());
  const client = await connectDatabase(url, "tessera migrations");
  try {
    if (pending(steps, await listRecorded(client)).length === 0) return [];
    await client.query("SELECT pg_advisory_lock($1)", [PRISMA_LOCK]);
    await client.query(RECORD);
    const todo = pending(steps, await listRecorded(client));
    for (const step of todo) await apply(client, step);
    return todo.map(({ name }) => name);
  } finally {
    await client.end();
  }
}

/**
 * The names of the steps that a database still needs. Changes nothing.
 *
 * @throws StudioError `conflict` as `migrate` does
 */
export async function listPending(client: pg.Client): Promise<string[]> {
  return pending(await readMigrations(), await listRecorded(client)).map(({ name }) => name);
}

/** The steps that a database still needs, given what it has on record. */
export function pending(steps: readonly Migration[], recorded: readonly Recorded[]): Migration[] {
  const known = new Map(steps.map((step) => [step.name, step]));
  for (const { name, finished, rolledBack, checksum: before } of recorded) {
    if (rolledBack) continue;
    const step = known.get(name);
    if (step === undefined) {
      throw new StudioError(
        "conflict",
        `The database is newer than this Tessera: it has the migration ${name}, which this copy does not know. Update this copy, or use another database.`,
      );
    }
    if (!finished) {
      throw new StudioError(
        "conflict",
        `The migration ${name} failed half-way in this database. Restore it from a backup, or mend it by hand and run: npx prisma migrate resolve --applied ${name}`,
      );
    }
    if (before !== step.checksum && before !== checksum(step.sql.replaceAll("\r\n", "\n"))) {
      throw new StudioError(
        "conflict",
        `The migration ${name} was changed after it was applied to this database. Bring back the file as it was, or use a new database.`,
      );
    }
  }
  const done = new Set(recorded.filter(({ rolledBack }) => !rolledBack).map(({ name }) => name));
  return steps.filter(({ name }) => !done.has(name));
}

async function listRecorded(client: pg.Client): Promise<Recorded[]> {
  try {
    const { rows } = await client.query<Recorded>(
      `SELECT migration_name AS name, checksum, finished_at IS NOT NULL AS finished, rolled_back_at IS NOT NULL AS "rolledBack"
       FROM _prisma_migrations ORDER BY started_at, migration_name`,
    );
    return rows;
  } catch (error) {
    if (errorCode(error) === MISSING_TABLE) return [];
    throw error;
  }
}

async function apply(client: pg.Client, { name, sql, checksum }: Migration): Promise<void> {
  try {
    await client.query("BEGIN");
    const { rows } = await client.query<{ now: Date }>("SELECT clock_timestamp() AS now");
    await client.query(sql);
    await client.query(
      `INSERT INTO _prisma_migrations (id, checksum, migration_name, started_at, finished_at, applied_steps_count)
       VALUES ($1, $2, $3, $4, clock_timestamp(), 1)`,
      [randomUUID(), checksum, name, rows[0]?.now],
    );
    await client.query("COMMIT");
  } catch (error) {
    await client.query("ROLLBACK").catch(() => undefined);
    const said = error instanceof Error ? error.message : String(error);
    throw new StudioError("unavailable", `The migration ${name} fails and was taken back: ${said}.`, { cause: error });
  }
}

/** The table that Prisma keeps its record in, column for column. */
const RECORD = `CREATE TABLE IF NOT EXISTS _prisma_migrations (
  id                  VARCHAR(36) PRIMARY KEY NOT NULL,
  checksum            VARCHAR(64) NOT NULL,
  finished_at         TIMESTAMPTZ,
  migration_name      VARCHAR(255) NOT NULL,
  logs                TEXT,
  rolled_back_at      TIMESTAMPTZ,
  started_at          TIMESTAMPTZ NOT NULL DEFAULT now(),
  applied_steps_count INTEGER NOT NULL DEFAULT 0
)`;
