import { spawn } from "node:child_process";
import { once } from "node:events";
import { writeFile } from "node:fs/promises";
import { createInterface } from "node:readline";
import type { FaultRule } from "#lib/simulation/faults.ts";
import { test as base } from "./fixtures.ts";
import { node, root } from "./operator.ts";

/** Journeys with a simulator, a process of its own as `npm run simulator` starts it; it ends with the test, however that ends. */
export const test = base.extend<{
  /** Milliseconds that each answer takes. */
  latency: number;
  /** What goes wrong, as the file of `--faults` says it; in an object, since a list would be taken for a fixture with its options. */
  script: { faults: readonly FaultRule[] };
  /** Its base URL. */
  simulator: string;
}>({
  latency: [0, { option: true }],
  script: [{ faults: [] }, { option: true }],
  simulator: async ({ latency, script }, use, testInfo) => {
    const file = testInfo.outputPath("faults.json");
    await writeFile(file, JSON.stringify(script.faults));
    const all = [...node, "scripts/simulator.ts", "--latency", String(latency), "--faults", file];
    const child = spawn(process.execPath, all, {
      cwd: root,
      stdio: ["ignore", "pipe", "inherit"],
    });
    const ended = once(child, "exit");
    const [line] = await once(createInterface({ input: child.stdout }), "line");
    await use(/^Simulator is ready at (http:\S+)$/.exec(String(line))?.[1] ?? "");
    child.kill();
    await ended;
  },
});
