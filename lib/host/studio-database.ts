import { StudioError } from "../errors.ts";
import type { Durability } from "./assert-durability.ts";
import { prepareDataFolder } from "./data-folder.ts";
import { type ClusterHold, holdCluster } from "./folder-lock.ts";
import { prepareDatabase } from "./prepare-database.ts";

/** The database of a running studio. */
export interface StudioDatabase {
  url: string;
  embedded: boolean;
  durability: Durability;
  /** Tells another studio that wants the folder to wait, since this one is stopping. */
  leave(): Promise<void>;
  /** Lets go of the database; an embedded one that no command uses stops. */
  close(): Promise<void>;
}

/**
 * Opens the database of the one studio of a data folder, or the one that `databaseUrl` names, which many may share. An
 * embedded PostgreSQL that is killed while the studio runs is started again at the same address.
 *
 * @param as who the studio is, for another that wants the folder: its process number and its address
 * @param onGone told when the database is gone for good
 */
export async function openStudioDatabase({
  data,
  databaseUrl,
  as,
  onGone,
}: {
  data: string;
  databaseUrl: string | null;
  as: string;
  onGone: (error: unknown) => void;
}): Promise<StudioDatabase> {
  if (databaseUrl !== null) {
    const nothing = async () => undefined;
    const durability = await prepareDatabase(databaseUrl);
    return { url: databaseUrl, embedded: false, durability, leave: nothing, close: nothing };
  }
  const folder = await prepareDataFolder(data);
  const take = () => holdCluster(folder, { as, studio: true });
  let hold = take();
  let closing = false;
  const watch = async ({ lost, cluster }: ClusterHold) => {
    await lost;
    if (closing) return;
    try {
      hold = take();
      const again = await hold;
      if (again.cluster.url !== cluster.url) {
        throw new StudioError("unavailable", "PostgreSQL came back at another address. Start Tessera again.");
      }
      void watch(again);
    } catch (error) {
      onGone(error);
    }
  };
  const leave = () => hold.then((held) => held.leave()).catch(() => undefined);
  const close = async () => {
    closing = true;
    await hold.then(({ release }) => release()).catch(() => undefined);
  };
  const first = await hold;
  try {
    const { url } = first.cluster;
    const durability = await prepareDatabase(url);
    void watch(first);
    return { url, embedded: true, durability, leave, close };
  } catch (error) {
    await close();
    throw error;
  }
}
