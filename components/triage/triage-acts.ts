import type { Act, Remarks } from "#components/outbox/outbox-state.ts";
import type { Turns } from "#lib/schema/conversation.ts";
import type { ConversationDetail, TriageCard } from "#lib/schema/conversation-view.ts";
import type { DecisionKind, RejectReason, SkipReason, Written } from "#lib/schema/decision.ts";
import type { MeasureName, Score } from "#lib/schema/score.ts";
import type { Spent } from "./pace.ts";
import {
  currentCard,
  type DoneAct,
  followingPosition,
  markOf,
  openCard,
  type PastDecision,
  type PastMark,
  pastLength,
  type TriageState,
} from "./triage-state.ts";

/** What is said of the shown card. */
export interface Verdict {
  decision: DecisionKind;
  reason: RejectReason | SkipReason | null;
  remarks: Remarks;
}

type Decision = ConversationDetail["decisions"][number];
type Comments = ConversationDetail["comments"];
type Tag = ConversationDetail["tags"][number];

/** Decides the shown card and goes on to the next one that is not decided. */
export function decideCard(state: TriageState, key: string, verdict: Verdict): TriageState {
  const card = currentCard(state);
  if (card === null) return state;
  const { conversation } = card;
  return goOn(
    state,
    decidedConversation(conversation, key, verdict),
    key,
    markOf(verdict.decision, conversation.edited),
  );
}

/** How a conversation stands after a verdict, until the server's own word of it comes. */
export function decidedConversation(before: ConversationDetail, key: string, verdict: Verdict): ConversationDetail {
  const { decision } = verdict;
  const status = decision === "accept" ? "accepted" : decision === "reject" ? "rejected" : before.status;
  return {
    ...before,
    status,
    flagged: decision === "flag" ? !before.flagged : before.flagged,
    decisions: [decisionOf(before, key, verdict), ...before.decisions],
  };
}

/** A decision as the card lists it until the server's own word of it comes. */
function decisionOf(conversation: ConversationDetail, key: string, { decision, reason, remarks }: Verdict): Decision {
  return {
    id: key,
    kind: decision,
    reason,
    note: remarks.note ?? null,
    ratings: remarks.ratings ?? null,
    revision: conversation.headRevision,
    person: null,
    mine: true,
    createdAt: "",
  };
}

/** What was written in place of a text. */
export interface Edited {
  turns: Turns;
  /** The writer says that it is another text rather than the same one mended. */
  rewritten: boolean;
}

/** Puts an edited text on the shown card; when it is accepted with it, goes on. */
export function editCard(
  state: TriageState,
  key: string,
  edit: Edited,
  accept: boolean,
  remarks: Remarks = {},
): TriageState {
  const card = currentCard(state);
  if (card === null) return state;
  const conversation = editedConversation(card.conversation, key, edit, accept, remarks);
  const now = staleSiblings(state, conversation);
  return accept ? goOn(now, conversation, key, "edited") : replaceCard(now, conversation);
}

/** How a conversation stands with another text, accepted or not, until the server's own word of it comes. */
export function editedConversation(
  before: ConversationDetail,
  key: string,
  { turns, rewritten }: Edited,
  accept: boolean,
  remarks: Remarks,
): ConversationDetail {
  const headRevision = before.headRevision + 1;
  const revision = { number: headRevision, parent: before.headRevision, author: null, rewritten, createdAt: "" };
  const conversation: ConversationDetail = {
    ...withStale(before, () => true),
    turns,
    edited: true,
    headRevision,
    revisions: [...before.revisions, revision],
    question: turns.find((turn) => turn.role === "user")?.content ?? before.question,
  };
  return accept ? decidedConversation(conversation, key, { decision: "accept", reason: null, remarks }) : conversation;
}

/** The cards in hand of the same question, whose comparison with the edited text is stale now. */
function staleSiblings(state: TriageState, { id, questionKey }: ConversationDetail): TriageState {
  if (questionKey === null) return state;
  const cards = state.cards.map((card): TriageCard => {
    const { conversation } = card;
    if (conversation.questionKey !== questionKey || conversation.id === id) return card;
    return { ...card, conversation: withStale(conversation, ({ estimator }) => estimator === "siblings") };
  });
  return { ...state, cards };
}

/** A conversation with some of its scores stale, and with them what lists show of these. */
function withStale(conversation: ConversationDetail, isStale: (score: Score) => boolean): ConversationDetail {
  const scores = conversation.scores.map((score) => (isStale(score) ? { ...score, stale: true } : score));
  const headline = (measure: MeasureName) => {
    const { [measure]: value, shown } = conversation;
    const stale = scores.some((score) => score.stale && score.estimator === shown[measure].estimator);
    return value !== null && stale ? { ...value, stale } : value;
  };
  return {
    ...conversation,
    scores,
    representativeness: headline("representativeness"),
    distinctiveness: headline("distinctiveness"),
  };
}

/** A flag asks somebody else to look and decides nothing, so it leaves the count alone. */
function goOn(state: TriageState, conversation: ConversationDetail, key: string, mark: PastMark): TriageState {
  const { id, culture } = conversation;
  const flags = mark === "flagged";
  const counted = state.decided.has(id) || state.cards[state.position]?.conversation.status !== "pending";
  const decided = flags ? state.decided : new Set([...state.decided, id]);
  const moved = replaceCard(state, conversation);
  const made: PastDecision = { key, conversation: id, many: null, mark, culture: flags ? null : culture.name };
  const past = [...state.past.filter((each) => each.conversation !== id), made].slice(-pastLength);
  return {
    ...moved,
    decided,
    past,
    position: followingPosition(moved, decided),
    left: state.left === null || counted || flags ? state.left : Math.max(0, state.left - 1),
  };
}

/** Adds or removes a tag of the shown card. */
export function tagCard(state: TriageState, tag: Tag, present: boolean): TriageState {
  const card = currentCard(state);
  return card === null ? state : replaceCard(state, taggedConversation(card.conversation, tag, present));
}

/** How a conversation stands with a tag put on or taken off. */
export function taggedConversation(before: ConversationDetail, tag: Tag, present: boolean): ConversationDetail {
  const others = before.tags.filter((each) => each.id !== tag.id);
  return { ...before, tags: present ? [...others, tag] : others };
}

/** Notes that an act was done, with the card it began from. A new act ends what could be redone. */
export function noteAct(state: TriageState, key: string, act: Act, before: TriageCard, spent: Spent): TriageState {
  const after = state.cards.find((card) => card.conversation.id === before.conversation.id) ?? before;
  const mark = isDecision(act) ? markOfAct(act, after) : null;
  return { ...state, done: [...state.done, { key, act, before, after, mark, spent }], undone: [] };
}

/** Takes the newest act of this sitting back at once, before the server has said so, and goes back to its card. */
export function undoAct(state: TriageState): TriageState {
  const last = state.done.at(-1);
  if (last === undefined) return state;
  const back = last.mark === null ? state : leaveUndecided(state, last.before.conversation.id);
  return { ...openCard(back, last.before), done: state.done.slice(0, -1), undone: [...state.undone, last] };
}

/** Does the act that was last taken back once more, under the key of its new write. */
export function redoAct(state: TriageState, key: string): TriageState {
  const last = state.undone.at(-1);
  if (last === undefined) return state;
  const opened = openCard(state, last.mark === null ? last.after : last.before);
  const again = last.mark === null ? opened : goOn(opened, last.after.conversation, key, last.mark);
  return { ...again, done: [...state.done, { ...last, key }], undone: state.undone.slice(0, -1) };
}

/** Whether an act says something of a conversation, rather than only changing it. */
export function isDecision(act: Act): boolean {
  return act.kind === "decide" || (act.kind === "edit" && act.accept);
}

function markOfAct(act: Act, after: TriageCard): PastMark {
  return act.kind === "decide" ? markOf(act.decision, after.conversation.edited) : "edited";
}

/** How each conversation of this sitting was decided, in the order of the decisions. */
export function sittingMarks({ done, decided }: Pick<TriageState, "done" | "decided">): PastMark[] {
  const marks = new Map<string, PastMark>();
  for (const { before, mark } of done) {
    const { id } = before.conversation;
    if (mark !== null && decided.has(id)) marks.set(id, mark);
  }
  return [...marks.values()];
}

/** The time that each decision of this sitting took, oldest first. */
export function sittingTimes(done: readonly DoneAct[]): Spent[] {
  return done.flatMap(({ mark, spent }) => (mark === null ? [] : [spent]));
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

/** The comments with one more; the same one once. */
export function withComment(all: Comments, comment: Comments[number]): Comments {
  return [...all.filter(({ id }) => id !== comment.id), comment];
}

/** Puts comments on a card, shown or not. */
export function commentCard(
  state: TriageState,
  conversation: string,
  change: (comments: Comments) => Comments,
): TriageState {
  const card = state.cards.find((each) => each.conversation.id === conversation);
  if (card === undefined) return state;
  return replaceCard(state, { ...card.conversation, comments: change(card.conversation.comments) });
}

function replaceCard(state: TriageState, conversation: ConversationDetail): TriageState {
  const cards = state.cards.map((card) =>
    card.conversation.id === conversation.id ? { ...card, conversation } : card,
  );
  return { ...state, cards };
}
