import type { IncomingMessage } from "node:http";

/** Slower than this is not a slow line but someone who holds connections open. */
export const SLOWEST_BYTES = 4_096;
export const WINDOW_MS = 30_000;

/**
 * Ends a request whose body stands still or trickles, however large it may be: at least 4 KiB must come in 30 s. Time that
 * the body waits for us does not count.
 */
export function watchBody(
  request: IncomingMessage,
  onStall: () => void,
  { slowest = SLOWEST_BYTES, windowMs = WINDOW_MS } = {},
): void {
  if (request.headers["content-length"] === undefined && request.headers["transfer-encoding"] === undefined) return;
  const { socket } = request;
  let before = socket.bytesRead;
  const timer = setInterval(() => {
    if (request.complete || request.destroyed) return clearInterval(timer);
    const came = socket.bytesRead - before;
    before = socket.bytesRead;
    if (came >= slowest || request.readableLength > 0) return;
    clearInterval(timer);
    onStall();
  }, windowMs);
  timer.unref();
  request.once("close", () => clearInterval(timer));
}
