import { execFile } from "node:child_process";
import { fileURLToPath } from "node:url";
import { promisify } from "node:util";

export const root = fileURLToPath(new URL("..", import.meta.url));
export const node = ["--conditions=react-server", "--disable-warning=ExperimentalWarning"];

/** Runs a command as the operator of the studio would, on its machine. */
export async function tessera(...args: string[]): Promise<string> {
  const all = [...node, "scripts/tessera.ts", "--data", process.env.TESSERA_E2E_DATA ?? "", ...args];
  return (await promisify(execFile)(process.execPath, all, { cwd: root })).stdout;
}

/** The model that a simulator offers first. */
export const simulatedModel = "tessera-simulator-1";

/** Lets the studio ask a simulator, and has it write for a project. */
export async function giveGenerator(slug: string, simulator: string): Promise<void> {
  const name = `Simulator of ${slug}`;
  await tessera("allow-host", "127.0.0.1");
  await tessera("connection", "add", "--name", name, "--base-url", simulator, "--simulated", "--model", simulatedModel);
  await tessera("connection", "use", name, "--project", slug, "--role", "generator", "--model", simulatedModel);
}
