import type { Turn } from "../schema/conversation.ts";
import type { LeftOutReason } from "./left-out.ts";

/** A conversation as a system text ("" if none) and complete pairs. */
export interface PairedTurns {
  system: string;
  /** At least one. */
  pairs: [user: string, assistant: string][];
}

/**
 * The turns as pairs, for formats that hold nothing else: an optional system turn, then user and assistant by turns,
 * the assistant last. Anything else is refused with the first reason that applies, never trimmed to fit.
 */
export function pairTurns(turns: readonly Turn[]): PairedTurns | { left: LeftOutReason } {
  if (!turns.some((turn) => turn.role === "assistant")) return { left: "no-assistant-turn" };
  const [first] = turns;
  const start = first?.role === "system" ? 1 : 0;
  const pairs: PairedTurns["pairs"] = [];
  let user: string | null = null;
  for (let index = start; index < turns.length; index += 1) {
    const turn = turns[index];
    if (turn === undefined || turn.role === "system") return { left: "system-turn-not-first" };
    if (turn.role === "user" && user === null) {
      user = turn.content;
    } else if (turn.role === "assistant" && user !== null) {
      pairs.push([user, turn.content]);
      user = null;
    } else {
      const laterSystem = turns.some((later, at) => at > index && later.role === "system");
      return { left: laterSystem ? "system-turn-not-first" : "roles-do-not-alternate" };
    }
  }
  if (user !== null) return { left: "last-turn-not-assistant" };
  return { system: start === 1 ? (first?.content ?? "") : "", pairs };
}
