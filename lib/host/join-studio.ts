import { resolve } from "node:path";
import { parseEnv } from "../env.ts";
import { prepareDataFolder } from "./data-folder.ts";
import { type OpenDatabase, openDatabase } from "./open-database.ts";
import { getSecret } from "./secret.ts";

/**
 * Makes this process part of the studio of a data folder, whether or not that runs: opens its database and completes the
 * environment, so that `env()` from then on names the database, the folder and the secret. For commands and for parts that
 * start alone; call it before anything reads `env()`.
 *
 * @param data the data folder, where it is not the one of the environment
 * @param as what this process is, for others to read while it holds the folder
 * @throws StudioError saying why it cannot be joined
 */
export async function joinStudio({ data, as }: { data?: string; as: string }): Promise<OpenDatabase> {
  if (data !== undefined) process.env.TESSERA_DATA = resolve(data);
  const given = parseEnv(process.env);
  const folder = await prepareDataFolder(given.data);
  const secret = await getSecret(given);
  const database = await openDatabase({ data: folder, databaseUrl: given.databaseUrl, as });
  Object.assign(process.env, { TESSERA_DATABASE_URL: database.url, TESSERA_DATA: folder, TESSERA_SECRET: secret });
  return database;
}
