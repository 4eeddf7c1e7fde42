import pg from "pg";
import { StudioError } from "../errors.ts";
import { type RunningCluster, runCluster } from "./embedded-postgres.ts";
import { pause, stopPostmaster } from "./postmaster.ts";

/** Numbers of our advisory locks; they only have to differ from one another and from those of Prisma and pg-boss. */
const STUDIO = 7_355_001;
const USERS = 7_355_002;
const STOP_MS = 4_000;
const MOST_TRIES = 100;
const STOPPING = "tessera, just stopping";
/** How long to wait for a studio that is stopping, and for one that may have been killed a moment ago. */
const STOPPING_MS = 25_000;
const GRACE_MS = 500;

/** Someone's hold on a running embedded PostgreSQL. While anyone holds it, nobody else stops it. */
export interface ClusterHold {
  cluster: RunningCluster;
  /** Resolves when the connection that carries the hold is lost, which no ordered release does. */
  lost: Promise<void>;
  /** Tells those who want to be the studio that we are just stopping, so that they wait. */
  leave(): Promise<void>;
  /** Lets go. The last to let go stops PostgreSQL. */
  release(): Promise<void>;
}

/**
 * Runs or joins the PostgreSQL of a data folder and holds it. Being held is a lock inside PostgreSQL, so it ends with the
 * holder, however that ends: nothing has to be tidied up after a kill.
 *
 * @param as who holds it, for others to read: a process number and what it is or where it answers
 * @param studio whether to be the one studio of the folder, of which there is at most one at a time
 * @throws StudioError `conflict`, naming the other, when a second studio comes
 */
export async function holdCluster(
  data: string,
  { as, studio, relaxed = false }: { as: string; studio: boolean; relaxed?: boolean },
): Promise<ClusterHold> {
  for (let tries = 1; ; tries += 1) {
    const cluster = await runCluster(data, { relaxed });
    const client = new pg.Client({ connectionString: cluster.url, application_name: `tessera ${as}`, keepAlive: true });
    const lost = new Promise<void>((resolve) => client.once("end", () => resolve()));
    client.on("error", () => undefined);
    try {
      await client.connect();
      await client.query("SELECT pg_advisory_lock_shared($1)", [USERS]);
    } catch (error) {
      // The last one before us was just stopping it: then we start it again.
      await client.end().catch(() => undefined);
      if (tries === MOST_TRIES) throw error;
      await pause(50);
      continue;
    }
    if (studio) await takeStudio(client, data);
    const leave = async () => void (await client.query(`SET application_name = '${STOPPING}'`));
    return { cluster, lost, leave, release: () => release(client, cluster) };
  }
}

/** Becomes the one studio of the folder, after waiting for one that is just stopping. */
async function takeStudio(client: pg.Client, data: string): Promise<void> {
  const begin = Date.now();
  while (!(await tryLock(client, STUDIO))) {
    const other = await findHolder(client);
    const waited = Date.now() - begin;
    if (waited > (other === STOPPING ? STOPPING_MS : GRACE_MS)) {
      await client.end();
      const who = other?.replace(/^tessera /, "") ?? "another process";
      throw new StudioError(
        "conflict",
        `Another Tessera holds ${data}: ${who}. Stop it, or choose another folder with --data.`,
      );
    }
    await pause(50);
  }
}

async function tryLock(client: pg.Client, key: number): Promise<boolean> {
  const { rows } = await client.query<{ taken: boolean }>("SELECT pg_try_advisory_lock($1) AS taken", [key]);
  return rows[0]?.taken === true;
}

/** Who is the studio of this PostgreSQL, as it named itself; null when none runs. */
export async function findHolder(client: Pick<pg.Client, "query">): Promise<string | null> {
  const { rows } = await client.query<{ name: string }>(
    `SELECT application_name AS name FROM pg_stat_activity JOIN pg_locks USING (pid)
     WHERE locktype = 'advisory' AND objid = $1 AND granted AND mode = 'ExclusiveLock'`,
    [STUDIO],
  );
  return rows[0]?.name ?? null;
}

async function release(client: pg.Client, cluster: RunningCluster): Promise<void> {
  try {
    await client.query("SELECT pg_advisory_unlock_shared($1)", [USERS]);
    if (await tryLock(client, USERS)) await stopPostmaster(cluster.pid, STOP_MS);
  } catch {
    // PostgreSQL is already gone, so there is nothing left to hold or to stop.
  } finally {
    await client.end().catch(() => undefined);
  }
}
