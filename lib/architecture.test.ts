import { readdirSync, readFileSync } from "node:fs";
import { dirname, join, relative, resolve } from "node:path";
import { fileURLToPath } from "node:url";
import { expect, test } from "vitest";

const root = fileURLToPath(new URL("..", import.meta.url));

/** The layers from the top down; a room belongs to the first layer that names its beginning. */
const layers = [
  {
    name: "doors",
    rooms: [
      "app/",
      "components/",
      "scripts/",
      "e2e/",
      "bench/",
      "lib/door/",
      "lib/worker/",
      "lib/simulator/",
      "lib/supervisor/",
      "proxy.ts",
      "instrumentation-client.ts",
      "next.config.ts",
    ],
  },
  { name: "services", rooms: ["lib/services/"] },
  {
    name: "world",
    rooms: [
      "lib/db/",
      "lib/jobs/",
      "lib/auth/",
      "lib/host/",
      "lib/world/",
      "lib/network/",
      "lib/llm/",
      "lib/env.ts",
      "lib/log.ts",
      "lib/failpoint.ts",
    ],
  },
  {
    name: "core",
    rooms: [
      "lib/schema/",
      "lib/import/",
      "lib/export/",
      "lib/scoring/",
      "lib/curation/",
      "lib/registry/",
      "lib/samples/",
      "lib/methods/",
      "lib/runs/",
      "lib/text/",
      "lib/outbound/",
      "lib/replies/",
      "lib/pacing/",
      "lib/simulation/",
      "lib/errors.ts",
      "lib/random.ts",
    ],
  },
] as const;

/** Core may use these besides itself; all else that is not ours is the outside world. `node:crypto` is used for hashes only. */
const coreLibraries = new Set(["zod", "node:crypto"]);

function layerOf(path: string): number {
  return layers.findIndex(({ rooms }) => rooms.some((room) => path === room || path.startsWith(room)));
}

function sources(folder: string): string[] {
  return readdirSync(join(root, folder), { withFileTypes: true, recursive: true })
    .filter((entry) => entry.isFile() && /\.tsx?$/.test(entry.name))
    .map((entry) => relative(root, join(entry.parentPath, entry.name)))
    .filter((path) => !path.startsWith("lib/db/generated/"));
}

/** Every module that a file imports, as a path of ours or the name of a package; without `types`, those of its run time. */
function importsOf(path: string, { types = true }: { types?: boolean } = {}): string[] {
  const source = readFileSync(join(root, path), "utf8");
  const text = types ? source : source.replace(/(?:^|\n)\s*(?:import|export) type\b[^;"']*?from\s*["'][^"']+["']/g, "");
  const found = text.matchAll(
    /(?:^|\n)\s*(?:import|export)\b[^;"']*?from\s*["']([^"']+)["']|\bimport\(\s*["']([^"']+)["']\s*\)|(?:^|\n)import\s*["']([^"']+)["']/g,
  );
  return [...found]
    .map(([, from, dynamic, bare]) => from ?? dynamic ?? bare ?? "")
    .map((specifier) => {
      if (specifier.startsWith("#")) return specifier.slice(1);
      if (specifier.startsWith(".")) return relative(root, resolve(root, dirname(path), specifier));
      return specifier;
    });
}

const isTest = (path: string) =>
  /\.(integration\.)?test\.tsx?$/.test(path) || path.includes("/testing/") || path.includes("/battery/");
const files = ["app", "components", "lib", "scripts"].flatMap(sources);
const product = files.filter((path) => !isTest(path));

test("every file of lib belongs to a layer", () => {
  expect(product.filter((path) => layerOf(path) === -1)).toEqual([]);
});

test("imports point down: doors → services → world → core", () => {
  const wrong = product.flatMap((path) =>
    importsOf(path)
      .filter((target) => layerOf(target) !== -1 && layerOf(target) < layerOf(path))
      .map((target) => `${path} → ${target}`),
  );
  expect(wrong).toEqual([]);
});

test("core imports core and small pure libraries only", () => {
  const core = layers.findIndex(({ name }) => name === "core");
  const wrong = product
    .filter((path) => layerOf(path) === core)
    .flatMap((path) =>
      importsOf(path)
        .filter((target) => layerOf(target) === -1 && !coreLibraries.has(target))
        .map((target) => `${path} → ${target}`),
    );
  expect(wrong).toEqual([]);
});

test("one room imports the generated client, and nothing in a browser imports the outside world", () => {
  const client = product.filter(
    (path) =>
      !path.startsWith("lib/db/") && importsOf(path).some((target) => /^@prisma\/(client|adapter)/.test(target)),
  );
  expect(client).toEqual([]);
  const browser = product.filter((path) => path.startsWith("components/"));
  const wrong = browser.flatMap((path) =>
    importsOf(path)
      .filter((target) => layerOf(target) === 1 || layerOf(target) === 2)
      .map((target) => `${path} → ${target}`),
  );
  expect(wrong).toEqual([]);
});

test("one room imports the client of models, and one the way out", () => {
  const outside = (room: string, library: string) =>
    files.filter((path) => !path.startsWith(room) && importsOf(path).some((target) => target === library));
  expect(outside("lib/llm/", "openai")).toEqual([]);
  expect(outside("lib/network/", "undici")).toEqual([]);
});

test("no page carries zod to the browser", () => {
  const isOurs = new Set([...files, "instrumentation-client.ts"]);
  const entries = [...isOurs].filter(
    (path) => path === "instrumentation-client.ts" || /^"use client";?$/m.test(readFileSync(join(root, path), "utf8")),
  );
  expect(entries).toContain("components/triage/triage-desk.tsx");
  expect(entries).toContain("components/conversations/conversation-browser.tsx");
  const from = new Map<string, string | null>(entries.map((path) => [path, null]));
  for (const path of from.keys()) {
    if (!isOurs.has(path)) continue;
    for (const target of importsOf(path, { types: false })) if (!from.has(target)) from.set(target, path);
  }
  const way: string[] = [];
  for (let at: string | null | undefined = from.has("zod") ? "zod" : null; at; at = from.get(at)) way.unshift(at);
  expect(way).toEqual([]);
});

test("primitives know no word of the field", () => {
  const wrong = product
    .filter((path) => path.startsWith("components/ui/"))
    .flatMap((path) =>
      importsOf(path)
        .filter((target) => target.startsWith("components/") && !target.startsWith("components/ui/"))
        .map((target) => `${path} → ${target}`),
    );
  expect(wrong).toEqual([]);
});
