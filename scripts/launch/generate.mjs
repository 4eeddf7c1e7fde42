// @ts-check
import { spawnSync } from "node:child_process";
import { join } from "node:path";
import { isCurrent, removeStamp, writeStamp } from "./stamp.mjs";
import { Trouble } from "./trouble.mjs";

const SOURCES = ["prisma/schema.prisma", "node_modules/prisma/package.json"];
/** @param {string} root */
const stampOf = (root) => join(root, "lib", "db", "generated", ".stamp");

/** @param {string} root */
export function isGenerated(root) {
  return isCurrent(root, stampOf(root), SOURCES);
}

/**
 * Writes the Prisma client of prisma/schema.prisma. Prisma would download an engine that this step does not run; naming any
 * program in its place keeps it off the network.
 * @param {string} root
 * @param {string} node
 */
export function generate(root, node) {
  removeStamp(stampOf(root));
  const cli = join(root, "node_modules", "prisma", "build", "index.js");
  const env = {
    ...process.env,
    PRISMA_SCHEMA_ENGINE_BINARY: process.execPath,
    CHECKPOINT_DISABLE: "1",
    PRISMA_HIDE_UPDATE_MESSAGE: "1",
  };
  const { status, stdout, stderr } = spawnSync(node, [cli, "generate", "--no-hints"], {
    cwd: root,
    env,
    encoding: "utf8",
  });
  if (status !== 0) throw new Trouble(`The database client cannot be generated:\n${stdout}${stderr}`);
  writeStamp(root, stampOf(root), SOURCES);
}
