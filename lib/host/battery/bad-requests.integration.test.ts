import { readdirSync, readFileSync } from "node:fs";
import { request } from "node:http";
import { join } from "node:path";
import { afterAll, beforeAll, expect, test } from "vitest";
import { openWorld } from "#lib/world/world.ts";
import { prepareDataFolder } from "../data-folder.ts";
import { newDataPath } from "./new-data-path.ts";
import { owner, type PreparedProject, prepareProject } from "./prepare-project.ts";
import { sendRaw } from "./raw-request.ts";
import { clearAway, databaseUrlOf, root, type StudioProcess, startStudio } from "./studio-process.ts";

let studio: StudioProcess;
let project: PreparedProject;
/** The session cookie of the owner. */
let cookie: string;
let setCookies: string[];

beforeAll(async () => {
  studio = await startStudio({ data: await prepareDataFolder(await newDataPath()) });
  await studio.ready();
  const world = openWorld({ databaseUrl: await databaseUrlOf(studio.data), folder: studio.data });
  project = await prepareProject(world, { rows: 12, clients: 1, slug: "secret-project" });
  await world.close();
  const signedIn = await fetch(`${studio.address}/api/auth/sign-in/email`, {
    method: "POST",
    headers: { "content-type": "application/json", origin: studio.address },
    body: JSON.stringify({ email: owner.email, password: owner.password }),
  });
  expect(signedIn.status).toBe(200);
  setCookies = signedIn.headers.getSetCookie();
  cookie = setCookies.map((line) => line.split(";")[0]).join("; ");
}, 90_000);

afterAll(() => clearAway(studio));

interface Asked {
  method?: string;
  headers?: Record<string, string>;
  body?: string;
}

/** Sends a request with any header, also those that `fetch` sets by itself. */
function ask(path: string, { method = "GET", headers = {}, body }: Asked = {}) {
  return new Promise<{ status: number; headers: Record<string, string | string[] | undefined>; text: string }>(
    (resolve, reject) => {
      const sent = request({ host: "127.0.0.1", port: studio.port, path, method, headers }, (answer) => {
        let text = "";
        answer
          .setEncoding("utf8")
          .on("data", (chunk: string) => {
            text += chunk;
          })
          .once("end", () => resolve({ status: answer.statusCode ?? 0, headers: answer.headers, text }))
          .once("error", reject);
      });
      sent.once("error", reject).end(body);
    },
  );
}

type Answer = Awaited<ReturnType<typeof ask>>;

const pages = ["", "/browse", "/triage", "/import", "/export", "/settings", "/team"].map(
  (page) => `/projects/secret-project${page}`,
);
const isSignIn = ({ status, headers }: Answer) =>
  [302, 303, 307, 308].includes(status) && /^(http:\/\/127\.0\.0\.1:\d+)?\/sign-in/.test(String(headers.location));
const insides = /node_modules|\.next\/|\bat \S+ \(|PrismaClient|SELECT |lib\/(db|host|services)\//;
const secrets = () => [/Basque|Hausa|holiday number/, new RegExp(project.id)];

/** A refusal, a redirection to the sign-in page, or the page itself without a word of the project. */
function expectRefused(answer: Answer, what: string): void {
  expect(answer.status, what).toBeGreaterThanOrEqual(200);
  expect(answer.status, what).toBeLessThan(500);
  expect(answer.text, what).not.toMatch(insides);
  for (const secret of secrets()) expect(answer.text, what).not.toMatch(secret);
  if (answer.status < 400 && answer.status >= 300)
    expect(isSignIn(answer) || isSamePlace(answer), `${what} → ${answer.headers.location}`).toBe(true);
}

/** A redirection within this server, such as one that takes a slash off the end of a path. */
const isSamePlace = ({ headers }: Answer) => /^\/(?!\/)/.test(String(headers.location));

test("R13: methods that a route does not know are refused", async () => {
  const api = `/api/v1/projects/${project.slug}/conversations`;
  for (const [method, path, status] of [
    ["TRACE", "/", 405],
    ["TRACE", api, 405],
    ["TRACK", "/", 400],
    ["PUT", api, 405],
    ["DELETE", api, 405],
    ["PUT", `/api/v1/projects/${project.slug}/undo`, 405],
    ["GET", `/api/v1/projects/${project.slug}/undo`, 405],
  ] as const) {
    const answer = await ask(path, { method, headers: { cookie, origin: studio.address } });
    expect(answer.status, `${method} ${path}`).toBe(status);
    expectRefused(answer, `${method} ${path}`);
  }
});

test("R14, R17, R18: headers that frameworks say to themselves open no page", async () => {
  const tricks: Record<string, string>[] = [
    { "x-middleware-subrequest": "middleware:middleware:middleware:middleware:middleware" },
    { "x-middleware-subrequest": "src/middleware:proxy", "x-middleware-invoke": "1" },
    { "x-middleware-rewrite": "/projects", "x-nextjs-data": "1" },
    { "x-invoke-path": "/projects", "x-matched-path": "/projects" },
    { "next-action": "0000000000000000000000000000000000000000" },
    { rsc: "1" },
    { rsc: "1", "next-router-prefetch": "1" },
    { rsc: "1", "next-router-prefetch": "1", "next-router-segment-prefetch": "/_tree" },
    { rsc: "1", "next-router-segment-prefetch": "/projects/$d$project/__PAGE__" },
    { rsc: "1", "next-router-state-tree": encodeURIComponent(JSON.stringify(["", { children: ["projects", {}] }])) },
  ];
  for (const path of [...pages, "/projects", "/projects/new"]) {
    const plain = await ask(path);
    expect(isSignIn(plain), path).toBe(true);
    for (const headers of tricks) expectRefused(await ask(path, { headers }), `${path} ${JSON.stringify(headers)}`);
    expectRefused(await ask(`${path}?_rsc=abcde`, { headers: { rsc: "1" } }), `${path}?_rsc`);
    expectRefused(await ask(`${path}.rsc`), `${path}.rsc`);
    expectRefused(await ask(path, { method: "POST", headers: { "next-action": "f".repeat(40) }, body: "[]" }), path);
  }
});

test("R15, R16: nobody but the socket says who asks, and no other name leads here", async () => {
  for (const host of ["evil.example", "127.0.0.1.evil.example", "169.254.169.254", "localhost@evil.example"]) {
    const answer = await ask("/sign-in", { headers: { host } });
    expect([400, 421], host).toContain(answer.status);
    expect(answer.text).not.toContain("evil.example");
  }
  const spoofed = {
    "x-forwarded-host": "evil.example",
    "x-forwarded-proto": "https",
    "x-forwarded-for": "10.0.0.1",
    forwarded: "host=evil.example",
  };
  for (const path of [...pages, "/sign-in"]) {
    const answer = await ask(path, { headers: spoofed });
    expect(`${answer.text}${JSON.stringify(answer.headers)}`, path).not.toContain("evil.example");
  }
  const forged = await ask("/api/auth/sign-out", {
    method: "POST",
    headers: { ...spoofed, cookie, origin: "https://evil.example", "content-type": "application/json" },
    body: "{}",
  });
  expect(forged.status).toBe(403);
});

test("R19, R20: odd spellings of a path, and parameters of the framework, lead nowhere new", async () => {
  const slug = project.slug;
  const odd = [
    "//evil.example/projects",
    `/projects/${slug}/`,
    `//projects/${slug}`,
    `/projects/${slug}/browse/..%2fsettings`,
    `/%2e%2e/%2e%2e/projects/${slug}`,
    `/projects/%2e%2e/projects/${slug}`,
    `/projects/${slug};/browse`,
    `/PROJECTS/${slug}`,
    `/Projects/${slug.toUpperCase()}`,
    `/projects/${slug}%00`,
    "/projects/%E0%A4%A",
    "/projects/%ff%fe",
    "/_next/data/x/projects.json",
    `/_next/../projects/${slug}`,
    "/_next/image?url=http://169.254.169.254/&w=64&q=75",
    "/_next/static/%2e%2e/%2e%2e/server/middleware-manifest.json",
    "/.next/BUILD_ID",
    "/.env",
    `/projects/x?nxtPproject=${slug}`,
    `/sign-in?nxtPproject=${slug}&nxtIproject=${slug}`,
    `/api/v1/projects/x/conversations?nxtPproject=${slug}`,
    "/api/v1/projects/%5B%5D/conversations",
    `/sign-in?next=${encodeURIComponent("//evil.example")}`,
  ];
  for (const path of odd) {
    const answer = await ask(path);
    expectRefused(answer, path);
    const known = await ask(path, { headers: { cookie } });
    expect(known.status, path).toBeLessThan(500);
    expect(known.text, path).not.toMatch(insides);
    expect(String(answer.headers.location ?? ""), path).not.toMatch(/^(https?:)?[\\/]{2}(?!127\.0\.0\.1)/);
  }
  const injected = await ask(`/api/v1/projects/x/conversations?nxtPproject=${slug}`, { headers: { cookie } });
  expect([404, 422]).toContain(injected.status);
});

test("R47, R48, R49: two lengths, an endless header and an upgrade get no further than the gate", async () => {
  const { port } = studio;
  const host = `host: 127.0.0.1:${port}\r\n`;
  const hidden = `GET /healthz HTTP/1.1\r\n${host}\r\n`;
  const both = await sendRaw(
    port,
    `POST /api/v1/setup HTTP/1.1\r\n${host}content-length: ${hidden.length + 5}\r\ntransfer-encoding: chunked\r\n\r\n0\r\n\r\n${hidden}`,
  );
  expect(both.status).toBe(400);
  expect(both.text).not.toContain("200 OK");
  for (const head of [
    "content-length: 5\r\ncontent-length: 6\r\n",
    "transfer-encoding: xchunked\r\n",
    "transfer-encoding: chunked, identity\r\n",
    "content-length: -1\r\n",
    "content-length : 5\r\n",
  ]) {
    const answer = await sendRaw(port, `POST /api/v1/setup HTTP/1.1\r\n${host}${head}\r\n0\r\n\r\n${hidden}`);
    expect(answer.status, head).toBe(400);
    expect(answer.text, head).not.toContain("\r\n\r\nok");
  }
  const large = await sendRaw(port, `GET /sign-in HTTP/1.1\r\n${host}x-large: ${"a".repeat(65_536)}\r\n\r\n`);
  expect(large.status).toBe(431);
  const socket =
    "upgrade: websocket\r\nconnection: upgrade\r\nsec-websocket-version: 13\r\nsec-websocket-key: dGhlIHNhbXBsZSBub25jZQ==\r\n";
  for (const target of ["/", "/api/v1/me", "http://169.254.169.254/latest", "//evil.example/"])
    expect((await sendRaw(port, `GET ${target} HTTP/1.1\r\n${host}${socket}\r\n`)).status, target).toBe(400);
  const absolute = await sendRaw(
    port,
    `GET http://169.254.169.254/latest HTTP/1.1\r\n${host}connection: close\r\n\r\n`,
  );
  expect(absolute.status).toBeGreaterThanOrEqual(300);
  expect(absolute.status).toBeLessThan(500);
});

test("R50: what looks like calls of server functions is refused on every path", async () => {
  const flight = [
    '["$1:__proto__:then","$@0"]',
    '{"then":"$1:__proto__:then","status":"resolved_model","reason":-1,"value":"{\\"then\\":\\"$B0\\"}","_response":{"_prefix":"process.exit(7)","_formData":{"get":"$1:constructor:constructor"}}}',
    "$".repeat(20_000),
    '["$0","$0","$K1"]',
  ];
  const form = (body: string) =>
    `--b\r\ncontent-disposition: form-data; name="0"\r\n\r\n${body}\r\n--b\r\ncontent-disposition: form-data; name="1"\r\n\r\n"$@0"\r\n--b--\r\n`;
  const before = studio.pids("web");
  for (const path of ["/", "/sign-in", ...pages, "/api/v1/setup", "/api/v1/me", "/api/auth/sign-in/email"]) {
    for (const body of flight) {
      const asked = { method: "POST", headers: { origin: studio.address } };
      const ways: Record<string, string>[] = [
        { "content-type": "multipart/form-data; boundary=b" },
        { "content-type": "multipart/form-data; boundary=b", "next-action": "x" },
        { "content-type": "text/x-component", rsc: "1" },
      ];
      for (const headers of ways) {
        const answer = await ask(path, { ...asked, headers: { ...asked.headers, ...headers }, body: form(body) });
        expectRefused(answer, `${path} ${JSON.stringify(headers)} ${body.slice(0, 40)}`);
        expect(answer.status, `${path} ${JSON.stringify(headers)}`).toBeGreaterThanOrEqual(300);
      }
    }
  }
  expect(studio.pids("web")).toEqual(before);
  expect(studio.said()).not.toMatch(/request failed|rror:/);
});

test("every page has a policy with a nonce of its own, and the other headers of its kind", async () => {
  const nonces = new Set<string>();
  const shown = ["/sign-in", "/invitation", "/set-up", "/nowhere", "/projects", ...pages];
  for (const path of shown) {
    const answer = await ask(path, { headers: path === "/sign-in" ? {} : { cookie } });
    expect(answer.status, path).toBeLessThan(500);
    const policy = String(answer.headers["content-security-policy"]);
    const directive = (name: string) => policy.split("; ").find((part) => part.startsWith(`${name} `)) ?? "";
    const nonce = /'nonce-([A-Za-z0-9+/=]{20,})'/.exec(directive("script-src"))?.[1];
    expect(nonce, path).toBeDefined();
    nonces.add(nonce ?? "");
    expect(directive("script-src"), path).toBe(`script-src 'nonce-${nonce}' 'strict-dynamic'`);
    for (const part of [
      "default-src 'none'",
      "object-src 'none'",
      "base-uri 'none'",
      "frame-ancestors 'none'",
      "form-action 'self'",
      "require-trusted-types-for 'script'",
    ])
      expect(policy.split("; "), path).toContain(part);
    expect(answer.headers, path).toMatchObject({
      "strict-transport-security": expect.stringMatching(/max-age=(31536|63072)000/),
      "x-content-type-options": "nosniff",
      "referrer-policy": expect.stringMatching(/^(no-referrer|same-origin)$/),
      "cross-origin-opener-policy": "same-origin",
      "cross-origin-resource-policy": "same-origin",
      "permissions-policy": expect.stringContaining("camera=()"),
    });
    expect(answer.headers["x-powered-by"], path).toBeUndefined();
    expect(answer.headers["cache-control"], path).toMatch(/no-store/);
    const scripts = [...answer.text.matchAll(/<script\b[^>]*>/g)];
    if (answer.status === 200) expect(scripts.length, path).toBeGreaterThan(0);
    for (const [script] of scripts) expect(script, path).toContain(`nonce="${nonce}"`);
    expect(answer.text, path).not.toMatch(/\son\w+="/);
  }
  expect(nonces.size).toBe(shown.length);
  const api = await ask("/api/v1/me", { headers: { cookie } });
  expect(api.headers).toMatchObject({ "x-content-type-options": "nosniff", "cache-control": "private, no-store" });
});

test("the session's cookie is sent by no script, no other site and no plain name", () => {
  const session = setCookies.filter((line) => line.includes("session"));
  expect(session.length).toBeGreaterThan(0);
  for (const line of setCookies) {
    expect(line).toMatch(/^__Host-/);
    for (const mark of [/; Secure/i, /; HttpOnly/i, /; SameSite=(Lax|Strict)/i, /; Path=\/(;|$)/i])
      expect(line).toMatch(mark);
    expect(line).not.toMatch(/; Domain=/i);
  }
});

test("D1, D2: the build holds no server function, no cached function and no public source map", () => {
  const built = join(root, ".next");
  const manifest = JSON.parse(readFileSync(join(built, "server", "server-reference-manifest.json"), "utf8"));
  expect({ node: manifest.node, edge: manifest.edge }).toEqual({ node: {}, edge: {} });
  const files = readdirSync(join(built, "static"), { recursive: true, encoding: "utf8" });
  expect(files.some((file) => file.endsWith(".js"))).toBe(true);
  expect(files.filter((file) => file.endsWith(".map"))).toEqual([]);
  for (const file of files.filter((name) => name.endsWith(".js")))
    expect(readFileSync(join(built, "static", file), "utf8"), file).not.toMatch(/sourceMappingURL=|FAILPOINT/);
});
