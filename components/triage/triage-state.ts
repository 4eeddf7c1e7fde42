import type { Act } from "#components/outbox/outbox-state.ts";
import { formatCount } from "#components/ui/format-count.ts";
import type { HistoryEntry, TriageCard } from "#lib/schema/conversation-view.ts";
import type { DecisionKind } from "#lib/schema/decision.ts";
import type { Spent } from "./pace.ts";

/** How many cards to hold ahead of the one that is shown. */
export const cardsAhead = 3;

/** How many past decisions the rail keeps. */
export const pastLength = 50;

export type PastMark = "accepted" | "edited" | "rejected" | "skipped" | "flagged";

/** One of the last decisions, each of which can be opened again; an act on many is one of them. */
export interface PastDecision {
  /** The outbox key of a decision made here; `event-…` for one made before the page was opened, `bulk-…` for an act on many. */
  key: string;
  /** Null for an act on many. */
  conversation: string | null;
  /** What an act on many did, in words; null for one conversation. */
  many: string | null;
  mark: PastMark | "waiting";
  /** The culture's name, told once one has decided; null where it is not known here. */
  culture: string | null;
}

/** One act of this sitting with the card before and after it, so that both directions can be painted at once. */
export interface DoneAct {
  key: string;
  act: Act;
  before: TriageCard;
  after: TriageCard;
  /** How it decided; null for what decides nothing, such as a tag. */
  mark: PastMark | null;
  spent: Spent;
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
  const told = history.flatMap((entry) => pastOf(entry) ?? []);
  // Of several decisions on one conversation the newest stands.
  const past = told.filter(
    ({ conversation }, at) =>
      conversation === null || told.findIndex((each) => each.conversation === conversation) === at,
  );
  return {
    cards: item === null ? [] : [item],
    position: 0,
    decided: new Set(),
    left: null,
    exhausted: false,
    past: past.slice(0, pastLength).reverse(),
    done: [],
    undone: [],
  };
}

function pastOf(entry: HistoryEntry): PastDecision | null {
  if (entry.undone) return null;
  if (entry.bulk !== undefined) return pastOfMany(entry.bulk);
  if (entry.decision === null || entry.conversation === null) return null;
  const edited = entry.kind === "conversation.edited";
  const mark = markOf(entry.decision, edited);
  return { key: `event-${entry.event}`, conversation: entry.conversation, many: null, mark, culture: null };
}

type Bulk = NonNullable<HistoryEntry["bulk"]>;

function pastOfMany({ id, act, done }: Bulk): PastDecision {
  const mark = act.kind === "decide" ? markOf(act.decision, false) : "waiting";
  const did =
    act.kind === "decide"
      ? act.keep == null
        ? `${act.decision}ed`
        : "copies decided"
      : act.kind === "tag"
        ? "tagged"
        : "assigned";
  return { key: `bulk-${id}`, conversation: null, many: `${formatCount(done)} ${did}`, mark, culture: null };
}

/** An act on many was taken back, or done again: it leaves the rail, or joins it at the end. */
export function turnMany(state: TriageState, bulk: Bulk, stands: boolean): TriageState {
  const made = pastOfMany(bulk);
  const others = state.past.filter(({ key }) => key !== made.key);
  return { ...state, past: stands ? [...others, made].slice(-pastLength) : others };
}

/** The mark that a decision leaves in the rail. */
export function markOf(decision: DecisionKind, edited: boolean): PastMark {
  if (decision === "accept") return edited ? "edited" : "accepted";
  return decision === "reject" ? "rejected" : decision === "skip" ? "skipped" : "flagged";
}

export function currentCard(state: TriageState): TriageCard | null {
  return state.cards[state.position] ?? null;
}

/** Where the sitting goes after the shown card is decided: the next card that is not; the end when there is none. */
export function followingPosition(state: TriageState, decided: ReadonlySet<string> = state.decided): number {
  const at = state.cards.findIndex((card, index) => index > state.position && !decided.has(card.conversation.id));
  return at < 0 ? state.cards.length : at;
}

/** How many more cards to ask for now; 0 when enough are held or none are left. */
export function cardsWanted(state: TriageState): number {
  if (state.exhausted) return 0;
  const ahead = state.cards.length - state.position;
  return ahead > cardsAhead ? 0 : cardsAhead + 1 - Math.max(ahead, 0);
}

/** The cards that are still to be decided here: the shown one and those after it. Their claims are kept alive. */
export function cardsHeld(state: TriageState): string[] {
  const ids = state.cards.slice(state.position).map((card) => card.conversation.id);
  return ids.filter((id) => !state.decided.has(id));
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
  const known = idsOf(state.cards);
  const fresh = cards.filter((card) => !known.has(card.conversation.id));
  return {
    ...receiveCount(state, left, asked),
    cards: [...state.cards, ...fresh],
    exhausted: fresh.length === 0,
  };
}

/** Whether cards were all met in this sitting. */
export function holdsAll(state: TriageState, cards: readonly TriageCard[]): boolean {
  const known = idsOf(state.cards);
  return cards.every((card) => known.has(card.conversation.id));
}

/**
 * Takes over how many are left, as `receiveCards` does, from an answer that brings no cards since none were asked for. What
 * was decided or taken back while the question was under way may be in the server's count or not, so then ours stands.
 */
export function receiveCount(state: TriageState, left: number, asked: ReadonlySet<string> | null): TriageState {
  const { decided } = state;
  const same = asked !== null && asked.size === decided.size && [...asked].every((id) => decided.has(id));
  return { ...state, left: same ? left : (state.left ?? Math.max(0, left - decided.size)) };
}

/** Goes back to a card that was met, when another one has come in front of it; nothing where it was not met. */
export function returnTo(state: TriageState, conversation: string): TriageState {
  const at = state.cards.findIndex((card) => card.conversation.id === conversation);
  return at < 0 || at === state.position ? state : { ...state, position: at };
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

function idsOf(cards: readonly TriageCard[]): ReadonlySet<string> {
  return new Set(cards.map((card) => card.conversation.id));
}
