import { randomBytes } from "node:crypto";
import { join } from "node:path";
import * as z from "zod";
import { StudioError } from "../errors.ts";
import { parsedJson } from "../text/parsed-json.ts";
import { findFreePort } from "./free-port.ts";
import { readOrCreatePrivateFile, writePrivateFile } from "./private-file.ts";

const ClusterFile = z.object({
  port: z.int().min(1).max(65_535),
  user: z.string().min(1),
  password: z.string().min(16),
  database: z.string().min(1),
});
/** How to reach the embedded PostgreSQL of a data folder. Kept in `postgres.json`, which only its owner may read. */
export type ClusterFile = z.infer<typeof ClusterFile>;

const pathIn = (data: string) => join(data, "postgres.json");

/** Reads the address and the password of the data folder's PostgreSQL; the first reader makes them up. */
export async function readClusterFile(data: string): Promise<ClusterFile> {
  const port = await findFreePort();
  const fresh = { port, user: "tessera", password: randomBytes(24).toString("base64url"), database: "tessera" };
  const text = await readOrCreatePrivateFile(pathIn(data), () => `${JSON.stringify(fresh)}\n`);
  const parsed = ClusterFile.safeParse(parsedJson(text)?.value);
  if (!parsed.success) {
    throw new StudioError(
      "invalid",
      `${pathIn(data)} is damaged. It holds the password of the database: restore it from a backup.`,
    );
  }
  return parsed.data;
}

/** Keeps the port that PostgreSQL listens on, for those who join it later. */
export async function writeClusterPort(data: string, file: ClusterFile, port: number): Promise<ClusterFile> {
  const changed = { ...file, port };
  if (port !== file.port) await writePrivateFile(pathIn(data), `${JSON.stringify(changed)}\n`);
  return changed;
}

/** The address of a database of the cluster, password included. */
export function clusterUrl({ port, user, password, database }: ClusterFile): string {
  return `postgresql://${user}:${encodeURIComponent(password)}@127.0.0.1:${port}/${database}`;
}
