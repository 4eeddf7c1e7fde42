import { plural } from "#components/ui/plural.ts";
import type { RunUnderWay } from "./shell-props.ts";

/** What the rail tells of runs under way: a figure, the same in words, and the share from 0 to 1. Null while there is none. */
export function runsWords(runs: readonly RunUnderWay[]): { figure: string; words: string; share: number } | null {
  if (runs.length === 0) return null;
  const requested = runs.reduce((sum, run) => sum + run.requested, 0);
  const pending = runs.reduce((sum, run) => sum + run.pending, 0);
  const share = requested === 0 ? 0 : (requested - pending) / requested;
  const figure = `${Math.floor(share * 100)} %`;
  const [only] = runs;
  const who = runs.length === 1 && only !== undefined ? `run ${only.number}` : plural(runs.length, "run");
  return { figure, words: `${who} under way, ${figure}`, share };
}
