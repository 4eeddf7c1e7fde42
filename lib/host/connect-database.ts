import pg from "pg";
import { StudioError } from "../errors.ts";
import { errorCode } from "./node-error.ts";

/**
 * One connection to a database, for the machine side: checks and migrations.
 *
 * @throws StudioError `unavailable`, naming the database (without its password) and the mend
 */
export async function connectDatabase(url: string, name = "tessera"): Promise<pg.Client> {
  let client: pg.Client;
  try {
    client = new pg.Client({ connectionString: url, application_name: name, connectionTimeoutMillis: 10_000 });
  } catch (error) {
    throw new StudioError(
      "invalid",
      "DATABASE_URL is not an address such as postgresql://user:password@host:5432/database.",
      { cause: error },
    );
  }
  client.on("error", () => undefined);
  try {
    await client.connect();
    return client;
  } catch (error) {
    await client.end().catch(() => undefined);
    throw new StudioError(
      "unavailable",
      `The database "${client.database}" at ${client.host}:${client.port} ${trouble(error)}`,
      { cause: error },
    );
  }
}

function trouble(error: unknown): string {
  switch (errorCode(error)) {
    case "ECONNREFUSED":
      return "does not answer. Start it, or mend DATABASE_URL.";
    case "ENOTFOUND":
    case "EAI_AGAIN":
      return "is on a host that cannot be found. Mend DATABASE_URL.";
    case "28P01":
    case "28000":
      return "refuses the user or the password. Mend DATABASE_URL.";
    case "3D000":
      return "does not exist. Make it with CREATE DATABASE, or mend DATABASE_URL.";
    case "57P03":
      return "is just starting or stopping. Try again in a moment.";
    case "53300":
      return "has no connection left. Raise max_connections.";
    default:
      return `cannot be reached: ${error instanceof Error ? error.message : "unknown reason"}.`;
  }
}
