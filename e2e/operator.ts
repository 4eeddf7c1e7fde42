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
