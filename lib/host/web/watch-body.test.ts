import { once } from "node:events";
import { createServer, type IncomingMessage } from "node:http";
import { connect } from "node:net";
import { expect, onTestFinished, test } from "vitest";
import { watchBody } from "./watch-body.ts";

const windowMs = 100;

/** A server that reads bodies (or does not) under watch, and a connection that has sent the head of an upload. */
async function upload({ reading = true } = {}) {
  const stalled = Promise.withResolvers<string>();
  const arrived = Promise.withResolvers<IncomingMessage>();
  const server = createServer((request, response) => {
    arrived.resolve(request);
    watchBody(request, () => stalled.resolve("stalled"), { slowest: 100, windowMs });
    if (reading) request.resume().once("end", () => response.end("whole"));
  });
  server.listen(0, "127.0.0.1");
  await once(server, "listening");
  onTestFinished(() => {
    server.closeAllConnections();
    server.close();
  });
  const address = server.address();
  const socket = connect(typeof address === "object" ? (address?.port ?? 0) : 0, "127.0.0.1");
  // The end of a test cuts what is still being sent.
  socket.on("error", () => undefined);
  socket.write("POST / HTTP/1.1\r\nhost: localhost\r\ncontent-length: 3000\r\n\r\n");
  return { socket, stalled: stalled.promise, request: await arrived.promise };
}

test("a body that stands still is given up", async () => {
  const { stalled } = await upload();
  expect(await stalled).toBe("stalled");
});

test("a body that comes slower than the rate is given up", async () => {
  const { socket, stalled } = await upload();
  const trickle = setInterval(() => socket.write("x"), windowMs / 5);
  onTestFinished(() => clearInterval(trickle));
  expect(await stalled).toBe("stalled");
});

test("a body that keeps the rate may take longer than any window", async () => {
  const { socket, stalled } = await upload();
  let sent = 0;
  const steady = setInterval(() => {
    if (sent < 3000) socket.write("x".repeat(150));
    sent += 150;
  }, windowMs / 4);
  onTestFinished(() => clearInterval(steady));
  const answer = once(socket, "data").then(([text]) => String(text));
  expect(await Promise.race([answer, stalled])).toMatch(/whole$/);
});

test("a body that waits for us is not given up", async () => {
  const { socket, stalled, request } = await upload({ reading: false });
  socket.write("x".repeat(2000));
  await once(request, "readable");
  const longer = new Promise<string>((resolve) => setTimeout(() => resolve("kept"), windowMs * 4));
  expect(await Promise.race([longer, stalled])).toBe("kept");
});
