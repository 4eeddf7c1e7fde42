/** The web server: the pages and the API behind our own gate. Started by scripts/start.ts, or alone with DATABASE_URL. */
import { fileURLToPath } from "node:url";
import { env } from "#lib/env.ts";
import { addressOf, parseListenOptions } from "#lib/host/listen-options.ts";
import { runChild } from "#lib/host/run-child.ts";
import { createWebServer } from "#lib/host/web/create-web-server.ts";
import { openDatabaseProbe } from "#lib/host/web/database-probe.ts";
import { listen } from "#lib/host/web/listen.ts";
import { openPages } from "#lib/host/web/open-pages.ts";

const { data, port, host, dev } = parseListenOptions(process.argv.slice(2));
const root = fileURLToPath(new URL("..", import.meta.url));
/** Within the 20 s that everything has to stop; the rest is for PostgreSQL. */
const DRAIN_MS = 14_000;

await runChild({
  as: "web",
  data,
  prepare: () => openPages({ root, host, port, dev }),
  async begin(pages) {
    const { origin, trustProxy } = env();
    const probe = openDatabaseProbe();
    const { server, drain } = createWebServer({
      handler: pages.handler,
      onUpgrade: pages.onUpgrade,
      isDatabaseReady: probe.isReady,
      origin,
      listen: host,
      trustProxy,
    });
    await listen(server, { port, host });
    return {
      async stop() {
        await drain(DRAIN_MS);
        await Promise.all([pages.close(), probe.close()]);
      },
    };
  },
  readyLine: `Tessera web is ready at ${addressOf(host, port)}`,
});
