"use client";
import { useCallback, useEffect, useEffectEvent, useRef, useState } from "react";
import type { Outcome } from "#components/outbox/outbox.ts";
import { type Act, conversationOf, type Entry, type Remarks } from "#components/outbox/outbox-state.ts";
import { useOutbox } from "#components/outbox/use-outbox.ts";
import { isDecidedByMe } from "#components/triage/blind.ts";
import { decideAct, editAct, tagAct } from "#components/triage/outbox-acts.ts";
import {
  decidedConversation,
  type Edited,
  editedConversation,
  taggedConversation,
  type Verdict,
  withComment,
} from "#components/triage/triage-acts.ts";
import { useFreshScores } from "#components/triage/use-fresh-scores.ts";
import { decisionWords } from "#components/triage/words.ts";
import { announce, announceBeside } from "#components/ui/announce.ts";
import type { ConversationDetail, ConversationRow, RowScores, TriageCard } from "#lib/schema/conversation-view.ts";
import type { CardCache } from "./card-cache.ts";

/** What of a row an act here may change. */
export type RowChange = Partial<
  Pick<ConversationRow, "status" | "flagged" | "edited" | "question" | "version"> & RowScores
>;

type Comments = ConversationDetail["comments"];

interface Done {
  key: string;
  before: TriageCard;
  /** Whether this person had decided it before. */
  wasDecided: boolean;
}

export interface PeekSource {
  project: string;
  person: string;
  id: string;
  cards: CardCache;
  /** A row changes where it stands. */
  onRow: (id: string, change: RowChange) => void;
  /** A write of this page came through. */
  onOwn: () => void;
  onNext: () => void;
}

/** The open conversation and the acts on it: shown at once, sent by the outbox, taken back by one key. */
export function usePeek({ project, person, id, cards, onRow, onOwn, onNext }: PeekSource) {
  const [held, setHeld] = useState<TriageCard | null>(null);
  // The server's card tells own decisions; until it is read anew, those of this page are known here.
  const [decided, setDecided] = useState<ReadonlySet<string>>(new Set());
  const [trouble, setTrouble] = useState<string | null>(null);
  const { outbox, state: box } = useOutbox(person);
  const done = useRef<Done[]>([]);
  const card = held?.conversation.id === id ? held : null;
  const decidedByMe = card !== null && (decided.has(id) || isDecidedByMe(card.conversation));

  const take = useCallback(
    (fetched: TriageCard) => {
      setHeld(fetched);
      onRow(fetched.conversation.id, rowChangeOf(fetched));
    },
    [onRow],
  );
  const load = useCallback(
    (wanted: string) =>
      cards
        .get(wanted)
        .then(take, (error: unknown) => setTrouble(error instanceof Error ? error.message : String(error))),
    [cards, take],
  );
  useEffect(() => {
    setTrouble(null);
    void load(id);
  }, [id, load]);

  useFreshScores({
    card,
    entries: box.entries,
    read: useCallback(
      (wanted: string) => {
        cards.forget(wanted);
        return cards.get(wanted);
      },
      [cards],
    ),
    onFresh: take,
  });

  const hear = useEffectEvent((outcome: Outcome) => {
    if (outcome.kind === "written") {
      const { conversation, status, flagged, version } = outcome.written;
      onOwn();
      cards.forget(conversation);
      onRow(conversation, { status, flagged, version });
      setHeld((now) => (now === null ? null : changed(now, conversation, { status, flagged, version })));
      const { act, key } = outcome.entry;
      const goesOn = box.entries.some((entry) => entry.key !== key && conversationOf(entry.act) === conversation);
      // The card is read anew for what the server adds to it, unless a later act on it would be lost from sight.
      if (act.kind !== "tag" && !goesOn && conversation === id) void load(id);
      return;
    }
    if (outcome.kind === "turned") return;
    if (outcome.kind === "commented") {
      cards.forget(outcome.conversation);
      comment(outcome.conversation, (all) => withComment(all, outcome.comment));
      announceBeside("Comment sent.");
      return;
    }
    const words =
      outcome.kind === "conflict"
        ? "Somebody changed this meanwhile. It needs you."
        : "One act was not saved. It needs you.";
    if (outcome.entry.act.kind === "undo") setTrouble("This was changed since, so it was not taken back.");
    announceBeside(words);
  });
  useEffect(() => outbox?.onOutcome((outcome) => hear(outcome)), [outbox]);

  /** Shows a conversation as it stands after an act, and sends the act. */
  function perform(act: Act, after: (key: string) => ConversationDetail): void {
    if (card === null || outbox === null) return;
    setTrouble(null);
    cards.forget(id);
    const key = outbox.put(project, act);
    done.current.push({ key, before: card, wasDecided: decidedByMe });
    const conversation = after(key);
    setHeld({ ...card, conversation });
    const { status, flagged, edited, question } = conversation;
    onRow(id, { status, flagged, edited, question });
  }

  function decide(verdict: Verdict): void {
    if (card === null) return;
    const { decision } = verdict;
    const { flagged } = card.conversation;
    perform(decideAct(card.conversation, verdict), (key) => decidedConversation(card.conversation, key, verdict));
    if (decision !== "flag") setDecided((now) => new Set([...now, id]));
    announce(decision === "flag" && flagged ? "Flag taken off." : decisionWords[decision]);
    if (decision !== "flag") onNext();
  }

  function edit(edited: Edited, accept: boolean, remarks: Remarks): void {
    if (card === null) return;
    perform(editAct(card.conversation, edited, accept, remarks), (key) =>
      editedConversation(card.conversation, key, edited, accept, remarks),
    );
    if (accept) setDecided((now) => new Set([...now, id]));
    announce(accept ? "Edited and accepted." : "Saved as a new revision.");
    if (accept) onNext();
  }

  function tag(label: ConversationDetail["tags"][number], present: boolean): void {
    if (card === null) return;
    perform(tagAct(card.conversation, label.id, present), () => taggedConversation(card.conversation, label, present));
    announce(present ? `Tagged ${label.name}.` : `${label.name} taken off.`);
  }

  /** Takes the newest act of this page back. Tells which conversation it was about; null when there is none. */
  function undo(): string | null {
    const last = done.current.pop();
    if (last === undefined || outbox === null) return null;
    const { version: _newer, ...before } = last.before.conversation;
    const { id: about, status, flagged, edited, question } = before;
    if (!outbox.takeBack(last.key)) outbox.put(project, { kind: "undo", direction: "undo", event: null, of: last.key });
    cards.forget(about);
    if (!last.wasDecided) setDecided((now) => new Set([...now].filter((each) => each !== about)));
    onRow(about, { status, flagged, edited, question });
    // What others said meanwhile stays.
    setHeld((now) => (now === null ? null : changed(now, about, { ...before, comments: now.conversation.comments })));
    announce("Undone.");
    return about;
  }

  const solve = (entry: Entry, mine: boolean, act?: Act) => {
    if (mine) outbox?.keepMine(entry.key, act);
    else outbox?.keepTheirs(entry.key);
    cards.forget(id);
    void load(id);
  };
  function comment(conversation: string, change: (all: Comments) => Comments): void {
    setHeld((now) =>
      now === null ? null : changed(now, conversation, { comments: change(now.conversation.comments) }),
    );
  }
  return { card, decidedByMe, trouble, box, decide, edit, tag, undo, solve, comment };
}

function rowChangeOf({ conversation }: TriageCard): RowChange {
  const { status, flagged, edited, question, version, representativeness, distinctiveness, unscored } = conversation;
  return { status, flagged, edited, question, version, representativeness, distinctiveness, unscored };
}

function changed(card: TriageCard, id: string, change: Partial<ConversationDetail>): TriageCard {
  return card.conversation.id === id ? { ...card, conversation: { ...card.conversation, ...change } } : card;
}
