"use client";
import { useCallback, useEffect, useEffectEvent, useRef, useState } from "react";
import type { Outcome } from "#components/outbox/outbox.ts";
import type { Act, Entry, Remarks } from "#components/outbox/outbox-state.ts";
import { useOutbox } from "#components/outbox/use-outbox.ts";
import { isDecidedByMe } from "#components/triage/blind.ts";
import { decisionWords } from "#components/triage/words.ts";
import { announce } from "#components/ui/announce.ts";
import type { ConversationDetail, ConversationRow, TriageCard } from "#lib/schema/conversation-view.ts";
import type { DecisionKind, RejectReason } from "#lib/schema/decision.ts";
import type { CardCache } from "./card-cache.ts";

/** A verdict or skip, and what goes with it. */
interface PeekVerdict {
  decision: DecisionKind;
  reason: RejectReason | null;
  remarks: Remarks;
}

/** What of a row an act here may change. */
export type RowChange = Partial<Pick<ConversationRow, "status" | "flagged" | "version">>;

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

  const load = useCallback(
    (wanted: string) =>
      cards.get(wanted).then(
        (fetched) => {
          setHeld(fetched);
          const { status, flagged, version } = fetched.conversation;
          onRow(wanted, { status, flagged, version });
        },
        (error: unknown) => setTrouble(error instanceof Error ? error.message : String(error)),
      ),
    [cards, onRow],
  );
  useEffect(() => {
    setTrouble(null);
    void load(id);
  }, [id, load]);

  const hear = useEffectEvent((outcome: Outcome) => {
    if (outcome.kind === "written") {
      const { conversation, status, flagged, version } = outcome.written;
      onOwn();
      cards.forget(conversation);
      onRow(conversation, { status, flagged, version });
      setHeld((now) => (now === null ? null : changed(now, conversation, { status, flagged, version })));
      const { act, key } = outcome.entry;
      const goesOn = box.entries.some(
        (entry) => entry.key !== key && entry.act.kind !== "undo" && entry.act.conversation === conversation,
      );
      // The card is read anew for what the server adds to it, unless a later act on it would be lost from sight.
      if (act.kind !== "tag" && !goesOn && conversation === id) void load(id);
      return;
    }
    if (outcome.kind === "turned") return;
    const words =
      outcome.kind === "conflict"
        ? "Somebody changed this meanwhile. It needs you."
        : "One act was not saved. It needs you.";
    if (outcome.entry.act.kind === "undo") setTrouble("This was changed since, so it was not taken back.");
    announce(words);
  });
  useEffect(() => outbox?.onOutcome((outcome) => hear(outcome)), [outbox]);

  function perform(act: Act, change: Partial<ConversationDetail>): void {
    if (card === null || outbox === null) return;
    setTrouble(null);
    cards.forget(id);
    done.current.push({ key: outbox.put(project, act), before: card, wasDecided: decidedByMe });
    setHeld(changed(card, id, change));
    onRow(id, change);
  }

  function decide({ decision, reason, remarks }: PeekVerdict): void {
    if (card === null) return;
    const { version: expectedVersion, turns, status, flagged } = card.conversation;
    const change: Partial<ConversationDetail> = {};
    if (decision === "accept") change.status = "accepted";
    if (decision === "reject") change.status = "rejected";
    if (decision === "flag") change.flagged = !flagged;
    const seen = { turns, status };
    perform({ kind: "decide", conversation: id, expectedVersion, decision, reason, seen, remarks }, change);
    if (decision !== "flag") setDecided((now) => new Set([...now, id]));
    announce(decision === "flag" && flagged ? "Flag taken off." : decisionWords[decision]);
    if (decision !== "flag") onNext();
  }

  function tag(label: ConversationDetail["tags"][number], present: boolean): void {
    if (card === null) return;
    const others = card.conversation.tags.filter((each) => each.id !== label.id);
    perform(
      {
        kind: "tag",
        conversation: id,
        expectedVersion: card.conversation.version,
        add: present ? [label.id] : [],
        remove: present ? [] : [label.id],
      },
      { tags: present ? [...others, label] : others },
    );
    announce(present ? `Tagged ${label.name}.` : `${label.name} taken off.`);
  }

  /** Takes the newest act of this page back. Tells which conversation it was about; null when there is none. */
  function undo(): string | null {
    const last = done.current.pop();
    if (last === undefined || outbox === null) return null;
    const { id: about, status, flagged, tags, decisions } = last.before.conversation;
    if (!outbox.takeBack(last.key)) outbox.put(project, { kind: "undo", direction: "undo", event: null, of: last.key });
    cards.forget(about);
    if (!last.wasDecided) setDecided((now) => new Set([...now].filter((each) => each !== about)));
    onRow(about, { status, flagged });
    setHeld((now) => (now === null ? null : changed(now, about, { status, flagged, tags, decisions })));
    announce("Undone.");
    return about;
  }

  const solve = (entry: Entry, mine: boolean, act?: Act) => {
    if (mine) outbox?.keepMine(entry.key, act);
    else outbox?.keepTheirs(entry.key);
    cards.forget(id);
    void load(id);
  };
  return { card, decidedByMe, trouble, box, decide, tag, undo, solve };
}

function changed(card: TriageCard, id: string, change: Partial<ConversationDetail>): TriageCard {
  return card.conversation.id === id ? { ...card, conversation: { ...card.conversation, ...change } } : card;
}
