import { readFileSync } from "node:fs";
import { expect, test } from "vitest";
import * as z from "zod";

const Package = z.object({
  version: z.string().optional(),
  optionalDependencies: z.record(z.string(), z.string()).optional(),
});
const Lock = z.object({ packages: z.record(z.string(), Package) });
const { packages } = Lock.parse(JSON.parse(readFileSync(new URL("../package-lock.json", import.meta.url), "utf8")));

/** Whether a package finds another in a node_modules folder beside or above it. */
function isFound(from: string, name: string): boolean {
  if (packages[`${from === "" ? "" : `${from}/`}node_modules/${name}`] !== undefined) return true;
  const above = from.lastIndexOf("/node_modules/");
  return from !== "" && isFound(above === -1 ? "" : from.slice(0, above), name);
}

// npm leaves out those that it could not fetch when it wrote the file, and `npm ci` then refuses it everywhere.
test("package-lock.json names the optional packages of every platform", () => {
  const missing = Object.entries(packages).flatMap(([from, { optionalDependencies = {} }]) =>
    Object.keys(optionalDependencies).filter((name) => !isFound(from, name)),
  );
  expect(missing).toEqual([]);
});
