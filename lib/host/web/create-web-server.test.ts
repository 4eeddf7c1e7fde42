import { once } from "node:events";
import { type IncomingHttpHeaders, type OutgoingHttpHeaders, request } from "node:http";
import { connect } from "node:net";
import { describe, expect, onTestFinished, test } from "vitest";
import { isPortFree } from "../free-port.ts";
import { addressHeader } from "./clean-headers.ts";
import { createWebServer, type Handler, type WebServerOptions } from "./create-web-server.ts";
import { listen } from "./listen.ts";

/** Answers with the headers that came through the gate. */
const echo: Handler = async (incoming, response) => {
  response.end(JSON.stringify({ headers: incoming.headers, raw: incoming.rawHeaders }));
};

async function serve(options: Partial<WebServerOptions> = {}) {
  const web = createWebServer({
    handler: echo,
    isDatabaseReady: async () => true,
    origin: null,
    listen: "127.0.0.1",
    trustProxy: false,
    ...options,
  });
  await listen(web.server, { port: 0, host: "127.0.0.1" });
  onTestFinished(() => web.drain(0));
  const address = web.server.address();
  if (address === null || typeof address === "string") throw new Error("no port");
  return { ...web, port: address.port };
}

interface Answer {
  status: number | undefined;
  headers: IncomingHttpHeaders;
  text: string;
}

async function ask(
  port: number,
  headers: OutgoingHttpHeaders = {},
  { path = "/", method = "GET" } = {},
): Promise<Answer> {
  const outgoing = request({ port, host: "127.0.0.1", path, method, headers, agent: false }).end();
  const [response] = await once(outgoing, "response");
  let text = "";
  for await (const chunk of response) text += chunk;
  return { status: response.statusCode, headers: response.headers, text };
}

describe("the gate", () => {
  test("writes the address of the reader over whatever the request says", async () => {
    const { port } = await serve();
    const { text } = await ask(port, {
      [addressHeader]: "6.6.6.6",
      "X-Forwarded-For": "6.6.6.6",
      "x-forwarded-host": "evil.example",
      forwarded: "for=6.6.6.6",
      "x-real-ip": "6.6.6.6",
      "x-middleware-subrequest": "proxy:proxy:proxy",
      "x-invoke-path": "/",
      "x-nextjs-data": "1",
      "x-kept": "yes",
    });
    const { headers, raw } = JSON.parse(text);
    expect(headers).toEqual({
      host: `127.0.0.1:${port}`,
      connection: "close",
      "x-kept": "yes",
      [addressHeader]: "127.0.0.1",
    });
    expect(raw.join(" ")).not.toMatch(/6\.6\.6\.6|evil|subrequest/);
  });

  test("refuses an address whose percent signs stand for nothing", async () => {
    const { port } = await serve();
    for (const path of ["/projects/%E0%A4%A", "/%", "/%ff%fe", "/a%zz?b=c"])
      expect((await ask(port, {}, { path })).status, path).toBe(400);
    expect((await ask(port, {}, { path: "/projects/%E6%96%87?q=%" })).status).toBe(200);
  });

  test("believes the last entry of a trusted proxy only", async () => {
    const { port } = await serve({ trustProxy: true });
    const address = async (forwarded: string) =>
      JSON.parse((await ask(port, { "x-forwarded-for": forwarded })).text).headers[addressHeader];
    expect(await address("6.6.6.6, 203.0.113.7")).toBe("203.0.113.7");
    expect(await address("203.0.113.7, not-an-address")).toBe("127.0.0.1");
  });

  test.each([
    ["localhost:3000", 200],
    ["[::1]:3000", 200],
    ["LOCALHOST", 200],
    ["127.0.0.1", 200],
    ["tessera.example.org", 200],
    ["evil.example", 421],
    ["localhost.evil.example", 421],
    ["127.0.0.1.evil.example", 421],
    ["192.0.2.1", 421],
    ["evil.example@localhost", 421],
    ["localhost/x", 421],
  ])("answers to the host %j with %i", async (host, status) => {
    const { port } = await serve({ origin: "https://tessera.example.org" });
    expect((await ask(port, { host })).status).toBe(status);
  });

  test("refuses what no page of ours sends", async () => {
    const { port } = await serve();
    const action = { "next-action": "abc" };
    expect((await ask(port, action, { method: "POST", path: "/api/v1/me" })).status).toBe(404);
    expect((await ask(port, action)).status).toBe(404);
    expect((await ask(port, {}, { method: "PUT", path: "/sign-in" })).status).toBe(405);
    expect((await ask(port, {}, { method: "POST", path: "//evil.example/" })).status).toBe(405);
    const back = await ask(port, {}, { method: "POST", path: "/sign-in?next=%2Fprojects" });
    expect([back.status, back.headers.location]).toEqual([303, "/sign-in?next=%2Fprojects"]);
    expect((await ask(port, {}, { method: "POST", path: "/api/v1/me" })).status).toBe(200);
    expect((await ask(port, {}, { method: "TRACE" })).status).toBe(405);
    expect((await ask(port, { "x-long": "a".repeat(20_000) })).status).toBe(431);
  });

  test("refuses web sockets", async () => {
    const { port } = await serve();
    const socket = connect(port, "127.0.0.1");
    socket.write("GET / HTTP/1.1\r\nhost: localhost\r\nconnection: upgrade\r\nupgrade: websocket\r\n\r\n");
    const [answer] = await once(socket, "data");
    expect(String(answer)).toMatch(/^HTTP\/1\.1 400 /);
    await once(socket, "close");
  });

  test("tells whether it is well and whether the database is", async () => {
    let database = true;
    const { port } = await serve({ isDatabaseReady: async () => database });
    const status = async (path: string) => (await ask(port, { host: "any.name" }, { path })).status;
    expect([await status("/healthz"), await status("/readyz")]).toEqual([200, 200]);
    database = false;
    expect([await status("/healthz"), await status("/readyz")]).toEqual([200, 503]);
  });
});

describe("draining", () => {
  test("lets the answer under way finish and takes no new connection", async () => {
    const under = Promise.withResolvers<void>();
    const arrived = Promise.withResolvers<void>();
    const { port, drain } = await serve({
      handler: async (_incoming, response) => {
        arrived.resolve();
        await under.promise;
        response.end("done");
      },
    });
    const answer = ask(port);
    await arrived.promise;
    const drained = drain(10_000);
    expect(await isPortFree(port)).toBe(true);
    under.resolve();
    expect((await answer).text).toBe("done");
    await drained;
  });

  test("does not wait for streams of events, which have no end", async () => {
    const { port, drain } = await serve({
      handler: async (_incoming, response) => {
        response.setHeader("content-type", "text/event-stream; charset=utf-8").write(":\n\n");
      },
    });
    const outgoing = request({ port, host: "127.0.0.1", agent: false }).end();
    const [response] = await once(outgoing, "response");
    const cut = expect(response.toArray()).rejects.toThrow("aborted");
    await drain(3_600_000);
    await cut;
  });

  test("cuts what does not finish in time", async () => {
    const arrived = Promise.withResolvers<void>();
    const { port, drain } = await serve({ handler: async () => arrived.resolve() });
    const answer = expect(ask(port)).rejects.toThrow(/socket hang up/);
    await arrived.promise;
    await drain(50);
    await answer;
  });
});

test("a taken port is named with the mend", async () => {
  const { port } = await serve();
  const other = createWebServer({
    handler: echo,
    isDatabaseReady: async () => true,
    origin: null,
    listen: "127.0.0.1",
    trustProxy: false,
  });
  await expect(listen(other.server, { port, host: "127.0.0.1" })).rejects.toThrow(
    `Port ${port} on 127.0.0.1 is taken by another program. Choose another, for example: npm start -- --port ${port + 1}`,
  );
});
