// @ts-check
import { createHash } from "node:crypto";
import { existsSync, mkdirSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";

/** @param {string} path */
const readOrEmpty = (path) => (existsSync(path) ? readFileSync(path) : Buffer.alloc(0));

/**
 * One hash over the content of some files, names included. A missing file counts as an empty one.
 * @param {string} root
 * @param {readonly string[]} files paths inside `root`
 */
export function contentHash(root, files) {
  const hash = createHash("sha256");
  for (const file of files) {
    const content = readOrEmpty(join(root, file));
    hash.update(`${file}\0${content.length}\0`).update(content);
  }
  return hash.digest("hex");
}

/**
 * One hash over the sizes and the times of change of some files: quick, and equal only if nothing was touched.
 * @param {string} root
 * @param {readonly string[]} files
 */
export function quickHash(root, files) {
  const hash = createHash("sha256");
  for (const file of files) {
    const { size, mtimeMs } = statSync(join(root, file));
    hash.update(`${file}\0${size}\0${mtimeMs}\0`);
  }
  return hash.digest("hex");
}

/**
 * The files under some files and folders, sorted; what is missing is left out.
 * @param {string} root
 * @param {readonly string[]} paths
 * @param {(path: string) => boolean} keep
 * @returns {string[]}
 */
export function listFiles(root, paths, keep) {
  /** @type {string[]} */
  const found = [];
  /** @param {string} path */
  const visit = (path) => {
    for (const entry of readdirSync(join(root, path), { withFileTypes: true })) {
      const inside = `${path}/${entry.name}`;
      if (entry.isDirectory()) visit(inside);
      else if (keep(inside)) found.push(inside);
    }
  };
  for (const path of paths) {
    if (!existsSync(join(root, path))) continue;
    if (statSync(join(root, path)).isDirectory()) visit(path);
    else found.push(path);
  }
  return found.sort();
}

/**
 * Whether a result is up to date with the files it was made from: by their times first, and by their content when those
 * differ (after a fresh checkout, say).
 * @param {string} root
 * @param {string} stamp the file that `writeStamp` left
 * @param {readonly string[]} files
 */
export function isCurrent(root, stamp, files) {
  const known = readStamp(stamp);
  if (known === null) return false;
  const quick = quickHash(root, files);
  if (known.quick === quick) return true;
  const content = contentHash(root, files);
  if (known.content !== content) return false;
  write(stamp, { quick, content });
  return true;
}

/**
 * Notes that a result was made from these files as they are.
 * @param {string} root
 * @param {string} stamp
 * @param {readonly string[]} files
 */
export function writeStamp(root, stamp, files) {
  write(stamp, { quick: quickHash(root, files), content: contentHash(root, files) });
}

/** @param {string} stamp */
export function removeStamp(stamp) {
  rmSync(stamp, { force: true });
}

/**
 * @param {string} stamp
 * @returns {{ quick: string, content: string } | null}
 */
function readStamp(stamp) {
  try {
    const known = JSON.parse(readFileSync(stamp, "utf8"));
    return typeof known.quick === "string" && typeof known.content === "string" ? known : null;
  } catch {
    return null;
  }
}

/**
 * @param {string} stamp
 * @param {{ quick: string, content: string }} hashes
 */
function write(stamp, hashes) {
  mkdirSync(dirname(stamp), { recursive: true });
  writeFileSync(stamp, `${JSON.stringify(hashes)}\n`);
}
