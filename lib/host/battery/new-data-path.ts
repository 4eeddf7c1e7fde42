import { chmod, mkdtemp } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";

/** The path of a data folder that is used for one studio only; other users may pass through, as they may through a home folder. */
export async function newDataPath(): Promise<string> {
  const folder = await mkdtemp(join(tmpdir(), "tessera-battery-"));
  await chmod(folder, 0o711);
  return folder;
}
