import type { RunLane } from "../schema/run.ts";

/** What is known of a lane and its run; moments are milliseconds. */
export interface LaneFacts {
  runState: string;
  /** The limit that the run came to. */
  stoppedBy: "budget" | "calls" | null;
  workers: number;
  used: number;
  waiting: number;
  places: number;
  closedUntil: number | null;
  /** When the limits a minute allow the next call. */
  nextAt: number | null;
  now: number;
}

/** Why a run sends no more to a connection at this moment, and until when: the first reason that would hold it up by itself. */
export function laneReason(facts: LaneFacts): { reason: RunLane["reason"]; until: number | null } {
  const { closedUntil, nextAt, now } = facts;
  if (facts.stoppedBy !== null) return { reason: facts.stoppedBy, until: null };
  if (facts.runState === "paused" || facts.runState === "tried") return { reason: "paused", until: null };
  if (facts.runState !== "running" && facts.runState !== "trial") return { reason: "no-work", until: null };
  if (facts.workers === 0) return { reason: "no-worker", until: null };
  if (closedUntil !== null && closedUntil > now) return { reason: "closed", until: closedUntil };
  if (facts.waiting > 0 && nextAt !== null && nextAt > now) return { reason: "limit", until: nextAt };
  if (facts.waiting > 0 && facts.used >= facts.places) return { reason: "full", until: null };
  return { reason: facts.used + facts.waiting > 0 ? "going" : "no-work", until: null };
}
