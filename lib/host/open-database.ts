import { prepareDataFolder } from "./data-folder.ts";
import { holdCluster } from "./folder-lock.ts";
import { prepareDatabase } from "./prepare-database.ts";

/** A database that a command may work on. */
export interface OpenDatabase {
  url: string;
  /** Whether it is the embedded one of a data folder. */
  embedded: boolean;
  /** Lets go of it, and stops the PostgreSQL that nobody else uses. Close every connection first. */
  close(): Promise<void>;
}

/**
 * Opens the database for a command: the one that `databaseUrl` names, or else the embedded one of the data folder, whether
 * or not the studio runs. It is migrated and checked before it is handed out.
 *
 * @param as what the command is, for others to read while it holds the folder
 * @throws StudioError saying why it cannot be opened
 */
export async function openDatabase({
  data,
  databaseUrl,
  as = "command",
}: {
  data: string;
  databaseUrl: string | null;
  as?: string;
}): Promise<OpenDatabase> {
  if (databaseUrl !== null) {
    await prepareDatabase(databaseUrl);
    return { url: databaseUrl, embedded: false, close: async () => undefined };
  }
  const hold = await holdCluster(await prepareDataFolder(data), {
    as: `process ${process.pid} (${as})`,
    studio: false,
  });
  try {
    await prepareDatabase(hold.cluster.url);
  } catch (error) {
    await hold.release();
    throw error;
  }
  return { url: hold.cluster.url, embedded: true, close: hold.release };
}
