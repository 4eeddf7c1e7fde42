import { fileURLToPath } from "node:url";
import { parseEnv } from "#lib/env.ts";
import { clusterUrl, readClusterFile } from "#lib/host/cluster-file.ts";
import { connectDatabase } from "#lib/host/connect-database.ts";
import { prepareDataFolder } from "#lib/host/data-folder.ts";
import { addressOf, parseListenOptions } from "#lib/host/listen-options.ts";
import { getSecret } from "#lib/host/secret.ts";
import { openStudioDatabase, type StudioDatabase } from "#lib/host/studio-database.ts";
import { type Supervised, supervise } from "#lib/host/supervise.ts";
import { troubleText } from "#lib/host/trouble-text.ts";
import { setUpLine } from "./set-up-line.ts";

/** Everything stops within 20 s: the parts take most of it, PostgreSQL the rest. */
const CHILDREN_MS = 15_500;
const script = (name: string) => fileURLToPath(new URL(`../../scripts/${name}`, import.meta.url));

/**
 * Runs the studio until it is told to stop: opens the database, and beside that already loads the web server and the worker,
 * each in a process of its own. Ends the process itself.
 *
 * @throws StudioError saying why it cannot start
 */
export async function startStudio(args: string[]): Promise<void> {
  const options = parseListenOptions(args);
  const given = parseEnv({ ...process.env, ...(options.data && { TESSERA_DATA: options.data }) });
  const data = await prepareDataFolder(given.data);
  const secret = await getSecret({ ...given, data });
  // The address of an embedded database is known before it runs, so that the parts can load meanwhile.
  const expected = given.databaseUrl ?? clusterUrl(await readClusterFile(data));
  const address = addressOf(options.host, options.port);
  const children: Supervised[] = [];
  let opening: Promise<StudioDatabase | null> = Promise.resolve(null);

  let ending: Promise<never> | undefined;
  const end = (status: number): Promise<never> => {
    ending ??= (async () => {
      const database = await opening.catch(() => null);
      await database?.leave();
      await Promise.all(children.map((child) => child.stop(CHILDREN_MS)));
      await database?.close();
      process.exit(status);
    })();
    return ending;
  };
  const stop = () => void end(0);
  const fail = (error: unknown) => {
    if (ending === undefined) process.stderr.write(troubleText(error));
    return end(1);
  };
  process.on("SIGTERM", stop).on("SIGINT", stop).on("SIGHUP", stop).on("disconnect", stop);
  process.channel?.unref();

  const start = (name: string, databaseUrl: string, conditions: string[], childArgs: string[] = []) => {
    const child = supervise({
      script: script(name),
      args: childArgs,
      env: { ...process.env, TESSERA_DATABASE_URL: databaseUrl, TESSERA_DATA: data, TESSERA_SECRET: secret },
      conditions,
      chatty: options.dev,
      onFailed: fail,
      onRestart: (how) => process.stderr.write(`${name} ended (${how}) and is started again\n`),
    });
    children.push(child);
    return child;
  };
  const webArgs = ["--host", options.host, "--port", String(options.port), ...(options.dev ? ["--dev"] : [])];
  const startWeb = (databaseUrl: string) => start("web.ts", databaseUrl, [], webArgs);

  try {
    let web = startWeb(expected);
    const opened = openStudioDatabase({
      data,
      databaseUrl: given.databaseUrl,
      as: `process ${process.pid} at ${address}`,
      onGone: fail,
    });
    opening = opened;
    const database = await opened;
    if (database.url !== expected) {
      await web.stop(0);
      children.length = 0;
      web = startWeb(database.url);
    }
    await web.begin();
    process.stdout.write(`Tessera is ready at ${address}\n`);
    if (!options.withoutWorker) void start("worker.ts", database.url, ["react-server"]).begin();
    const line = (await hasAccount(database.url))
      ? null
      : await setUpLine({ databaseUrl: database.url, folder: data, origin: given.origin ?? address });
    if (line !== null) process.stdout.write(`${line}\n`);
  } catch (error) {
    await fail(error);
  }
}

/** Asked before the services are loaded to make a link, since on all but the first starts there is an account. */
async function hasAccount(url: string): Promise<boolean> {
  const client = await connectDatabase(url);
  try {
    const { rowCount } = await client.query('SELECT 1 FROM "user" LIMIT 1');
    return rowCount !== 0;
  } finally {
    await client.end();
  }
}
