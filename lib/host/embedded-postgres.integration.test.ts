import { chmod, mkdir, stat, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { describe, expect, onTestFinished, test } from "vitest";
import { assertDurability } from "./assert-durability.ts";
import { connectDatabase } from "./connect-database.ts";
import { prepareDataFolder } from "./data-folder.ts";
import { type ClusterHold, holdCluster } from "./folder-lock.ts";
import { isAlive } from "./make-cluster.ts";
import { openDatabase } from "./open-database.ts";
import { pause } from "./postmaster.ts";
import { openStudioDatabase } from "./studio-database.ts";
import { temporaryFolder } from "./testing/temporary-folder.ts";

async function dataFolder(): Promise<string> {
  return prepareDataFolder(join(await temporaryFolder(), "data"));
}

async function hold(data: string, options: { studio?: boolean; as?: string } = {}): Promise<ClusterHold> {
  const held = await holdCluster(data, { as: "process 1 (test)", studio: false, ...options });
  onTestFinished(held.release);
  return held;
}

async function ask<Row>(url: string, sql: string): Promise<Row[]> {
  const client = await connectDatabase(url);
  try {
    return (await client.query(sql)).rows;
  } finally {
    await client.end();
  }
}

describe("the PostgreSQL of a data folder", () => {
  test("keeps what it acknowledged when it is killed, and starts again at the same address", async () => {
    const data = await dataFolder();
    const before = await hold(data);
    await ask(before.cluster.url, "CREATE TABLE kept AS SELECT 42 AS n");
    process.kill(before.cluster.pid, "SIGKILL");
    await before.lost;
    const after = await hold(data);
    expect(after.cluster).toMatchObject({ url: before.cluster.url, joined: false });
    expect(after.cluster.pid).not.toBe(before.cluster.pid);
    expect(await ask(after.cluster.url, "SELECT n FROM kept")).toEqual([{ n: 42 }]);
  });

  test("is joined by the next when its holder died without a word, and stopped by the last to let go", async () => {
    const data = await dataFolder();
    const first = await hold(data, { studio: true });
    // What is left of a holder that was killed: PostgreSQL runs, and the holder's connection is cut.
    await ask(
      first.cluster.url,
      "SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE application_name = 'tessera process 1 (test)'",
    );
    await first.lost;
    expect(isAlive(first.cluster.pid)).toBe(true);
    const second = await hold(data, { studio: true });
    const command = await hold(data);
    expect(second.cluster).toEqual({ ...first.cluster, joined: true });
    await second.release();
    expect(await ask(command.cluster.url, "SELECT 1 AS n")).toEqual([{ n: 1 }]);
    await command.release();
    expect(isAlive(first.cluster.pid)).toBe(false);
  });

  test("has one studio at a time; a second is told who the first is", async () => {
    const data = await dataFolder();
    await hold(data, { studio: true, as: "process 4711 at http://127.0.0.1:3000" });
    await expect(holdCluster(data, { as: "process 2", studio: true })).rejects.toThrow(
      `Another Tessera holds ${data}: process 4711 at http://127.0.0.1:3000. Stop it, or choose another folder with --data.`,
    );
  });

  test("goes over to the next studio when the one before is just stopping", async () => {
    const data = await dataFolder();
    const stopping = await hold(data, { studio: true });
    await stopping.leave();
    const next = hold(data, { studio: true });
    await pause(700);
    await stopping.release();
    expect((await next).cluster).toEqual({ ...stopping.cluster, joined: true });
  });

  test("is made once when several come at the same moment", async () => {
    const data = await dataFolder();
    const holds = await Promise.all([hold(data), hold(data), hold(data)]);
    expect(new Set(holds.map(({ cluster }) => cluster.pid)).size).toBe(1);
  });

  test("keeps its files to itself", async () => {
    const data = await dataFolder();
    await hold(data);
    const modes = await Promise.all(
      ["postgres", "postgres.json", "postgres.log"].map(async (name) => (await stat(join(data, name))).mode & 0o777),
    );
    expect(modes).toEqual([0o700, 0o600, 0o600]);
    await chmod(join(data, "postgres.json"), 0o644);
    await expect(holdCluster(data, { as: "process 2", studio: false })).rejects.toThrow(
      /Others may read .*postgres\.json.*chmod 600/,
    );
    await chmod(join(data, "postgres.json"), 0o600);
  });

  test("lets nobody in without the password", async () => {
    const { cluster } = await hold(await dataFolder());
    const stranger = new URL(cluster.url);
    stranger.password = "guess";
    await expect(connectDatabase(stranger.href)).rejects.toThrow(/refuses the user or the password/);
  });

  test("waits for decisions to reach the disk: 100 commits make at least 100 syncs of its log", async () => {
    const { cluster } = await hold(await dataFolder());
    const client = await connectDatabase(cluster.url);
    expect(await assertDurability(client)).toEqual({ version: expect.stringMatching(/^18\./), checksums: true });
    await client.query("CREATE TABLE decision (n int)");
    const syncs = async () => {
      await client.query("SELECT pg_stat_force_next_flush()");
      const { rows } = await client.query("SELECT sum(fsyncs)::int AS n FROM pg_stat_io WHERE object = 'wal'");
      return rows[0]?.n;
    };
    const before = await syncs();
    for (let n = 0; n < 100; n += 1) await client.query("INSERT INTO decision VALUES ($1)", [n]);
    expect((await syncs()) - before).toBeGreaterThanOrEqual(100);
    await client.end();
  });

  test("sorts and folds letters by its own rules, and finds trigrams in every script", async () => {
    const { cluster } = await hold(await dataFolder());
    await ask(cluster.url, "CREATE EXTENSION pg_trgm");
    const [row] = await ask<{ lower: string; trigrams: number }>(
      cluster.url,
      "SELECT lower('ÄÖΣ') AS lower, least(cardinality(show_trgm('日本語')), cardinality(show_trgm('नमस्ते')), cardinality(show_trgm('สวัสดี'))) AS trigrams",
    );
    expect(row?.lower).toBe("äöσ");
    expect(row?.trigrams).toBeGreaterThan(0);
  });
});

describe("the studio's database", () => {
  test("comes back by itself when PostgreSQL is killed under it", async () => {
    const data = await dataFolder();
    const gone: unknown[] = [];
    const database = await openStudioDatabase({
      data,
      databaseUrl: null,
      as: "process 1",
      onGone: (error) => gone.push(error),
    });
    onTestFinished(database.close);
    const [before] = await ask<{ pid: number }>(
      database.url,
      "SELECT pg_read_file('postmaster.pid', 0, 12)::text AS pid",
    );
    process.kill(Number.parseInt(String(before?.pid), 10), "SIGKILL");
    await expect
      .poll(() => ask(database.url, "SELECT 1 AS n").catch(() => []), { timeout: 10_000 })
      .toEqual([{ n: 1 }]);
    expect(gone).toEqual([]);
  });

  test("opens for a command whether or not the studio runs, and stops only what the command started", async () => {
    const data = await dataFolder();
    const alone = await openDatabase({ data, databaseUrl: null });
    expect(await ask(alone.url, "SELECT count(*)::int AS n FROM _prisma_migrations WHERE finished_at IS NULL")).toEqual(
      [{ n: 0 }],
    );
    await alone.close();
    await expect(connectDatabase(alone.url)).rejects.toThrow(/does not answer/);
    const studio = await openStudioDatabase({ data, databaseUrl: null, as: "process 1", onGone: () => undefined });
    const beside = await openDatabase({ data, databaseUrl: null });
    expect(beside.url).toBe(studio.url);
    await beside.close();
    expect(await ask(studio.url, "SELECT 1 AS n")).toEqual([{ n: 1 }]);
    await studio.close();
    await expect(connectDatabase(studio.url)).rejects.toThrow(/does not answer/);
  });

  test("is refused with the mend when it would lose decisions", async () => {
    const data = await dataFolder();
    const relaxed = await holdCluster(data, { as: "process 1", studio: false, relaxed: true });
    onTestFinished(relaxed.release);
    await expect(openDatabase({ data, databaseUrl: relaxed.cluster.url })).rejects.toThrow(
      "The database has fsync and full_page_writes off, so a power cut could lose decisions. Turn them on.",
    );
  });

  test.each([
    [
      "postgresql://nobody:x@127.0.0.1:9/none",
      'The database "none" at 127.0.0.1:9 does not answer. Start it, or mend DATABASE_URL.',
    ],
    ["postgresql://nobody:x@no-such-host.invalid/none", /is on a host that cannot be found/],
  ])("says what is wrong with %s", async (databaseUrl, sentence) => {
    await expect(openDatabase({ data: "unused", databaseUrl })).rejects.toThrow(sentence);
  });
});

describe("a folder that cannot hold data", () => {
  test("is a file", async () => {
    const path = join(await temporaryFolder(), "file");
    await writeFile(path, "");
    await expect(prepareDataFolder(path)).rejects.toThrow(
      `The data folder ${path} is not usable: a file stands in its place.`,
    );
    await expect(prepareDataFolder(join(path, "below"))).rejects.toThrow(/a file stands in its place/);
  });

  test("cannot be written", async () => {
    await expect(prepareDataFolder("/proc/tessera")).rejects.toThrow(
      "The data folder /proc/tessera is not usable: no folder can be made there. Choose another with --data.",
    );
  });

  test("holds the files of another PostgreSQL", async () => {
    const data = await dataFolder();
    await mkdir(join(data, "postgres"));
    await writeFile(join(data, "postgres", "PG_VERSION"), "16\n");
    await expect(holdCluster(data, { as: "process 1", studio: false })).rejects.toThrow(
      /was made by PostgreSQL 16, and this Tessera brings PostgreSQL 18/,
    );
  });

  test.runIf(process.getuid?.() === 0)(
    "is closed to the user of PostgreSQL, and works all the same for root",
    async () => {
      const closed = join(await temporaryFolder(), "closed");
      await mkdir(closed, { mode: 0o700 });
      const { cluster } = await hold(await prepareDataFolder(join(closed, "data")));
      expect(await ask(cluster.url, "SELECT 1 AS n")).toEqual([{ n: 1 }]);
    },
  );
});
