import { once } from "node:events";
import type { Server } from "node:http";
import { StudioError } from "../../errors.ts";
import { errorCode } from "../node-error.ts";
import { pause } from "../postmaster.ts";

/** A web process whose supervisor was killed needs a moment to leave the port. */
const PATIENCE_MS = 3_000;

/**
 * Listens on a port, and waits a little for one that is just being left.
 *
 * @throws StudioError `unavailable` when the port is taken or may not be used, with the mend
 */
export async function listen(server: Server, { port, host }: { port: number; host: string }): Promise<void> {
  for (const deadline = Date.now() + PATIENCE_MS; ; await pause(100)) {
    try {
      return await listenOnce(server, port, host);
    } catch (error) {
      if (errorCode(error) === "EADDRINUSE" && Date.now() < deadline) continue;
      throw new StudioError("unavailable", reason(error, port, host), { cause: error });
    }
  }
}

async function listenOnce(server: Server, port: number, host: string): Promise<void> {
  const listening = once(server, "listening");
  server.listen({ port, host });
  await listening;
}

function reason(error: unknown, port: number, host: string): string {
  switch (errorCode(error)) {
    case "EADDRINUSE":
      return `Port ${port} on ${host} is taken by another program. Choose another, for example: npm start -- --port ${port === 65_535 ? 3000 : port + 1}`;
    case "EACCES":
      return `Port ${port} needs more rights than this user has. Choose one from 1024 up with --port.`;
    case "EADDRNOTAVAIL":
    case "ENOTFOUND":
    case "EAI_AGAIN":
      return `This machine has no address ${host}. Choose another with --host, for example: --host 127.0.0.1`;
    default:
      return `Port ${port} on ${host} cannot be used: ${error instanceof Error ? error.message : "unknown reason"}.`;
  }
}
