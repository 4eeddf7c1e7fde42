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
