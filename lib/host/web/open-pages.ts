import { Server } from "node:http";
import next from "next";
import type { Handler } from "./create-web-server.ts";

/** The pages and routes of the app, ready to answer. */
export interface Pages {
  handler: Handler;
  /** Set for the development server only, which tells open pages to reload over a web socket. */
  onUpgrade: ((server: Server) => void) | undefined;
  close(): Promise<void>;
}

/** Loads the built app, or with `dev` one that builds itself as its sources change. About 0.5 s. */
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
