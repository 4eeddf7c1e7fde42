import { once } from "node:events";
import { createServer } from "node:http";
import { type AddressInfo, createServer as createListener, type Server } from "node:net";
import { afterAll, beforeAll, beforeEach, expect, test } from "vitest";
import { type HostRule, parseHostRule } from "#lib/outbound/host-rule.ts";
import { parseBaseUrl } from "#lib/outbound/parse-base-url.ts";
import {
  findOutboundTrouble,
  OutboundRefused,
  openGuardedFetch,
  Redirected,
  type ResolveHost,
} from "./guarded-fetch.ts";

const rule = (text: string, options?: { private: boolean }): HostRule => {
  const parsed = parseHostRule(text, options);
  if ("trouble" in parsed) throw new RangeError(`${text} ${parsed.trouble}`);
  return parsed;
};

/** Counts who connects, by IPv4 and IPv6, whatever they want. */
let listener: Server;
/** Answers, or sends on to wherever the path says. */
let mock: ReturnType<typeof createServer>;
let packets = 0;
let connections = 0;
let port = 0;
let mockPort = 0;

beforeAll(async () => {
  listener = createListener((socket) => {
    packets++;
    socket.destroy();
  }).listen(0, "::");
  await once(listener, "listening");
  port = (listener.address() as AddressInfo).port;
  mock = createServer((request, response) => {
    const to = new URL(request.url ?? "/", "http://mock").searchParams.get("to");
    if (to === null) response.end("here");
    else {
      // As the bytes of UTF-8; a header holds no control characters.
      const location = Buffer.from(to.replace(/[\t\n]/g, encodeURIComponent)).toString("latin1");
      response.writeHead(Number(request.headers["x-status"] ?? 302), { location }).end();
    }
  })
    .on("connection", () => connections++)
    .listen(0, "127.0.0.1");
  await once(mock, "listening");
  mockPort = (mock.address() as AddressInfo).port;
});
afterAll(() => {
  listener.close();
  mock.close();
});
beforeEach(() => {
  packets = 0;
  connections = 0;
});

const addresses: ResolveHost = async () => [{ address: "127.0.0.1", family: 4 }];

/** Every spelling of an address that leads to the listener, or to where credentials are kept. */
const targets = () => [
  `http://127.0.0.1:${port}/v1`,
  `http://127.1:${port}/v1`,
  `http://0x7f000001:${port}/v1`,
  `http://2130706433:${port}/v1`,
  `http://0177.0.0.1:${port}/v1`,
  `http://localhost:${port}/v1`,
  `http://localhost.:${port}/v1`,
  `http://a.localhost:${port}/v1`,
  `http://0.0.0.0:${port}/v1`,
  `http://[::1]:${port}/v1`,
  `http://[::]:${port}/v1`,
  `http://[::ffff:127.0.0.1]:${port}/v1`,
  `http://[::ffff:7f00:1]:${port}/v1`,
  "http://169.254.169.254/latest/meta-data/",
  "http://[fd00:ec2::254]/latest/meta-data/",
  "http://metadata.google.internal/computeMetadata/v1/",
  `http://10.0.0.1:${port}/v1`,
  `http://172.16.0.1:${port}/v1`,
  `http://192.168.0.1:${port}/v1`,
  `http://100.64.0.1:${port}/v1`,
  `http://198.18.0.1:${port}/v1`,
  `http://224.0.0.1:${port}/v1`,
  `http://240.0.0.1:${port}/v1`,
  `http://[fe80::1%25eth0]:${port}/v1`,
  `http://[fc00::1]:${port}/v1`,
  `http://[64:ff9b::7f00:1]:${port}/v1`,
  `http://[2002:7f00:1::]:${port}/v1`,
  `http://[2001:0:4136:e378:8000:63bf:80ff:fffe]:${port}/v1`,
  `http://user:pass@127.0.0.1:${port}/v1`,
  `https://allowed.example:${port}#@127.0.0.1:${port}`,
  `https://allowed.example:${port}\\@127.0.0.1:${port}`,
  `http://127.0.0.1:\t${port}/v1`,
  `http://127.0.0.1\n:${port}/v1`,
  `http://127。0。0。1:${port}/v1`,
  `http://lоcalhost:${port}/v1`,
  "https://allowed.example:22/v1",
  "https://allowed.example:25/v1",
  "https://allowed.example:5432/v1",
  "https://allowed.example:6379/v1",
  "file:///etc/passwd",
  `gopher://127.0.0.1:${port}/`,
  "data:text/plain,hello",
  `ftp://127.0.0.1:${port}/`,
  `http://127.0.0.1:${port}/v1/../admin`,
];
const onlyExample = [rule("allowed.example")];

test("S: at save, every case is refused without a packet", async () => {
  for (const target of targets()) {
    const base = parseBaseUrl(target);
    const trouble = "trouble" in base ? base.trouble : await findOutboundTrouble(onlyExample, base, addresses);
    expect(trouble, target).toBeTypeOf("string");
  }
  expect(packets).toBe(0);
});

test("S: at use, every case is refused without a packet, proxies of the environment or not", async () => {
  const proxies = ["http_proxy", "https_proxy", "HTTP_PROXY", "HTTPS_PROXY", "ALL_PROXY", "NODE_USE_ENV_PROXY"];
  const before = proxies.map((name) => process.env[name]);
  for (const proxy of [null, `http://127.0.0.1:${port}`]) {
    if (proxy !== null) for (const name of proxies) process.env[name] = name === "NODE_USE_ENV_PROXY" ? "1" : proxy;
    const way = openGuardedFetch(onlyExample, addresses);
    for (const target of targets()) await expect(way.fetch(target), target).rejects.toThrow();
    await way.close();
    // What is allowed does not go by way of a proxy either.
    const near = openGuardedFetch([rule(`127.0.0.1:${mockPort}`)]);
    expect(await (await near.fetch(`http://127.0.0.1:${mockPort}/v1`)).text()).toBe("here");
    await near.close();
  }
  for (const [at, name] of proxies.entries()) {
    const value = before[at];
    if (value === undefined) delete process.env[name];
    else process.env[name] = value;
  }
  expect(packets).toBe(0);
});

test("S: at a redirect, nobody is followed anywhere, whatever the status", async () => {
  const way = openGuardedFetch([rule("127.0.0.1")]);
  const base = `http://127.0.0.1:${mockPort}/v1`;
  for (const target of [...targets(), `${base}/elsewhere`])
    for (const status of [301, 302, 303, 307, 308]) {
      const asked = way.fetch(`${base}?to=${encodeURIComponent(target)}`, { headers: { "x-status": `${status}` } });
      await expect(asked, `${status} ${target}`).rejects.toThrow(Redirected);
    }
  await way.close();
  expect(packets).toBe(0);
});

test("a name is judged by all its addresses, at each connection, and the connection goes to what was judged", async () => {
  const both: ResolveHost = async () => [
    { address: "93.184.215.14", family: 4 },
    { address: "::1", family: 6 },
  ];
  const way = openGuardedFetch([rule("mixed.example")], both);
  await expect(way.fetch(`https://mixed.example:${port}/v1`)).rejects.toMatchObject({
    cause: expect.any(OutboundRefused),
  });
  await way.close();
  // A name that leads elsewhere from look to look: the first look is all there is, and the second is judged anew.
  const answers = ["93.184.215.14", "127.0.0.1", "127.0.0.1"];
  let looks = 0;
  const rebinding: ResolveHost = async () => [{ address: answers[looks++] ?? "127.0.0.1", family: 4 }];
  const base = parseBaseUrl(`https://rebinding.example:${port}/v1`);
  if ("trouble" in base) throw new RangeError(base.trouble);
  const rules = [rule("rebinding.example")];
  expect(await findOutboundTrouble(rules, base, rebinding)).toBeNull();
  const later = openGuardedFetch(rules, rebinding);
  await expect(later.fetch(base.href)).rejects.toMatchObject({ cause: expect.any(OutboundRefused) });
  await later.close();
  expect(packets).toBe(0);
});

test("a private name that the operator allows is reached, by one look for each connection", async () => {
  let looks = 0;
  const inside: ResolveHost = async () => {
    looks++;
    return [{ address: "127.0.0.1", family: 4 }];
  };
  const way = openGuardedFetch([rule("inside.example", { private: true })], inside);
  const asked = () => way.fetch(`http://inside.example:${mockPort}/v1`);
  expect(await (await asked()).text()).toBe("here");
  expect(await (await asked()).text()).toBe("here");
  expect(looks).toBe(connections);
  await way.close();
});

test("a host that is allowed on one port is not on another", async () => {
  const way = openGuardedFetch([rule(`127.0.0.1:${mockPort}`)]);
  expect((await way.fetch(`http://127.0.0.1:${mockPort}/v1`)).status).toBe(200);
  await expect(way.fetch(`http://127.0.0.1:${port}/v1`)).rejects.toThrow(OutboundRefused);
  await way.close();
  expect(packets).toBe(0);
});
