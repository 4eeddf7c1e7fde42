import type { FaultCase } from "#lib/simulation/faults.ts";
import { fnv1a64 } from "#lib/text/hash.ts";

/** Counts what a simulator was asked, for tests to hold their own books against. */
export function createCalls(requestsPerMinute: number | null) {
  const counts = { total: 0, chat: 0, embeddings: 0, models: 0, batches: 0 };
  const tokens = { input: 0, output: 0 };
  const faults: Record<string, number> = {};
  const times = new Map<string, number>();
  const recent: number[] = [];
  let active = 0;
  let most = 0;
  return {
    /** Notes a request; `end` is for when its answer is over. */
    begin(path: FaultCase["path"], body: string) {
      counts.total++;
      counts[path]++;
      active++;
      most = Math.max(most, active);
      const same = fnv1a64(`${path} ${body}`);
      const time = (times.get(same) ?? 0) + 1;
      times.set(same, time);
      recent.push(performance.now());
      let ended = false;
      const end = () => {
        if (!ended) active--;
        ended = true;
      };
      return { call: counts.total, time, end };
    },
    befall(fault: string) {
      faults[fault] = (faults[fault] ?? 0) + 1;
    },
    charge(input: number, output: number) {
      tokens.input += input;
      tokens.output += output;
    },
    /** Whether the last minute held more requests than it may. */
    isTooMany(): boolean {
      if (requestsPerMinute === null) return false;
      const since = performance.now() - 60_000;
      while (recent[0] !== undefined && recent[0] < since) recent.shift();
      return recent.length > requestsPerMinute;
    },
    /** `different`: requests that were not alike. `most`: how many were under way at once. */
    report() {
      return { ...counts, different: times.size, active, most, tokens, faults };
    },
  };
}
