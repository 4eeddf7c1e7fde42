import { spawn } from "node:child_process";
import { once } from "node:events";
import { createInterface } from "node:readline";
import { test as base } from "./fixtures.ts";
import { node, root } from "./operator.ts";

/** Journeys with a simulator, a process of its own as `npm run simulator` starts it; it ends with the test, however that ends. */
export const test = base.extend<{
  /** Milliseconds that each answer takes. */
  latency: number;
  /** Its base URL. */
  simulator: string;
}>({
  latency: [0, { option: true }],
  simulator: async ({ latency }, use) => {
    const child = spawn(process.execPath, [...node, "scripts/simulator.ts", "--latency", String(latency)], {
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
