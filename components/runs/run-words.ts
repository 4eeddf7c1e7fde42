import type { Mark } from "#components/ui/status-mark.tsx";
import { type FailureCode, failureWords } from "#lib/replies/failure.ts";
import type { RunItemView, RunLane, RunProblem, RunView } from "#lib/schema/run.ts";

/** The state of a run as a stone and a word. */
export const runStateWords: Record<RunView["state"], { mark: Mark; word: string }> = {
  planning: { mark: "waiting", word: "Planning" },
  trial: { mark: "running", word: "Trial" },
  tried: { mark: "waiting", word: "Tried, waits for a word" },
  running: { mark: "running", word: "Running" },
  paused: { mark: "skipped", word: "Paused" },
  done: { mark: "accepted", word: "Done" },
  cancelled: { mark: "skipped", word: "Cancelled" },
  failed: { mark: "rejected", word: "Failed" },
};

/** Dollars: cents from a dollar upwards, below that as many places as tell something, such as `$2.87` and `$0.0042`. */
export function dollars(amount: number): string {
  if (amount === 0) return "$0";
  if (amount >= 1) return `$${Number.isInteger(amount) ? amount : amount.toFixed(2)}`;
  return `$${Number(amount.toPrecision(2)).toLocaleString("en", { maximumFractionDigits: 8, useGrouping: false })}`;
}

/** A range of milliseconds in the unit that reads best: `41–52 min`, `5–9 s`. */
export function rangeOfTime({ least, most }: { least: number; most: number }): string {
  const [unit, word] = most < 90_000 ? [1_000, "s"] : most < 5_400_000 ? [60_000, "min"] : [3_600_000, "h"];
  const from = Math.max(1, Math.floor(least / unit));
  const to = Math.max(1, Math.ceil(most / unit));
  return from === to ? `${to} ${word}` : `${from}–${to} ${word}`;
}

/** How much of a run has come in, from 0 to 100; it is 100 only when all has. */
export function percentDone({ requested, pending }: Pick<RunView, "requested" | "pending">): number {
  return requested === 0 ? 0 : Math.floor(((requested - pending) / requested) * 100);
}

/** Whether something still happens by itself. */
export function isMoving({ state, active }: Pick<RunView, "state" | "active">): boolean {
  return state === "planning" || state === "trial" || state === "running" || active > 0;
}

/** The name of its tab: how far it is while it goes. */
export function tabTitle(run: RunView): string {
  const name = `Run ${run.number}`;
  return isMoving(run) || run.state === "paused" || run.state === "tried" ? `${percentDone(run)} % · ${name}` : name;
}

/** How an item shows itself, finer than its state. */
export type ItemLook = "good" | "none" | "flight" | "waiting" | "failed" | "cancelled" | "to-come";

export const itemWords: Record<ItemLook, { mark: Mark; word: string }> = {
  good: { mark: "accepted", word: "good" },
  flight: { mark: "running", word: "in flight" },
  waiting: { mark: "waiting", word: "waiting" },
  failed: { mark: "rejected", word: "failed" },
  none: { mark: "refused", word: "gave nothing" },
  cancelled: { mark: "skipped", word: "cancelled" },
  "to-come": { mark: "missing", word: "to come" },
};

export function lookOf({ state, attempt, produced }: Pick<RunItemView, "state" | "attempt" | "produced">): ItemLook {
  if (state === "done") return produced > 0 ? "good" : "none";
  if (state === "active") return "flight";
  if (state === "planned") return attempt > 0 ? "waiting" : "to-come";
  return state;
}

/** The time of day to the second, as the reader's clock shows it. */
function timeOfDay(at: string): string {
  return new Date(at).toLocaleTimeString("en-GB");
}

/** How a lane stands, as a stone and a sentence. */
export function laneWords({ reason, until, code, times }: RunLane): { mark: Mark; words: string } {
  const from = until === null ? "" : ` until ${timeOfDay(until)}`;
  const again = times > 1 ? `, ${times} times in a row` : "";
  const waits = (words: string) => ({ mark: "waiting", words }) as const;
  switch (reason) {
    case "going":
      return { mark: "running", words: "Going" };
    case "limit":
      return waits(`Rate limit${from}`);
    case "closed":
      return waits(`Waits${from}${again}. ${causeWords(code ?? "unreachable")}`);
    case "full":
      return waits("All places are taken");
    case "budget":
      return waits("The budget is spent");
    case "calls":
      return waits("The run has made its calls");
    case "paused":
      return { mark: "skipped", words: "Paused" };
    case "no-work":
      return { mark: "pending", words: "No work" };
    case "no-worker":
      return waits("No worker is running. Start one: npm start");
  }
}

const otherCauses: Readonly<Record<string, string>> = {
  note: "Answered, and nothing could be made of it.",
  needs: "What they are made from could not be made.",
  method: "The method broke on them.",
  invalid: "The answer did not have the form that was asked for.",
  "not-json": "The answer is not JSON.",
};

/** A cause in a sentence. */
export function causeWords(code: string): string {
  return isFailure(code) ? failureWords[code] : (new Map(Object.entries(otherCauses)).get(code) ?? code);
}

function isFailure(code: string): code is FailureCode {
  return Object.hasOwn(failureWords, code);
}

/** Causes that asking again does not mend by itself: somebody must see to the connection first. */
const connectionCauses = [
  "out-of-credit",
  "unauthorized",
  "forbidden",
  "unknown-model",
  "tls",
  "redirected",
  "host-refused",
];

/** Causes that the same model would meet again. */
const modelCauses = ["note", "context-length", "bad-request", "too-large", "no-model"];

/** The one thing to do about a cause. `other`: ask another model, which also stands beside the others. */
export function suggestionFor({ code, items }: RunProblem): "none" | "retry" | "other" | "mend" {
  if (items === 0) return "none";
  if (modelCauses.includes(code)) return "other";
  return connectionCauses.includes(code) ? "mend" : "retry";
}
