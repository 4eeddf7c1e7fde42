// @ts-check
import { mkdirSync, readFileSync, rmSync } from "node:fs";
import { join } from "node:path";
import { run } from "./run.mjs";

/**
 * @typedef {{ passed: number, failed: number }} Counts
 * @typedef {{ root: string, node: string, env: NodeJS.ProcessEnv, build: () => Promise<void>, say: (line: string) => void }} Ground
 * @typedef {{ name: string, part: string | readonly string[], go: (ground: Ground) => Promise<{ status: number, counts?: Counts }> }} Step
 */

/** The parts that `--only` may name. */
export const parts = ["check", "unit", "integration", "e2e"];

/** @type {readonly Step[]} */
const steps = [
  tool("lint and format", "@biomejs/biome/bin/biome", ["check", "--error-on-warnings", "."]),
  tool("types", "typescript/bin/tsc", ["--noEmit"]),
  tool("unused code", "knip/bin/knip.js", []),
  vitest("unit"),
  // Before the integration tests, since some of them run whole studios.
  { name: "build", part: ["integration", "e2e"], go: ({ build }) => build().then(() => ({ status: 0 })) },
  vitest("integration"),
  { name: "browser journeys", part: "e2e", go: playwright },
];

/**
 * Runs the steps in order up to the first that fails, says how long each took, and ends with how many tests passed and
 * failed. A step without tests of its own counts as one failure when it fails.
 * @param {Ground} ground
 * @param {string | null} only the one part to run
 * @returns {Promise<number>} the exit status
 */
export async function runTests(ground, only) {
  let passed = 0;
  let failed = 0;
  for (const { name, part, go } of steps) {
    if (only !== null && ![part].flat().includes(only)) continue;
    const begin = performance.now();
    const { status, counts } = await go(ground).catch((error) => {
      ground.say(error instanceof Error ? error.message : String(error));
      return { status: 1, counts: undefined };
    });
    passed += counts?.passed ?? 0;
    failed += counts?.failed ?? 0;
    if (status !== 0 && (counts?.failed ?? 0) === 0) failed += 1;
    const seconds = ((performance.now() - begin) / 1000).toFixed(1);
    ground.say(`${status === 0 ? "ok" : "FAILED"}  ${name}  ${seconds} s`);
    if (status !== 0) break;
  }
  process.stdout.write(`${passed} passed, ${failed} failed\n`);
  return failed === 0 ? 0 : 1;
}

/**
 * @param {string} name
 * @param {string} program a path in node_modules
 * @param {string[]} args
 * @returns {Step}
 */
function tool(name, program, args) {
  return { name, part: "check", go: async (ground) => ({ status: await runProgram(ground, program, args) }) };
}

/**
 * @param {"unit" | "integration"} project
 * @returns {Step}
 */
function vitest(project) {
  return {
    name: `${project} tests`,
    part: project,
    go: async (ground) => {
      const report = newReport(ground.root, `${project}.json`);
      const args = ["run", "--project", project, "--reporter=dot", "--reporter=json", `--outputFile.json=${report}`];
      const status = await runProgram(ground, "vitest/vitest.mjs", args);
      return { status, counts: readReport(report, vitestCounts) };
    },
  };
}

/** @param {Ground} ground */
async function playwright(ground) {
  const report = newReport(ground.root, "e2e.json");
  const env = { ...ground.env, PLAYWRIGHT_JSON_OUTPUT_NAME: report };
  const status = await runProgram({ ...ground, env }, "@playwright/test/cli.js", ["test", "--reporter=line,json"]);
  return { status, counts: readReport(report, playwrightCounts) };
}

/**
 * @param {Ground} ground
 * @param {string} program
 * @param {string[]} args
 */
function runProgram({ root, node, env }, program, args) {
  return run(node, [join(root, "node_modules", program), ...args], { cwd: root, env, output: "stderr" });
}

/**
 * The counts in a JSON report of vitest.
 * @param {{ numPassedTests: number, numFailedTests: number }} report
 * @returns {Counts}
 */
export function vitestCounts({ numPassedTests, numFailedTests }) {
  return { passed: numPassedTests, failed: numFailedTests };
}

/**
 * The counts in a JSON report of Playwright. A test that passes only at a second try is named
 * by Playwright's own report, and counts as passed.
 * @param {{ stats: { expected: number, unexpected: number, flaky: number } }} report
 * @returns {Counts}
 */
export function playwrightCounts({ stats }) {
  return { passed: stats.expected + stats.flaky, failed: stats.unexpected };
}

/**
 * @param {string} root
 * @param {string} name
 */
function newReport(root, name) {
  const folder = join(root, ".tessera", "reports");
  mkdirSync(folder, { recursive: true });
  const report = join(folder, name);
  rmSync(report, { force: true });
  return report;
}

/**
 * @template T
 * @param {string} path
 * @param {(report: T) => Counts} count
 */
function readReport(path, count) {
  try {
    return count(JSON.parse(readFileSync(path, "utf8")));
  } catch {
    return undefined;
  }
}
