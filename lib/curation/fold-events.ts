import { z } from "zod";
import type { ConversationState } from "#lib/schema/act-payload.ts";
import {
  CommentedPayload,
  CommentMovedPayload,
  ConversationEventPayload,
  ImportedPayload,
  MergedPayload,
} from "#lib/schema/event-payload.ts";
import { canonicalJson } from "#lib/text/canonical-json.ts";
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

/** What all events of a project come to. Conversations that no event names one by one are as their import made them. */
export interface Folded {
  conversations: Map<string, FoldedConversation>;
  decisions: Map<string, FoldedDecision>;
  comments: Map<string, FoldedComment>;
  /** Ids of tags by conversation. */
  tags: Map<string, Set<string>>;
  batches: (ImportedPayload & { event: number })[];
  /** Conversations that each import updated. */
  updates: Map<string, number>;
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
    tags: new Map(),
    batches: [],
    updates: new Map(),
  };
  /** What each act did to decisions, for the undo that names it. */
  const acts = new Map<number, { conversation: string; decision: string | null; withdrawn: string[] }>();

  function apply(event: StoredEvent): void {
    if (event.kind === "conversation.imported") applyImported(event);
    else if (event.kind === "tag.merged") applyMerged(event);
    // Comments lie beside a conversation: its version stays.
    else if (event.kind === "conversation.commented") applyCommented(event);
    else if (event.kind === "conversation.comment-withdrawn") moveComment(event, true);
    else if (event.kind === "conversation.comment-restored") moveComment(event, false);
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

  function applyToConversation(event: StoredEvent, id: string): void {
    const payload = parsed(ConversationEventPayload, event);
    const conversation = conversationOf(id);
    conversation.events += 1;
    if (event.fromVersion !== conversation.version || event.toVersion !== conversation.version + 1) {
      const expected = `${conversation.version} to ${conversation.version + 1}`;
      report({
        kind: "event.version",
        id: String(event.number),
        expected,
        found: `${event.fromVersion} to ${event.toVersion}`,
      });
    }
    conversation.version = event.toVersion ?? conversation.version + 1;
    if (payload === null) return;
    const [expected, found] = [canonicalJson(conversation.state), canonicalJson(payload.before)];
    if (expected !== found) report({ kind: "event.before", id: String(event.number), expected, found });
    conversation.state = payload.after;
    moveDecisions(event, id, payload);
    for (const tag of payload.removed) tagsOf(id).delete(tag);
    for (const tag of payload.added) tagsOf(id).add(tag);
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
      if (act?.conversation !== id) {
        report({
          kind: "event.subject",
          id: String(number),
          expected: "an act on the same conversation",
          found: String(subject),
        });
        return;
      }
      const back = kind === "conversation.undone";
      if (act.decision !== null) withdraw(act.decision, back);
      for (const decision of act.withdrawn) withdraw(decision, !back);
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
