// @ts-check
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { run } from "./run.mjs";
import { isCurrent, writeStamp } from "./stamp.mjs";
import { Trouble } from "./trouble.mjs";

const SOURCES = ["package-lock.json", "package.json"];
/** @param {string} root */
const stampOf = (root) => join(root, "node_modules", ".tessera-install");

/**
 * Whether node_modules holds what package-lock.json asks for. Someone who ran npm themselves is believed.
 * @param {string} root
 */
export function isInstalled(root) {
  if (isCurrent(root, stampOf(root), SOURCES)) return true;
  const wanted = readPackages(join(root, "package-lock.json"));
  const present = readPackages(join(root, "node_modules", ".package-lock.json"));
  if (wanted === null || present === null || !isSatisfied(wanted, present)) return false;
  writeStamp(root, stampOf(root), SOURCES);
  return true;
}

/**
 * Whether each wanted package is present in its version. Optional ones may be missing: they are for other platforms.
 * @param {Packages} wanted
 * @param {Packages} present
 */
export function isSatisfied(wanted, present) {
  return Object.entries(wanted).every(([path, { version, optional, devOptional, link }]) => {
    if (path === "" || link) return true;
    const found = present[path];
    return found === undefined ? optional === true || devOptional === true : found.version === version;
  });
}

/**
 * Installs what package-lock.json names.
 * @param {string} root
 * @param {(line: string) => void} say
 */
export async function install(root, say) {
  say("Installing packages (a few minutes the first time)");
  // What is built and tested here needs the development packages too, whatever NODE_ENV says.
  const options = ["--include=dev", "--include=optional", "--no-audit", "--no-fund", "--loglevel=error"];
  let status = await runNpm(root, ["ci", ...options]);
  if (status !== 0) {
    // A registry that lacks a package for some other platform makes `npm ci` refuse; `npm install` passes over it.
    say("npm ci does not succeed here; trying npm install");
    status = await runNpm(root, ["install", "--no-save", ...options]);
  }
  if (status !== 0) {
    throw new Trouble(
      `npm install ended with status ${status}; its message stands above. Check the network and the npm registry, then start again.`,
    );
  }
  writeStamp(root, stampOf(root), SOURCES);
}

/**
 * @param {string} root
 * @param {string[]} args
 */
function runNpm(root, args) {
  const npm = process.platform === "win32" ? "npm.cmd" : "npm";
  return run(npm, args, { cwd: root, env: process.env, output: "stderr" }).catch((error) => {
    throw new Trouble(`npm cannot be started (${error.message}). Install Node.js with npm from https://nodejs.org.`);
  });
}

/**
 * @typedef {Record<string, { version?: string, optional?: boolean, devOptional?: boolean, link?: boolean }>} Packages
 * @param {string} path
 * @returns {Packages | null}
 */
function readPackages(path) {
  try {
    return JSON.parse(readFileSync(path, "utf8")).packages ?? null;
  } catch {
    return null;
  }
}
