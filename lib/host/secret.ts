import { randomBytes } from "node:crypto";
import { join } from "node:path";
import { env, parseEnv } from "../env.ts";
import { readOrCreatePrivateFile } from "./private-file.ts";

/**
 * The key that signs sessions: `TESSERA_SECRET`, or else 32 random bytes kept in the data folder, readable by their
 * owner only.
 *
 * @throws StudioError `forbidden` when others may read the file, `invalid` when it holds too little
 */
export async function getSecret({ secret, data }: { secret: string | null; data: string } = env()): Promise<string> {
  if (secret !== null) return secret;
  const kept = await readOrCreatePrivateFile(join(data, "secret"), () => randomBytes(32).toString("hex"));
  return parseEnv({ TESSERA_SECRET: kept.trim() || "empty" }).secret ?? kept;
}
