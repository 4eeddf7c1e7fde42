import type { Status, Turns } from "#lib/schema/conversation.ts";
import type { Conflict } from "#lib/schema/conversation-view.ts";
import type { DecisionKind, Ratings, RejectReason, Shown, SkipReason, Written } from "#lib/schema/decision.ts";

/** What a decision was made on, so that a conflict can show it beside the newer text. */
export interface Seen {
  turns: Turns;
  status: Status;
}

/** What goes with a decision beside the verdict; only what there is. */
export interface Remarks {
  note?: string;
  ratings?: Ratings;
  shown?: Shown;
}

/** One thing a person did, as the page shows it at once. */
export type Act =
  | {
      kind: "decide";
      conversation: string;
      expectedVersion: number;
      decision: DecisionKind;
      reason: RejectReason | SkipReason | null;
      seen: Seen;
      remarks?: Remarks;
    }
  | {
      kind: "edit";
      conversation: string;
      expectedVersion: number;
      turns: Turns;
      accept: boolean;
      remarks?: Remarks;
    }
  | { kind: "tag"; conversation: string; expectedVersion: number; add: string[]; remove: string[] }
  /** `of` is the key of an entry still in the outbox; otherwise the server takes back the newest act. */
  | { kind: "undo"; direction: "undo" | "redo"; event: number | null; of: string | null };

/** What goes over the wire; fixed once it was sent, since a key stands for one body. */
export interface Request {
  path: string;
  body: Record<string, unknown>;
}

/** One write on its way. */
export interface Entry {
  /** The idempotency key. */
  key: string;
  project: string;
  act: Act;
  /** Milliseconds since 1970; the order of the entries. */
  madeAt: number;
  attempts: number;
  sent: Request | null;
  /** `refused` and `conflict` wait for the person. */
  state: "waiting" | "conflict" | "refused";
  conflict: Conflict | null;
  problem: string | null;
}

export interface OutboxState {
  /** In the order they were made. */
  entries: readonly Entry[];
  /** The version that own writes of this session led to, by conversation. */
  versions: Readonly<Record<string, number>>;
  /** The event of each written entry, by key, so that an undo made meanwhile finds it. */
  events: Readonly<Record<string, number>>;
  offline: boolean;
}

export const emptyOutbox: OutboxState = { entries: [], versions: {}, events: {}, offline: false };

/** Why a send did not end in a written act. */
export type Failure =
  | { kind: "unreachable" }
  | { kind: "conflict"; conflict: Conflict }
  | { kind: "refused"; problem: string };

export function conversationOf(act: Act): string | null {
  return act.kind === "undo" ? null : act.conversation;
}

export function addEntry(state: OutboxState, entry: Entry): OutboxState {
  const entries = [...state.entries, entry].sort((a, b) => a.madeAt - b.madeAt || (a.key < b.key ? -1 : 1));
  return { ...state, entries };
}

/** Takes an entry out that was never sent. Null when it was, so that the server has to be asked to undo it. */
export function takeBack(state: OutboxState, key: string): OutboxState | null {
  const entry = state.entries.find((each) => each.key === key);
  if (entry === undefined || entry.attempts > 0) return null;
  return { ...state, entries: state.entries.filter((each) => each !== entry) };
}

/** The entry to send next: the oldest that waits and stands behind no unsolved one of its conversation. */
export function nextEntry(state: OutboxState): Entry | null {
  const held = new Set<string>();
  for (const entry of state.entries) {
    const conversation = conversationOf(entry.act);
    if (entry.state !== "waiting") {
      if (conversation !== null) held.add(conversation);
      continue;
    }
    const undoes = entry.act.kind === "undo" ? entry.act.of : null;
    const undoneWaits = undoes !== null && state.entries.some((each) => each.key === undoes);
    if (!undoneWaits && (conversation === null || !held.has(conversation))) return entry;
  }
  return null;
}

/** What to send for an entry: as first sent, or made now with the newest version that own writes led to. */
export function requestOf(state: OutboxState, entry: Entry): Request {
  if (entry.sent !== null) return entry.sent;
  const base = `/projects/${encodeURIComponent(entry.project)}`;
  const { act } = entry;
  if (act.kind === "undo") {
    const event = act.event ?? (act.of === null ? null : (state.events[act.of] ?? null));
    return { path: `${base}/undo`, body: { direction: act.direction, ...(event === null ? {} : { event }) } };
  }
  const path = `${base}/conversations/${act.conversation}`;
  const expectedVersion = Math.max(act.expectedVersion, state.versions[act.conversation] ?? 0);
  if (act.kind === "decide") {
    const reason = act.reason === null ? {} : { reason: act.reason };
    return { path: `${path}/decisions`, body: { expectedVersion, kind: act.decision, ...reason, ...act.remarks } };
  }
  if (act.kind === "edit") {
    return {
      path: `${path}/revisions`,
      body: { expectedVersion, turns: act.turns, accept: act.accept, ...act.remarks },
    };
  }
  return { path: `${path}/tags`, body: { expectedVersion, add: act.add, remove: act.remove } };
}

export function markSent(state: OutboxState, key: string, sent: Request): OutboxState {
  return change(state, key, (entry) => ({ ...entry, sent, attempts: entry.attempts + 1 }));
}

export function markWritten(state: OutboxState, key: string, written: Written): OutboxState {
  return {
    entries: state.entries.filter((entry) => entry.key !== key),
    versions: { ...state.versions, [written.conversation]: written.version },
    events: { ...state.events, [key]: written.event },
    offline: false,
  };
}

/** An act on many was taken back or done again: it leads many conversations to versions that the next reading shows. */
export function markTurned(state: OutboxState, key: string): OutboxState {
  return { ...state, entries: state.entries.filter((entry) => entry.key !== key), offline: false };
}

/**
 * Whether a person has to choose. A tag belongs on any text, and a decision on a text that is still the same, and still
 * has the same status, holds as it was made.
 */
export function needsPerson(act: Act, conflict: Conflict): boolean {
  if (act.kind === "tag" || act.kind === "undo") return false;
  if (act.kind === "edit") return !sameTurns(act.turns, conflict.turns);
  return act.seen.status !== conflict.status || !sameTurns(act.seen.turns, conflict.turns);
}

function sameTurns(one: Turns, other: Conflict["turns"]): boolean {
  return (
    one.length === other.length &&
    one.every((turn, at) => turn.role === other[at]?.role && turn.content === other[at]?.content)
  );
}

/** A refused undo is let go, since nothing of the person's work is in it; anything else is kept. */
export function markFailed(state: OutboxState, key: string, failure: Failure): OutboxState {
  if (failure.kind === "unreachable") return { ...state, offline: true };
  const entry = state.entries.find((each) => each.key === key);
  if (entry?.act.kind === "undo")
    return { ...state, offline: false, entries: state.entries.filter((each) => each !== entry) };
  const kept = change(state, key, (each) => ({
    ...each,
    state: failure.kind,
    conflict: failure.kind === "conflict" ? failure.conflict : null,
    problem: failure.kind === "refused" ? failure.problem : null,
  }));
  return { ...kept, offline: false };
}

/** Lets one's own version go, with everything made on top of it. */
export function keepTheirs(state: OutboxState, key: string): OutboxState {
  const entry = state.entries.find((each) => each.key === key);
  if (entry === undefined) return state;
  const conversation = conversationOf(entry.act);
  const entries = state.entries.filter(
    (each) => each !== entry && !(conversation !== null && conversationOf(each.act) === conversation),
  );
  return { ...state, entries, versions: withVersion(state, conversation, entry.conflict) };
}

/** Sends one's own version again, on top of theirs; a new key, since the body is another. */
export function keepMine(state: OutboxState, key: string, newKey: string, act?: Act): OutboxState {
  const entry = state.entries.find((each) => each.key === key);
  if (entry === undefined) return state;
  const again: Entry = {
    ...entry,
    key: newKey,
    act: act ?? entry.act,
    attempts: 0,
    sent: null,
    state: "waiting",
    conflict: null,
    problem: null,
  };
  const entries = state.entries.map((each) => (each === entry ? again : each));
  return { ...state, entries, versions: withVersion(state, conversationOf(entry.act), entry.conflict) };
}

/** What the badge says; null when there is nothing to say. */
export type Badge = { kind: "saving" | "offline" | "needs-you"; count: number };

export function badgeOf(state: OutboxState): Badge | null {
  const held = state.entries.filter((entry) => entry.state !== "waiting").length;
  if (held > 0) return { kind: "needs-you", count: held };
  if (state.entries.length === 0) return null;
  return { kind: state.offline ? "offline" : "saving", count: state.entries.length };
}

function change(state: OutboxState, key: string, by: (entry: Entry) => Entry): OutboxState {
  return { ...state, entries: state.entries.map((entry) => (entry.key === key ? by(entry) : entry)) };
}

function withVersion(
  state: OutboxState,
  conversation: string | null,
  conflict: Conflict | null,
): Readonly<Record<string, number>> {
  if (conversation === null || conflict === null) return state.versions;
  return { ...state.versions, [conversation]: conflict.version };
}
