import { openVault, type Vault } from "#lib/auth/vault.ts";
import { type Database, openDatabasePool } from "#lib/db/client.ts";
import { openProjectColumns, type ProjectColumns } from "#lib/db/columns/project-columns.ts";
import { env } from "#lib/env.ts";
import { StudioError } from "#lib/errors.ts";
import { openQueue, type Queue } from "#lib/jobs/queue.ts";
import { type ResolveHost, resolveHost } from "#lib/network/guarded-fetch.ts";
import { newId } from "./new-id.ts";

/** The outside world as services see it: handed in, so that a test can hand in another. */
export interface World extends Database {
  queue: Queue;
  /** What filters look at, in memory, for counting. */
  columns: ProjectColumns;
  /** The folder for uploaded files and written exports; shared by all processes of one studio. */
  folder: string;
  /** Seals what is kept secret in the database. */
  vault: Vault;
  /** Finds the addresses of a host. */
  resolveHost: ResolveHost;
  now(): Date;
  /** A new UUIDv7: unique, and ordered by the time it was made. */
  newId(): string;
}

/** Opens the world over one database and one folder. Nothing is connected before it is used. */
export function openWorld(options: { databaseUrl: string; folder: string; connections?: number }): World {
  const database = openDatabasePool(options.databaseUrl, options.connections);
  const queue = openQueue(options.databaseUrl);
  return {
    db: database.db,
    pool: database.pool,
    queue,
    columns: openProjectColumns(database.pool),
    folder: options.folder,
    vault: openVault(requireSecret),
    resolveHost,
    now: () => new Date(),
    newId: () => newId(),
    async close() {
      await queue.close();
      await database.close();
    },
  };
}

function requireSecret(): string {
  const { secret } = env();
  if (secret === null)
    throw new StudioError(
      "unavailable",
      "No secret to seal keys with: set TESSERA_SECRET, or start Tessera with npm start.",
    );
  return secret;
}
