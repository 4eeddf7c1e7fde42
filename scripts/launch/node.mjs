// @ts-check
import { existsSync } from "node:fs";
import { join } from "node:path";
import { Trouble } from "./trouble.mjs";

const OLDEST = [22, 19];

/**
 * The Node.js that runs Tessera: the one that was installed with it, or on platforms without such a package the one that
 * runs now, if it is recent enough.
 * @param {string} root
 */
export function findNode(root) {
  const installed = join(root, "node_modules", ".bin", "node");
  if (existsSync(installed)) return installed;
  if (isRecentEnough(process.versions.node)) return process.execPath;
  throw new Trouble(
    `Tessera needs Node.js ${OLDEST.join(".")} or later on this platform, and this is ${process.versions.node}. Install it from https://nodejs.org.`,
  );
}

/**
 * @param {string} version such as 24.21.0
 */
export function isRecentEnough(version) {
  const [major = 0, minor = 0] = version.split(".").map(Number);
  const [oldestMajor = 0, oldestMinor = 0] = OLDEST;
  return major > oldestMajor || (major === oldestMajor && minor >= oldestMinor);
}
