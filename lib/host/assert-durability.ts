import type pg from "pg";
import { StudioError } from "../errors.ts";

const MUST_BE_ON = ["fsync", "full_page_writes", "synchronous_commit"] as const;
const OLDEST_VERSION = 150_000;

/** What a PostgreSQL says about how it keeps data. */
export interface Durability {
  /** Such as 18.4. */
  version: string;
  /** Whether pages carry checksums, which reveal a disk that forgets. Reported, not demanded. */
  checksums: boolean;
}

/**
 * Makes sure that a PostgreSQL is recent enough, holds every letter, and that a decision it acknowledged survives a power cut.
 *
 * @throws StudioError `unavailable`, naming the setting and the mend
 */
export async function assertDurability(client: Pick<pg.Client, "query">): Promise<Durability> {
  const { rows } = await client.query<{ name: string; setting: string }>(
    "SELECT name, setting FROM pg_settings WHERE name = ANY($1)",
    [[...MUST_BE_ON, "server_version", "server_version_num", "server_encoding", "data_checksums"]],
  );
  const setting = new Map(rows.map(({ name, setting }) => [name, setting]));
  const version = setting.get("server_version") ?? "unknown";
  if (Number(setting.get("server_version_num")) < OLDEST_VERSION) {
    throw new StudioError("unavailable", `The database is PostgreSQL ${version}. Tessera needs version 15 or later.`);
  }
  if (setting.get("server_encoding") !== "UTF8") {
    throw new StudioError(
      "unavailable",
      `The database keeps its text as ${setting.get("server_encoding")}. Make one with ENCODING 'UTF8'.`,
    );
  }
  // synchronous_commit has stricter values than "on", and only "off" loses acknowledged commits.
  const off = MUST_BE_ON.filter((name) => setting.get(name) === "off");
  if (off.length > 0) {
    throw new StudioError(
      "unavailable",
      `The database has ${off.join(" and ")} off, so a power cut could lose decisions. Turn ${off.length > 1 ? "them" : "it"} on.`,
    );
  }
  return { version, checksums: setting.get("data_checksums") === "on" };
}
