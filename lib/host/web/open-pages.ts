import { readFile } from "node:fs/promises";
import { Server } from "node:http";
import { join } from "node:path";
import next from "next";
import * as z from "zod";
import { StudioError } from "../../errors.ts";
import type { Handler } from "./create-web-server.ts";

/** The pages and routes of the app, ready to answer. */
export interface Pages {
  handler: Handler;
  /** Set for the development server only, which tells open pages to reload over a web socket. */
  onUpgrade: ((server: Server) => void) | undefined;
  close(): Promise<void>;
}

/**
 * Loads the built app, or with `dev` one that builds itself as its sources change. About 0.5 s.
 *
 * @throws StudioError `unavailable` when the pages are not built
 */
export async function openPages({
  root,
  host,
  port,
  dev,
}: {
  root: string;
  host: string;
  port: number;
  dev: boolean;
}): Promise<Pages> {
  if (!dev) process.env.__NEXT_PRIVATE_STANDALONE_CONFIG = await readBuiltConfig(root);
  // Next.js attaches a handler for web sockets to the server it knows. We have none in production, so it gets a server that
  // never listens, and ours refuses all upgrades.
  const app = next({ dev, dir: root, hostname: host, port, quiet: true, httpServer: new Server() });
  await app.prepare();
  return {
    handler: app.getRequestHandler(),
    onUpgrade: dev ? (server) => server.on("upgrade", app.getUpgradeHandler()) : undefined,
    close: () => app.close(),
  };
}

const Built = z.object({ config: z.record(z.string(), z.unknown()) });

/**
 * The settings that the app was built with. Handed to Next.js the way its own standalone server does, they need not be
 * worked out from next.config.ts again, which takes a tenth of a second and prints a line.
 */
async function readBuiltConfig(root: string): Promise<string> {
  try {
    const { config } = Built.parse(
      JSON.parse(await readFile(join(root, ".next", "required-server-files.json"), "utf8")),
    );
    return JSON.stringify(config);
  } catch (error) {
    throw new StudioError("unavailable", "The pages are not built. Build them with: npm run build", { cause: error });
  }
}
