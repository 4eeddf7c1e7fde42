/**
 * `planning`: its items are being written. `trial`: three items are under way; `tried`: they are done, and a person looks at
 * them. `paused` may be by a person, a limit or an endpoint that answers no one; the run's reason tells.
 */
export const runStates = ["planning", "trial", "tried", "running", "paused", "done", "cancelled", "failed"] as const;
/** Workers are at it. */
export const runStatesUnderWay = ["planning", "trial", "running"] as const;
export const runItemStates = ["planned", "active", "done", "failed", "cancelled"] as const;
/**
 * `sent` is written before a request leaves. `lost`: the worker that sent it died, so nobody heard the answer. The others are
 * what came of it.
 */
export const attemptStates = ["sent", "ok", "refused", "truncated", "invalid", "blocked", "failed", "lost"] as const;
/**
 * Why no more is sent to a connection for a run at this moment. `going`: nothing holds it up. `limit`: its limits a minute allow the
 * next call later. `closed`: it asked for a rest, or does not answer. `full`: all of its places are taken. `budget`, `calls`: the run
 * came to its limit. `no-work`: nothing of the run needs it now. `no-worker`: nobody works on runs.
 */
export const laneReasons = [
  "going",
  "limit",
  "closed",
  "full",
  "budget",
  "calls",
  "paused",
  "no-work",
  "no-worker",
] as const;
