import { existsSync, readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { describe, expect, test } from "vitest";
import { parse } from "yaml";
import * as z from "zod";

const root = fileURLToPath(new URL("..", import.meta.url));
const read = (path: string) => readFileSync(`${root}${path}`, "utf8");

const Service = z.object({
  image: z.string(),
  build: z.string().optional(),
  command: z.array(z.string()).optional(),
  environment: z.record(z.string(), z.string()),
  volumes: z.array(z.string()),
  depends_on: z.record(z.string(), z.object({ condition: z.string() })).optional(),
  healthcheck: z.object({ test: z.array(z.string()) }).optional(),
  ports: z.array(z.string()).optional(),
});
const Compose = z.object({ services: z.record(z.string(), Service), volumes: z.record(z.string(), z.null()) });
const { services, volumes } = Compose.parse(parse(read("compose.yaml"), { merge: true }));
const { postgres, web, worker } = services;

/** Every script of ours that a text names. */
const scriptsIn = (text: string) => text.match(/\bscripts\/[\w./-]+/g) ?? [];

describe("compose.yaml", () => {
  test("has PostgreSQL, the web server and the worker apart", () => {
    expect(Object.keys(services)).toEqual(["postgres", "web", "worker"]);
    expect(postgres?.image).toBe("postgres:17");
    expect(web?.command?.join(" ")).toContain("scripts/start.ts --without-worker");
    expect(worker?.command).toContain("scripts/worker.ts");
    expect(worker?.ports).toBeUndefined();
  });

  test("gives web and worker the same image, database, secret and folder, and starts both after PostgreSQL", () => {
    expect(worker?.image).toBe(web?.image);
    expect(worker?.environment).toEqual(web?.environment);
    expect(worker?.volumes).toEqual(web?.volumes);
    for (const service of [web, worker]) expect(service?.depends_on?.postgres?.condition).toBe("service_healthy");
  });

  test("holds no secret and no default for one", () => {
    const secrets = [web?.environment.TESSERA_SECRET, postgres?.environment.POSTGRES_PASSWORD];
    for (const secret of secrets) expect(secret).toMatch(/^\$\{\w+:\?.+\}$/);
    expect(web?.environment.DATABASE_URL).toMatch(
      /^postgresql:\/\/tessera:\$\{POSTGRES_PASSWORD:\?.*\}@postgres:5432\/tessera$/,
    );
  });

  test("opens only the loopback address, and checks what it says it checks", () => {
    expect(web?.ports).toEqual(["127.0.0.1:3000:3000"]);
    expect(web?.healthcheck?.test.join(" ")).toContain("http://127.0.0.1:3000/readyz");
    expect(postgres?.healthcheck?.test.join(" ")).toContain("pg_isready");
  });

  test("names only volumes that it declares", () => {
    const used = Object.values(services).flatMap((service) => service.volumes.map((volume) => volume.split(":")[0]));
    expect([...new Set(used)].sort()).toEqual(Object.keys(volumes).sort());
  });
});

describe("Dockerfile", () => {
  const lines = read("Dockerfile").split("\n");

  test("ends as an ordinary user with a command that exists", () => {
    expect(lines.findLast((line) => line.startsWith("USER "))).toBe("USER node");
    expect(JSON.parse(lines.findLast((line) => line.startsWith("CMD "))?.slice(4) ?? "null")).toEqual(web?.command);
  });

  test("keeps data out of the image", () => {
    expect(read(".dockerignore").split("\n")).toEqual(expect.arrayContaining(["data", ".git", "node_modules"]));
  });
});

test("every script that the two name is there", () => {
  const named = [...scriptsIn(read("Dockerfile")), ...scriptsIn(read("compose.yaml"))];
  expect(named.length).toBeGreaterThan(3);
  expect(named.filter((path) => !existsSync(`${root}${path}`))).toEqual([]);
});

test("the script of the integration runs the tests and nothing else", () => {
  const commands = read(".ci/run")
    .split("\n")
    .filter((line) => line !== "" && !line.startsWith("#"));
  expect(commands).toEqual(["set -euo pipefail", 'cd "$(dirname "$0")/.."', "npm test"]);
});
