import type { Act } from "#components/outbox/outbox-state.ts";
import type { Turns } from "#lib/schema/conversation.ts";
import type { ConversationDetail, HistoryEntry, TriageCard } from "#lib/schema/conversation-view.ts";
import type { DecisionKind, RejectReason, Written } from "#lib/schema/decision.ts";

/** How many cards to hold ahead of the one that is shown. */
export const cardsAhead = 3;

/** How many past decisions the rail shows. */
export const pastLength = 10;

/** One of the last decisions, each of which can be opened again. */
export interface PastDecision {
  /** The outbox key of a decision made here; `event-…` for one made before the page was opened. */
  key: string;
  conversation: string;
  mark: "accepted" | "edited" | "rejected" | "skipped" | "flagged";
}

/** One act of this sitting with the card before and after it, so that both directions can be painted at once. */
export interface DoneAct {
  key: string;
  act: Act;
  before: TriageCard;
  after: TriageCard;
}

/** What one sitting of triage knows. `cards` holds what was met, in order; `position` is the one shown. */
export interface TriageState {
  cards: readonly TriageCard[];
  position: number;
  /** Conversations decided in this sitting and not taken back. */
  decided: ReadonlySet<string>;
  /** How many are left to decide, as last told, less what was decided since; null until told. */
  left: number | null;
  /** The queue has nothing more to give. */
  exhausted: boolean;
  /** Oldest first. */
  past: readonly PastDecision[];
  /** Acts of this sitting that stand, and those taken back; the newest last. */
  done: readonly DoneAct[];
  undone: readonly DoneAct[];
}

/** Starts a sitting from one's own acts (newest first) and perhaps a named conversation. */
export function startTriage(history: readonly HistoryEntry[], item: TriageCard | null): TriageState {
  const past = history.flatMap((entry) => pastOf(entry) ?? []).slice(0, pastLength);
  return {
    cards: item === null ? [] : [item],
    position: 0,
    decided: new Set(),
    left: null,
    exhausted: false,
    past: past.reverse(),
    done: [],
    undone: [],
  };
}

function pastOf(entry: HistoryEntry): PastDecision | null {
  if (entry.undone || entry.decision === null || entry.conversation === null) return null;
  const edited = entry.kind === "conversation.edited";
  return { key: `event-${entry.event}`, conversation: entry.conversation, mark: markOf(entry.decision, edited) };
}

function markOf(decision: DecisionKind, edited: boolean): PastDecision["mark"] {
  if (decision === "accept") return edited ? "edited" : "accepted";
  return decision === "reject" ? "rejected" : decision === "skip" ? "skipped" : "flagged";
}

export function currentCard(state: TriageState): TriageCard | null {
  return state.cards[state.position] ?? null;
}

/** How many more cards to ask for now; 0 when enough are held or none are left. */
export function cardsWanted(state: TriageState): number {
  if (state.exhausted) return 0;
  const ahead = state.cards.length - state.position;
  return ahead > cardsAhead ? 0 : cardsAhead + 1 - Math.max(ahead, 0);
}

/**
 * Adds claimed cards at the end. An answer without a new card ends the queue. `asked` is what was decided when the
 * question was sent and known to the server, or null when some of it was still on its way: then the server's count
 * cannot be told apart from ours, and ours stands.
 */
export function receiveCards(
  state: TriageState,
  cards: readonly TriageCard[],
  left: number,
  asked: ReadonlySet<string> | null,
): TriageState {
  const known = new Set(state.cards.map((card) => card.conversation.id));
  const fresh = cards.filter((card) => !known.has(card.conversation.id));
  const since = asked === null ? 0 : [...state.decided].filter((id) => !asked.has(id)).length;
  return {
    ...state,
    cards: [...state.cards, ...fresh],
    left: asked === null ? (state.left ?? left) : Math.max(0, left - since),
    exhausted: fresh.length === 0,
  };
}

/** Shows a card now: goes to it when it is known, or puts it before the one that is shown. */
export function openCard(state: TriageState, card: TriageCard): TriageState {
  const at = state.cards.findIndex((each) => each.conversation.id === card.conversation.id);
  if (at >= 0) return { ...state, cards: state.cards.with(at, card), position: at };
  return { ...state, cards: state.cards.toSpliced(state.position, 0, card) };
}

/** Takes over what the server says of a card without moving to it. */
export function refreshCard(state: TriageState, card: TriageCard): TriageState {
  const { id } = card.conversation;
  return { ...state, cards: state.cards.map((each) => (each.conversation.id === id ? card : each)) };
}

/** Asks the queue once more after it had nothing to give. */
export function lookAgain(state: TriageState): TriageState {
  return { ...state, exhausted: false };
}

/** Next or previous without deciding. Stays where it is at either end. */
export function step(state: TriageState, by: 1 | -1): TriageState {
  return { ...state, position: Math.min(Math.max(state.position + by, 0), state.cards.length) };
}

/** Decides the shown card and goes on to the next one that is not decided. */
export function decideCard(
  state: TriageState,
  key: string,
  decision: DecisionKind,
  reason: RejectReason | null,
): TriageState {
  const card = currentCard(state);
  if (card === null) return state;
  const { id } = card.conversation;
  const status = decision === "accept" ? "accepted" : decision === "reject" ? "rejected" : card.conversation.status;
  const made = {
    id: key,
    kind: decision,
    reason,
    note: null,
    ratings: null,
    revision: card.conversation.headRevision,
    person: null,
    mine: true,
    createdAt: "",
  };
  const conversation = {
    ...card.conversation,
    status,
    flagged: card.conversation.flagged || decision === "flag",
    decisions: [...card.conversation.decisions, made],
  };
  return goOn(state, conversation, { key, conversation: id, mark: markOf(decision, conversation.edited) });
}

/** Puts an edited text on the shown card; when it is accepted with it, goes on. */
export function editCard(state: TriageState, key: string, turns: Turns, accept: boolean): TriageState {
  const card = currentCard(state);
  if (card === null) return state;
  const scores = card.conversation.scores.map((score) => ({ ...score, stale: true }));
  const headRevision = card.conversation.headRevision + 1;
  const conversation = {
    ...card.conversation,
    turns,
    edited: true,
    headRevision,
    scores,
    question: turns.find((turn) => turn.role === "user")?.content ?? card.conversation.question,
  };
  if (!accept) return replaceCard(state, { ...conversation });
  return goOn(state, { ...conversation, status: "accepted" }, { key, conversation: conversation.id, mark: "edited" });
}

/** A flag asks somebody else to look and decides nothing, so it leaves the count alone. */
function goOn(state: TriageState, conversation: ConversationDetail, made: PastDecision): TriageState {
  const flags = made.mark === "flagged";
  const counted = state.decided.has(conversation.id) || state.cards[state.position]?.conversation.status !== "pending";
  const decided = flags ? state.decided : new Set([...state.decided, conversation.id]);
  const moved = replaceCard(state, conversation);
  const following = moved.cards.findIndex(
    (card, index) => index > state.position && !decided.has(card.conversation.id),
  );
  const past = [...state.past.filter((each) => each.conversation !== conversation.id), made].slice(-pastLength);
  return {
    ...moved,
    decided,
    past,
    position: following < 0 ? moved.cards.length : following,
    left: state.left === null || counted || flags ? state.left : Math.max(0, state.left - 1),
  };
}

/** Adds or removes a tag of the shown card. */
export function tagCard(state: TriageState, tag: ConversationDetail["tags"][number], present: boolean): TriageState {
  const card = currentCard(state);
  if (card === null) return state;
  const others = card.conversation.tags.filter((each) => each.id !== tag.id);
  return replaceCard(state, { ...card.conversation, tags: present ? [...others, tag] : others });
}

/** Notes that an act was done, with the card it began from. A new act ends what could be redone. */
export function noteAct(state: TriageState, key: string, act: Act, before: TriageCard): TriageState {
  const after = state.cards.find((card) => card.conversation.id === before.conversation.id) ?? before;
  return { ...state, done: [...state.done, { key, act, before, after }], undone: [] };
}

/** Takes the newest act of this sitting back at once, before the server has said so, and goes back to its card. */
export function undoAct(state: TriageState): TriageState {
  const last = state.done.at(-1);
  if (last === undefined) return state;
  const back = isDecision(last.act) ? leaveUndecided(state, last.before.conversation.id) : state;
  return { ...openCard(back, last.before), done: state.done.slice(0, -1), undone: [...state.undone, last] };
}

/** Does the act that was last taken back once more, under the key of its new write. */
export function redoAct(state: TriageState, key: string): TriageState {
  const last = state.undone.at(-1);
  if (last === undefined) return state;
  const opened = openCard(state, isDecision(last.act) ? last.before : last.after);
  const again = isDecision(last.act)
    ? goOn(opened, last.after.conversation, { key, conversation: last.after.conversation.id, mark: markOfAct(last) })
    : opened;
  return { ...again, done: [...state.done, { ...last, key }], undone: state.undone.slice(0, -1) };
}

function isDecision(act: Act): boolean {
  return act.kind === "decide" || (act.kind === "edit" && act.accept);
}

function markOfAct({ act, after }: DoneAct): PastDecision["mark"] {
  return act.kind === "decide" ? markOf(act.decision, after.conversation.edited) : "edited";
}

/** How each conversation of this sitting was decided, in the order of the decisions. */
export function sittingMarks(state: TriageState): PastDecision["mark"][] {
  const marks = new Map<string, PastDecision["mark"]>();
  for (const done of state.done) {
    const { id } = done.before.conversation;
    if (isDecision(done.act) && state.decided.has(id)) marks.set(id, markOfAct(done));
  }
  return [...marks.values()];
}

/** Counts a conversation as undecided again and takes it from the rail. */
export function leaveUndecided(state: TriageState, conversation: string): TriageState {
  const decided = new Set(state.decided);
  const inRail = state.past.some((each) => each.conversation === conversation && each.mark !== "flagged");
  const wasDecided = decided.delete(conversation) || inRail;
  const past = state.past.filter((each) => each.conversation !== conversation);
  return { ...state, decided, past, left: wasDecided && state.left !== null ? state.left + 1 : state.left };
}

/** What the server says of a conversation after a write. */
export function noteWritten(state: TriageState, written: Written): TriageState {
  const card = state.cards.find((each) => each.conversation.id === written.conversation);
  if (card === undefined) return state;
  const { version, status, flagged, headRevision } = written;
  return replaceCard(state, { ...card.conversation, version, status, flagged, headRevision });
}

function replaceCard(state: TriageState, conversation: ConversationDetail): TriageState {
  const cards = state.cards.map((card) =>
    card.conversation.id === conversation.id ? { ...card, conversation } : card,
  );
  return { ...state, cards };
}
