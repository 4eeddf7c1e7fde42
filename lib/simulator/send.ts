import type { Server, ServerResponse } from "node:http";
import type { FaultRule } from "#lib/simulation/faults.ts";
import type { PlainAnswer } from "#lib/simulation/plain-answer.ts";

/** A TLS alert, "handshake failure": what a door for encrypted traffic says to a caller in clear text. */
const tlsAlert = Buffer.from([0x15, 0x03, 0x01, 0x00, 0x02, 0x02, 0x28]);

/**
 * Answers as a fault of the way would have it (F14 to F18).
 *
 * @returns false where the fault is none of these, and the answer is still to be sent
 */
export function sendDisturbed(response: ServerResponse, plain: PlainAnswer, fault: FaultRule, server: Server): boolean {
  const { socket } = response;
  switch (fault.fault) {
    case "F14":
      beAway(server, fault.seconds ?? 1);
      socket?.destroy();
      return true;
    case "F15":
      socket?.end(tlsAlert);
      return true;
    case "F16":
      return true;
    case "F17":
      drip(response, plain, (fault.seconds ?? 5) * 1_000);
      return true;
    case "F18": {
      const body = Buffer.from(plain.body);
      response.writeHead(plain.status, { ...plain.headers, "content-length": body.length });
      response.write(body.subarray(0, Math.floor(body.length / 2)), () => socket?.resetAndDestroy());
      return true;
    }
    default:
      return false;
  }
}

/** Streams events. F17, F18 and F21 disturb how the bytes go. */
export async function sendEvents(
  response: ServerResponse,
  events: readonly string[],
  fault: FaultRule | null,
  server: Server,
): Promise<void> {
  const headers = { "content-type": "text/event-stream", "cache-control": "no-store" };
  if (fault && sendDisturbed(response, { status: 200, headers, body: events.join("") }, fault, server)) return;
  response.writeHead(200, headers);
  for (const event of events) {
    if (response.destroyed) return;
    const bytes = Buffer.from(event);
    if (fault?.fault === "F21") for (const byte of bytes) response.write(Buffer.of(byte));
    else response.write(bytes);
    await new Promise((resolve) => setImmediate(resolve));
  }
  response.end();
}

function drip(response: ServerResponse, { status, headers, body }: PlainAnswer, every: number): void {
  const bytes = Buffer.from(body);
  response.writeHead(status, { ...headers, "content-length": bytes.length });
  let at = 0;
  const timer = setInterval(() => {
    response.write(bytes.subarray(at, ++at));
    if (at >= bytes.length) response.end();
  }, every);
  response.once("close", () => clearInterval(timer));
}

/** Nobody is let in for a while: connections are refused. */
function beAway(server: Server, seconds: number): void {
  const address = server.address();
  if (address === null || typeof address === "string") return;
  server.close();
  server.closeAllConnections();
  setTimeout(() => server.listen(address.port, address.address), seconds * 1_000);
}
