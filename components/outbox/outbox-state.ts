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
      /** The writer says that it is another text rather than the same one mended. */
      rewritten?: boolean;
      remarks?: Remarks;
    }
  | { kind: "tag"; conversation: string; expectedVersion: number; add: string[]; remove: string[] }
  /** Stands beside the text and changes no version of it. */
  | { kind: "comment"; conversation: string; body: string }
  /** `of` is the key of the entry it takes back; with neither that nor an event, the server takes back the newest act. */
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
  /** What has to be done in order with it: its conversation, or null for an act that has to wait for all before it. */
  lane: string | null;
  /** `refused` and `conflict` wait for the person. */
  state: "waiting" | "conflict" | "refused";
  conflict: Conflict | null;
  problem: string | null;
}

/** What an entry of this session led to, so that an undo made meanwhile finds it. */
interface Done {
  event: number;
  lane: string;
}

export interface OutboxState {
  /** In the order they were made. */
  entries: readonly Entry[];
  /** The version that own writes of this session led to, by conversation. */
  versions: Readonly<Record<string, number>>;
  /** By the key of each written entry. */
  events: Readonly<Record<string, Done>>;
  /** Keys of entries that this browser has not stored yet. */
  unkept: ReadonlySet<string>;
  /** The browser offers no store or refused to write: entries last as long as this tab. */
  storeless: boolean;
  /** Why nothing goes out: no answer comes, or nobody is signed in any more. */
  halted: Halt | null;
}

export const emptyOutbox: OutboxState = {
  entries: [],
  versions: {},
  events: {},
  unkept: new Set(),
  storeless: false,
  halted: null,
};

export type Halt = "offline" | "signed-out";

/** Why a send did not end in a written act. */
export type Failure =
  | { kind: "unreachable"; halt: Halt }
  /** The server answered, and a later attempt may well go through. */
  | { kind: "busy" }
  | { kind: "conflict"; conflict: Conflict }
  | { kind: "refused"; problem: string };

/** The conversation whose version an act leads on; null for an undo, whose event says it, and for a comment. */
export function conversationOf(act: Act): string | null {
  return act.kind === "undo" || act.kind === "comment" ? null : act.conversation;
}

/** An act as it is put into the outbox. */
export function newEntry(state: OutboxState, key: string, project: string, act: Act, madeAt: number): Entry {
  const blank = { attempts: 0, sent: null, state: "waiting", conflict: null, problem: null } as const;
  // A clock that was set back must not turn the order round.
  const last = state.entries.at(-1)?.madeAt ?? 0;
  return { key, project, act, madeAt: Math.max(madeAt, last + 1), lane: laneOf(state, act), ...blank };
}

function laneOf(state: OutboxState, act: Act): string | null {
  // Comments keep their own order: a decision that needs the person holds none of them up, nor goes with one let go.
  if (act.kind === "comment") return `comment ${act.conversation}`;
  if (act.kind !== "undo") return act.conversation;
  if (act.of === null) return null;
  return state.entries.find((entry) => entry.key === act.of)?.lane ?? state.events[act.of]?.lane ?? null;
}

/** Puts an entry in, or a newer form of one in its place. An undo of what is already written learns its event. */
export function addEntry(state: OutboxState, entry: Entry): OutboxState {
  const others = state.entries.filter((each) => each.key !== entry.key);
  const known = withEvent(entry, state.events);
  const entries = [...others, known].sort((a, b) => a.madeAt - b.madeAt || (a.key < b.key ? -1 : 1));
  return { ...state, entries };
}

function withEvent(entry: Entry, events: OutboxState["events"]): Entry {
  const { act } = entry;
  if (act.kind !== "undo" || act.event !== null || act.of === null || entry.sent !== null) return entry;
  const event = events[act.of]?.event;
  return event === undefined ? entry : { ...entry, act: { ...act, event } };
}

/** Takes an entry out that was never sent. Null when it was, so that the server has to be asked to undo it. */
export function takeBack(state: OutboxState, key: string): OutboxState | null {
  const entry = state.entries.find((each) => each.key === key);
  if (entry === undefined || entry.attempts > 0) return null;
  return { ...state, entries: state.entries.filter((each) => each !== entry) };
}

/**
 * The entries that may go out now, oldest first: each the first of its lane, and none behind an act that waits for all
 * before it. `busy` names entries on their way or at rest; nothing overtakes them within their lane. Cost: one pass.
 */
export function sendable(state: OutboxState, busy: ReadonlySet<string> = new Set()): Entry[] {
  const held = new Set<string>();
  const found: Entry[] = [];
  let before = 0;
  for (const entry of state.entries) {
    const free = entry.state === "waiting" && !busy.has(entry.key);
    if (entry.lane === null) {
      // Entries that wait for the person do not hold up an undo of the newest act: they never reached the server.
      if (entry.state !== "waiting") continue;
      if (free && before === 0) found.push(entry);
      return found;
    }
    if (free && !held.has(entry.lane)) found.push(entry);
    held.add(entry.lane);
    if (entry.state === "waiting") before += 1;
  }
  return found;
}

/** What to send for an entry: as first sent, or made now with the newest version that own writes led to. */
export function requestOf(state: OutboxState, entry: Entry): Request {
  if (entry.sent !== null) return entry.sent;
  const base = `/projects/${encodeURIComponent(entry.project)}`;
  const { act } = entry;
  if (act.kind === "undo") {
    const event = act.event === null ? {} : { event: act.event };
    return { path: `${base}/undo`, body: { direction: act.direction, ...event } };
  }
  const path = `${base}/conversations/${act.conversation}`;
  if (act.kind === "comment") return { path: `${path}/comments`, body: { body: act.body } };
  const expectedVersion = Math.max(act.expectedVersion, state.versions[act.conversation] ?? 0);
  if (act.kind === "decide") {
    const reason = act.reason === null ? {} : { reason: act.reason };
    return { path: `${path}/decisions`, body: { expectedVersion, kind: act.decision, ...reason, ...act.remarks } };
  }
  if (act.kind === "edit") {
    return {
      path: `${path}/revisions`,
      body: {
        expectedVersion,
        turns: act.turns,
        accept: act.accept,
        ...(act.rewritten === true ? { rewritten: true } : {}),
        ...act.remarks,
      },
    };
  }
  return { path: `${path}/tags`, body: { expectedVersion, add: act.add, remove: act.remove } };
}

export function markSent(state: OutboxState, key: string, sent: Request): OutboxState {
  return change(state, key, (entry) => ({ ...entry, sent, attempts: entry.attempts + 1 }));
}

export function markWritten(state: OutboxState, key: string, written: Written): OutboxState {
  const rest = state.entries.filter((entry) => entry.key !== key);
  const events = { ...state.events, [key]: { event: written.event, lane: written.conversation } };
  return {
    ...state,
    // Written into the entries themselves, so that it outlives this tab.
    entries: rest.map((entry) => onTop(withEvent(entry, events), written)),
    versions: { ...state.versions, [written.conversation]: written.version },
    events,
    halted: null,
  };
}

/** An entry is through that led no single conversation to a version: a comment, or an act on many taken back or done again. */
export function markThrough(state: OutboxState, key: string): OutboxState {
  return { ...state, entries: state.entries.filter((entry) => entry.key !== key), halted: null };
}

/** An act made on top of one that is now written expects the version that one led to. */
function onTop(entry: Entry, { conversation, version }: Written): Entry {
  const { act } = entry;
  if (entry.lane !== conversation || entry.sent !== null || !("expectedVersion" in act)) return entry;
  return { ...entry, act: { ...act, expectedVersion: Math.max(act.expectedVersion, version) } };
}

/** What another tab knows of versions, put together with what is known here; they only grow. */
export function newestVersions(one: OutboxState["versions"], other: OutboxState["versions"]): OutboxState["versions"] {
  const all = { ...one };
  for (const [conversation, version] of Object.entries(other))
    all[conversation] = Math.max(version, all[conversation] ?? 0);
  return all;
}

/** Whether an entry takes back something that nobody here knows any more; sent, it would take back something else. */
export function isLost(state: OutboxState, { act, sent }: Entry): boolean {
  if (act.kind !== "undo" || sent !== null || act.event !== null || act.of === null) return false;
  return !state.entries.some((entry) => entry.key === act.of);
}

/**
 * Whether a person has to choose. A tag belongs on any text, and a decision on a text that is still the same, and still
 * has the same status, holds as it was made.
 */
export function needsPerson(act: Act, conflict: Conflict): boolean {
  if (act.kind === "tag" || act.kind === "undo" || act.kind === "comment") return false;
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
  if (failure.kind === "unreachable") return { ...state, halted: failure.halt };
  if (failure.kind === "busy") return { ...state, halted: null };
  const entry = state.entries.find((each) => each.key === key);
  if (entry?.act.kind === "undo")
    return { ...state, halted: null, entries: state.entries.filter((each) => each !== entry) };
  const kept = change(state, key, (each) => ({
    ...each,
    state: failure.kind,
    conflict: failure.kind === "conflict" ? failure.conflict : null,
    problem: failure.kind === "refused" ? failure.problem : null,
  }));
  return { ...kept, halted: null };
}

/** Lets one's own version go, with everything made on top of it. */
export function keepTheirs(state: OutboxState, key: string): OutboxState {
  const entry = state.entries.find((each) => each.key === key);
  if (entry === undefined) return state;
  const entries = state.entries.filter((each) => each !== entry && (entry.lane === null || each.lane !== entry.lane));
  return { ...state, entries, versions: withVersion(state, entry.lane, entry.conflict) };
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
  const entries = state.entries.map((each) =>
    each === entry
      ? again
      : each.act.kind === "undo" && each.act.of === key
        ? { ...each, act: { ...each.act, of: newKey } }
        : each,
  );
  return { ...state, entries, versions: withVersion(state, conversationOf(entry.act), entry.conflict) };
}

/**
 * What the badge says; null when there is nothing to say. Without a connection it counts what is stored, so that it never
 * calls kept what is not; `kept` is false when the browser stores nothing.
 */
export type Badge = { kind: "saving" | Halt | "needs-you"; count: number; kept: boolean };

export function badgeOf(state: OutboxState): Badge | null {
  const held = state.entries.filter((entry) => entry.state !== "waiting").length;
  const kept = !state.storeless;
  if (held > 0) return { kind: "needs-you", count: held, kept };
  if (state.entries.length === 0) return null;
  const stored = kept ? state.entries.filter((entry) => !state.unkept.has(entry.key)).length : state.entries.length;
  if (state.halted === null || stored === 0) return { kind: "saving", count: state.entries.length, kept };
  return { kind: state.halted, count: stored, kept };
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
