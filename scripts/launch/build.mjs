// @ts-check
import { join } from "node:path";
import { run } from "./run.mjs";
import { isCurrent, listFiles, removeStamp, writeStamp } from "./stamp.mjs";
import { Trouble } from "./trouble.mjs";

const SOURCES = [
  "app",
  "components",
  "lib",
  "public",
  "prisma/schema.prisma",
  "proxy.ts",
  "next.config.ts",
  "postcss.config.mjs",
  "tsconfig.json",
  "package-lock.json",
];
/** @param {string} root */
const stampOf = (root) => join(root, ".next", "tessera-build.json");

/** @param {string} root */
export function buildSources(root) {
  return listFiles(root, SOURCES, isBuilt);
}

/**
 * Whether a file goes into the build: tests, notes and what is generated from other sources do not.
 * @param {string} path
 */
export function isBuilt(path) {
  return !(/\.test\.tsx?$|\.md$|\/testing\//.test(path) || path.startsWith("lib/db/generated/"));
}

/** @param {string} root */
export function isFresh(root) {
  return isCurrent(root, stampOf(root), buildSources(root));
}

/**
 * Builds the pages.
 * @param {string} root
 * @param {string} node
 * @param {NodeJS.ProcessEnv} env
 * @param {(line: string) => void} say
 */
export async function build(root, node, env, say) {
  say("Building the pages (about a minute)");
  removeStamp(stampOf(root));
  const sources = buildSources(root);
  const cli = join(root, "node_modules", "next", "dist", "bin", "next");
  const status = await run(node, [cli, "build"], {
    cwd: root,
    env: { ...env, NODE_ENV: "production" },
    output: "stderr",
  });
  if (status !== 0) throw new Trouble(`The pages cannot be built (status ${status}); the reason stands above.`);
  writeStamp(root, stampOf(root), sources);
}
