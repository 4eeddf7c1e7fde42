import { z } from "zod";
import type { ConversationState } from "#lib/schema/act-payload.ts";
import { BulkPayload, BulkStepPayload } from "#lib/schema/bulk.ts";
import { JudgedPayload, JudgementMovedPayload } from "#lib/schema/comparison.ts";
import {
  CommentedPayload,
  CommentMovedPayload,
  ConversationEventPayload,
  ImportedPayload,
  MadePayload,
  MergedPayload,
} from "#lib/schema/event-payload.ts";
import { canonicalJson } from "#lib/text/canonical-json.ts";
import { bulkVerdict } from "./bulk-verdict.ts";
import type { Difference } from "./difference.ts";

/** One event as it is stored, in the order of its project's chain. */
export interface StoredEvent {
  number: number;
  kind: string;
  conversation: string | null;
  actor: string | null;
  /** The event that this one takes back or restores. */
  subject: number | null;
  fromVersion: number | null;
  toVersion: number | null;
  payload: unknown;
}

/** What the events of one conversation come to. */
export interface FoldedConversation {
  version: number;
  events: number;
  state: ConversationState;
  /** The fields beside the text, where an import changed them: as it made them first, and as they are now. */
  facts: { first: string; now: string } | null;
  /** SHA-256 of each text after the first, by its number. */
  revisions: Map<number, string>;
}

export interface FoldedDecision {
  conversation: string;
  user: string | null;
  event: number;
  kind: string;
  reason: string | null;
  note: string | null;
  /** As canonical JSON. */
  ratings: string | null;
  revision: number;
  withdrawn: boolean;
}

export interface FoldedComment {
  conversation: string;
  user: string | null;
  revision: number;
  body: string;
  withdrawn: boolean;
}

export interface FoldedComparison {
  question: string;
  asked: string;
  first: string;
  second: string;
  firstRevision: number;
  secondRevision: number;
  preferred: string;
  user: string | null;
  withdrawn: boolean;
}

/** What the events of one act on many conversations come to. */
export interface FoldedBulk {
  /** The event that began it. */
  event: number;
  /** As canonical JSON. */
  act: string;
  total: number;
  /** How often it was walked: begun, taken back, done again. */
  walks: number;
  /** Whether the last walk took it back. */
  undone: boolean;
  /** What it changed: the event of its batch, the version it led to last, and in how many walks. */
  items: Map<string, { event: number; version: number; walks: number }>;
}

/** What all events of a project come to. Conversations that no event names one by one are as their import made them. */
export interface Folded {
  conversations: Map<string, FoldedConversation>;
  decisions: Map<string, FoldedDecision>;
  comments: Map<string, FoldedComment>;
  comparisons: Map<string, FoldedComparison>;
  /** Ids of tags by conversation. */
  tags: Map<string, Set<string>>;
  batches: (ImportedPayload & { event: number })[];
  /** What runs made, batch by batch. */
  made: (MadePayload & { event: number })[];
  /** Conversations that each import updated. */
  updates: Map<string, number>;
  bulks: Map<string, FoldedBulk>;
}

/** How a conversation stands before its first event. */
export const initialState: ConversationState = {
  status: "pending",
  flagged: false,
  edited: false,
  headRevision: 1,
  decisionCount: 0,
  decidedBy: null,
  assignee: null,
};

/** Canonical texts of states, which many conversations share. */
const texts = new WeakMap<ConversationState, string>();
function textOf(state: ConversationState): string {
  const known = texts.get(state);
  if (known !== undefined) return known;
  const text = canonicalJson(state);
  texts.set(state, text);
  return text;
}

const UpdatedBy = z.object({ import: z.uuid() });

/**
 * Folds the events of one project, handed in one after the other, into what they come to. What does not fit together
 * (a version that is skipped, a state before that is not the one after the last event) is reported. Memory grows with the
 * conversations that have events of their own, not with all; time O(events), and O(tagged conversations) per merged tag.
 */
export function createEventFold(report: (difference: Difference) => void): {
  apply(event: StoredEvent): void;
  folded: Folded;
} {
  const folded: Folded = {
    conversations: new Map(),
    decisions: new Map(),
    comments: new Map(),
    comparisons: new Map(),
    tags: new Map(),
    batches: [],
    made: [],
    updates: new Map(),
    bulks: new Map(),
  };
  /** What each act did to decisions, for the undo that names it. */
  const acts = new Map<number, { conversation: string; decision: string | null; withdrawn: string[] }>();
  /** The same for each conversation of a batch of an act on many. */
  const batches = new Map<number, Map<string, { decision: string | null; withdrawn: string[] }>>();

  function apply(event: StoredEvent): void {
    if (event.kind === "conversation.imported") applyImported(event);
    else if (event.kind === "conversation.made") {
      const batch = parsed(MadePayload, event);
      if (batch !== null) folded.made.push({ ...batch, event: event.number });
    } else if (event.kind === "tag.merged") applyMerged(event);
    // Comments lie beside a conversation: its version stays.
    else if (event.kind === "conversation.commented") applyCommented(event);
    else if (event.kind === "conversation.comment-withdrawn") moveComment(event, true);
    else if (event.kind === "conversation.comment-restored") moveComment(event, false);
    else if (event.kind === "answers.judged") applyJudged(event);
    else if (event.kind === "answers.judgement-withdrawn") moveJudgement(event, true);
    else if (event.kind === "answers.judgement-restored") moveJudgement(event, false);
    else if (event.kind === "bulk.started") applyStarted(event);
    else if (event.kind === "bulk.undone" || event.kind === "bulk.redone") applyTurned(event);
    else if (event.kind === "conversations.acted") applyBatch(event, null);
    else if (event.kind === "conversations.undone" || event.kind === "conversations.redone") applyTurnedBatch(event);
    else if (event.conversation !== null) applyToConversation(event, event.conversation);
  }

  function applyImported(event: StoredEvent): void {
    const batch = parsed(ImportedPayload, event);
    if (batch === null) return;
    folded.batches.push({ ...batch, event: event.number });
    for (const [conversation, tag] of batch.tagged) tagsOf(conversation).add(tag);
  }

  function applyMerged(event: StoredEvent): void {
    const merge = parsed(MergedPayload, event);
    if (merge === null) return;
    for (const tags of folded.tags.values()) if (tags.delete(merge.id)) tags.add(merge.into);
  }

  function applyCommented(event: StoredEvent): void {
    const payload = parsed(CommentedPayload, event);
    if (payload === null || event.conversation === null) return;
    const { comment, revision, body } = payload;
    folded.comments.set(comment, {
      conversation: event.conversation,
      user: event.actor,
      revision,
      body,
      withdrawn: false,
    });
  }

  function moveComment(event: StoredEvent, withdrawn: boolean): void {
    const id = parsed(CommentMovedPayload, event)?.comment;
    if (id === undefined) return;
    const comment = folded.comments.get(id);
    if (comment) comment.withdrawn = withdrawn;
    else report({ kind: "event.comment", id, expected: "a comment made before", found: "none" });
  }

  function applyJudged(event: StoredEvent): void {
    const payload = parsed(JudgedPayload, event);
    if (payload === null) return;
    const { comparison, question, asked, first, second, preferred } = payload;
    folded.comparisons.set(comparison, {
      question,
      asked,
      first: first.id,
      second: second.id,
      firstRevision: first.revision,
      secondRevision: second.revision,
      preferred,
      user: event.actor,
      withdrawn: false,
    });
  }

  function moveJudgement(event: StoredEvent, withdrawn: boolean): void {
    const id = parsed(JudgementMovedPayload, event)?.comparison;
    if (id === undefined) return;
    const comparison = folded.comparisons.get(id);
    if (comparison) comparison.withdrawn = withdrawn;
    else report({ kind: "event.comparison", id, expected: "a judgement made before", found: "none" });
  }

  function applyStarted(event: StoredEvent): void {
    const step = parsed(BulkStepPayload, event);
    if (step === null) return;
    const { bulk, act, total } = step;
    const blank = { walks: 1, undone: false, items: new Map() };
    folded.bulks.set(bulk, { event: event.number, act: canonicalJson(act), total, ...blank });
  }

  function applyTurned(event: StoredEvent): void {
    const step = parsed(BulkStepPayload, event);
    const bulk = step === null ? undefined : folded.bulks.get(step.bulk);
    const back = event.kind === "bulk.undone";
    if (bulk === undefined || bulk.event !== event.subject || bulk.undone === back) {
      reportSubject(event, "an act on many that can be turned so");
      return;
    }
    bulk.walks += 1;
    bulk.undone = back;
  }

  function applyTurnedBatch(event: StoredEvent): void {
    const batch = event.subject === null ? undefined : batches.get(event.subject);
    if (batch === undefined) reportSubject(event, "a batch of the same act");
    applyBatch(event, batch ?? null);
  }

  /** Each item is folded as an act on its conversation alone would be. `turned` is the batch that an undo or a redo is about. */
  function applyBatch(
    event: StoredEvent,
    turned: Map<string, { decision: string | null; withdrawn: string[] }> | null,
  ): void {
    const payload = parsed(BulkPayload, event);
    if (payload === null) return;
    const { act, states, items } = payload;
    const bulk = folded.bulks.get(payload.bulk);
    const acted = event.kind === "conversations.acted";
    if (bulk === undefined || (acted && (bulk.event !== event.subject || bulk.act !== canonicalJson(act))))
      reportSubject(event, "an act on many that was begun");
    const own = new Map<string, { decision: string | null; withdrawn: string[] }>();
    for (const { id, version, before, after, decision = null, withdrawn = [], added = [], removed = [] } of items) {
      const conversation = conversationOf(id);
      conversation.events += 1;
      moveVersion(event, conversation, version, version + 1);
      const [from, to] = [states[before], states[after]];
      if (from === undefined || to === undefined) {
        report({
          kind: "event.payload",
          id: String(event.number),
          expected: "states of its items",
          found: `${before}, ${after}`,
        });
        continue;
      }
      moveState(event, conversation, from, to);
      if (acted) {
        own.set(id, { decision, withdrawn });
        for (const old of withdrawn) withdraw(old, true);
        if (decision !== null && act.kind === "decide")
          folded.decisions.set(decision, {
            conversation: id,
            user: event.actor,
            event: event.number,
            ...bulkVerdict(act, id),
            note: act.note ?? null,
            ratings: null,
            revision: to.headRevision,
            withdrawn: false,
          });
      } else turnDecisions(event, turned?.get(id), event.kind === "conversations.undone");
      moveTags(id, added, removed);
      const item = bulk?.items.get(id);
      bulk?.items.set(id, { event: item?.event ?? event.number, version: version + 1, walks: (item?.walks ?? 0) + 1 });
    }
    if (acted) batches.set(event.number, own);
  }

  function turnDecisions(
    event: StoredEvent,
    act: { decision: string | null; withdrawn: string[] } | undefined,
    back: boolean,
  ): void {
    if (act === undefined) {
      reportSubject(event, "an act on the same conversation");
      return;
    }
    if (act.decision !== null) withdraw(act.decision, back);
    for (const decision of act.withdrawn) withdraw(decision, !back);
  }

  function reportSubject(event: StoredEvent, expected: string): void {
    report({ kind: "event.subject", id: String(event.number), expected, found: String(event.subject) });
  }

  function moveVersion(
    event: StoredEvent,
    conversation: FoldedConversation,
    from: number | null,
    to: number | null,
  ): void {
    if (from !== conversation.version || to !== conversation.version + 1) {
      const expected = `${conversation.version} to ${conversation.version + 1}`;
      report({ kind: "event.version", id: String(event.number), expected, found: `${from} to ${to}` });
    }
    conversation.version = to ?? conversation.version + 1;
  }

  function moveState(
    event: StoredEvent,
    conversation: FoldedConversation,
    before: ConversationState,
    after: ConversationState,
  ): void {
    const [expected, found] = [textOf(conversation.state), textOf(before)];
    if (expected !== found) report({ kind: "event.before", id: String(event.number), expected, found });
    conversation.state = after;
  }

  function moveTags(id: string, added: readonly string[], removed: readonly string[]): void {
    if (added.length + removed.length === 0) return;
    const tags = tagsOf(id);
    for (const tag of removed) tags.delete(tag);
    for (const tag of added) tags.add(tag);
  }

  function applyToConversation(event: StoredEvent, id: string): void {
    const payload = parsed(ConversationEventPayload, event);
    const conversation = conversationOf(id);
    conversation.events += 1;
    moveVersion(event, conversation, event.fromVersion, event.toVersion);
    if (payload === null) return;
    moveState(event, conversation, payload.before, payload.after);
    moveDecisions(event, id, payload);
    moveTags(id, payload.added, payload.removed);
    const { revision, sha256, facts } = payload;
    // An act on the text that is there names it too; only another number is a new text.
    if (sha256 != null && revision != null && revision !== payload.before.headRevision)
      conversation.revisions.set(revision, sha256);
    if (facts != null) conversation.facts = { first: conversation.facts?.first ?? facts.before, now: facts.after };
    if (event.kind === "conversation.updated") {
      const by = parsed(UpdatedBy, event)?.import;
      if (by !== undefined) folded.updates.set(by, (folded.updates.get(by) ?? 0) + 1);
    }
  }

  function moveDecisions(event: StoredEvent, id: string, payload: ConversationEventPayload): void {
    const { number, kind, subject } = event;
    if (kind === "conversation.undone" || kind === "conversation.redone") {
      const act = subject === null ? undefined : acts.get(subject);
      turnDecisions(event, act?.conversation === id ? act : undefined, kind === "conversation.undone");
      return;
    }
    for (const decision of payload.withdrawn) withdraw(decision, true);
    const decision = payload.decision ?? null;
    acts.set(number, { conversation: id, decision, withdrawn: payload.withdrawn });
    if (decision === null) return;
    folded.decisions.set(decision, {
      conversation: id,
      user: event.actor,
      event: number,
      kind: payload.decided ?? "",
      reason: payload.reason ?? null,
      note: payload.note ?? null,
      ratings: payload.ratings == null ? null : canonicalJson(payload.ratings),
      revision: payload.revision ?? payload.after.headRevision,
      withdrawn: false,
    });
  }

  function withdraw(id: string, withdrawn: boolean): void {
    const decision = folded.decisions.get(id);
    if (decision) decision.withdrawn = withdrawn;
    else report({ kind: "event.decision", id, expected: "a decision made before", found: "none" });
  }

  function conversationOf(id: string): FoldedConversation {
    let conversation = folded.conversations.get(id);
    if (conversation === undefined) {
      conversation = { version: 1, events: 0, state: initialState, facts: null, revisions: new Map() };
      folded.conversations.set(id, conversation);
    }
    return conversation;
  }

  function tagsOf(id: string): Set<string> {
    let tags = folded.tags.get(id);
    if (tags === undefined) {
      tags = new Set();
      folded.tags.set(id, tags);
    }
    return tags;
  }

  function parsed<Schema extends z.ZodType>(schema: Schema, event: StoredEvent): z.output<Schema> | null {
    const result = schema.safeParse(event.payload);
    if (result.success) return result.data;
    const [issue] = result.error.issues;
    const found = issue ? `${issue.path.join(".")}: ${issue.message}` : "another";
    report({ kind: "event.payload", id: String(event.number), expected: `the payload of ${event.kind}`, found });
    return null;
  }

  return { apply, folded };
}
