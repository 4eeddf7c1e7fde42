"use client";
import { useCallback, useEffect, useEffectEvent, useRef, useState } from "react";
import { request } from "#components/api-client.ts";
import type { Outcome } from "#components/outbox/outbox.ts";
import { type Act, conversationOf, type Entry, type Remarks } from "#components/outbox/outbox-state.ts";
import { useOutbox } from "#components/outbox/use-outbox.ts";
import { announce, announceBeside } from "#components/ui/announce.ts";
import type { ConversationFilter } from "#lib/schema/conversation-search.ts";
import type { ConversationDetail, HistoryEntry, TriageCard } from "#lib/schema/conversation-view.ts";
import type { QueueOrder } from "#lib/schema/queue-order.ts";
import { decideAct, editAct, tagAct } from "./outbox-acts.ts";
import type { Spent } from "./pace.ts";
import {
  commentCard,
  decideCard,
  type Edited,
  editCard,
  isDecision,
  leaveUndecided,
  noteAct,
  noteWritten,
  redoAct,
  tagCard,
  undoAct,
  type Verdict,
  withComment,
} from "./triage-acts.ts";
import {
  currentCard,
  openCard,
  refreshCard,
  returnTo,
  startTriage,
  step,
  type TriageState,
  turnMany,
} from "./triage-state.ts";
import { useClaims } from "./use-claims.ts";
import { useFreshScores } from "./use-fresh-scores.ts";
import { useNewest } from "./use-newest.ts";
import { decisionWords, withLeft } from "./words.ts";

export interface TriageSource {
  project: string;
  /** Who decides; the outbox is theirs. */
  person: string;
  filter: ConversationFilter;
  order: QueueOrder;
  history: readonly HistoryEntry[];
  item: TriageCard | null;
  /** A viewer reads; nothing is claimed for them. */
  readOnly: boolean;
  /** Called when the server has a decision. */
  onDecided: (conversation: string) => void;
  /** Hears of each undo as it is asked for. */
  onUndo: () => void;
}

/** One sitting of triage: the cards, the acts on them, and the outbox that carries the acts to the server. */
export function useTriage({
  project,
  person,
  filter,
  order,
  history,
  item,
  readOnly,
  onDecided,
  onUndo,
}: TriageSource) {
  const sitting = useNewest(() => startTriage(history, item));
  const { state, read, change } = sitting;
  const [trouble, setTrouble] = useState<string | null>(null);
  const { outbox, state: box } = useOutbox(person);
  const card = currentCard(state);
  const unsent = () => outbox?.read().entries ?? [];
  const claims = useClaims({ project, filter, order, sitting, unsent, enabled: !readOnly });
  const undoing = useRef<string | null>(null);

  const readCard = useCallback(
    (id: string, signal?: AbortSignal) => {
      const path = `/projects/${encodeURIComponent(project)}/conversations/${id}`;
      return request<TriageCard>("GET", path, signal === undefined ? {} : { signal });
    },
    [project],
  );
  const fetchCard = async (id: string) => {
    try {
      return await readCard(id);
    } catch (error) {
      setTrouble(error instanceof Error ? error.message : String(error));
      return null;
    }
  };
  /** Shows a conversation: one met here at once, as it stands here while what was done to it is on its way. */
  const open = async (id: string) => {
    const known = read().cards.find((each) => each.conversation.id === id);
    if (known !== undefined) change((now) => openCard(now, known));
    if (unsent().some((entry) => conversationOf(entry.act) === id)) return;
    const fetched = await fetchCard(id);
    if (fetched !== null) change((now) => (known === undefined ? openCard(now, fetched) : refreshCard(now, fetched)));
  };
  const refresh = async (id: string) => {
    const fetched = await fetchCard(id);
    if (fetched !== null) change((now) => refreshCard(now, fetched));
  };

  useFreshScores({
    card,
    entries: box.entries,
    read: readCard,
    onFresh: useCallback((fresh: TriageCard) => void change((now) => refreshCard(now, fresh)), [change]),
  });

  const hear = useEffectEvent((outcome: Outcome) => {
    const { entry } = outcome;
    if (outcome.kind === "written") {
      setTrouble(null);
      change((now) => noteWritten(now, outcome.written));
      if (isDecision(entry.act)) onDecided(outcome.written.conversation);
      if (entry.key !== undoing.current) return;
      // An act from before this page was opened: its card is not here yet.
      undoing.current = null;
      announce(entry.act.kind === "undo" && entry.act.direction === "redo" ? "Done again." : "Undone.");
      change((now) => leaveUndecided(now, outcome.written.conversation));
      void open(outcome.written.conversation);
      return;
    }
    if (outcome.kind === "turned") {
      if (entry.key === undoing.current) undoing.current = null;
      const { state: at, done } = outcome.bulk;
      change((now) => turnMany(now, outcome.bulk, at === "done" || at === "redoing"));
      const [word, under] = at === "undoing" || at === "undone" ? ["Undone", "Undoing"] : ["Done again", "Doing again"];
      announce(at === "undone" || at === "done" ? `${word}: ${done} conversations.` : `${under}, many conversations.`);
      return;
    }
    if (outcome.kind === "commented") {
      change((now) => commentCard(now, outcome.conversation, (all) => withComment(all, outcome.comment)));
      announceBeside("Comment sent.");
      return;
    }
    if (entry.act.kind === "undo") {
      undoing.current = null;
      const problem = outcome.failure.kind === "refused" ? outcome.failure.problem : "This was changed since.";
      setTrouble(problem);
      announce(problem);
      return;
    }
    announceBeside(
      outcome.kind === "conflict"
        ? "Somebody changed a conversation you decided. It needs you."
        : "One act was not saved. It needs you.",
    );
  });
  useEffect(() => outbox?.onOutcome((outcome) => hear(outcome)), [outbox]);

  /** Paints the act at once and leaves the write to the outbox. */
  function perform(
    before: TriageCard,
    act: Act,
    milliseconds: number,
    does: (now: TriageState, key: string) => TriageState,
  ): TriageState {
    if (outbox === null) return state;
    setTrouble(null);
    const key = outbox.put(project, act);
    const spent: Spent = { at: Date.now(), milliseconds };
    // The card that the person saw, also where another one was opened that is not drawn yet.
    return change((now) => noteAct(does(returnTo(now, before.conversation.id), key), key, act, before, spent));
  }

  function decide(verdict: Verdict) {
    if (card === null || readOnly) return;
    const { decision, remarks } = verdict;
    const act = decideAct(card.conversation, verdict);
    const next = perform(card, act, remarks.shown?.milliseconds ?? 0, (now, key) => decideCard(now, key, verdict));
    const { flagged } = card.conversation;
    announce(withLeft(decision === "flag" && flagged ? "Flag taken off." : decisionWords[decision], next.left));
  }

  function edit(edited: Edited, accept: boolean, remarks: Remarks) {
    if (card === null || readOnly) return;
    const act = editAct(card.conversation, edited, accept, remarks);
    const next = perform(card, act, remarks.shown?.milliseconds ?? 0, (now, key) =>
      editCard(now, key, edited, accept, remarks),
    );
    announce(accept ? withLeft("Edited and accepted.", next.left) : "Saved as a new revision.");
  }

  function tag(label: ConversationDetail["tags"][number], present: boolean) {
    if (card === null || readOnly) return;
    perform(card, tagAct(card.conversation, label.id, present), 0, (now) => tagCard(now, label, present));
    announce(present ? `Tagged ${label.name}.` : `Tag ${label.name} taken off.`);
  }

  function undo() {
    if (outbox === null || readOnly) return;
    onUndo();
    const last = read().done.at(-1);
    if (last === undefined) {
      undoing.current = outbox.put(project, { kind: "undo", direction: "undo", event: null, of: null });
      return;
    }
    if (!outbox.takeBack(last.key)) outbox.put(project, { kind: "undo", direction: "undo", event: null, of: last.key });
    change(undoAct);
    announce("Undone.");
  }

  function redo() {
    if (outbox === null || readOnly) return;
    const last = read().undone.at(-1);
    if (last === undefined) {
      undoing.current = outbox.put(project, { kind: "undo", direction: "redo", event: null, of: null });
      return;
    }
    const { events, entries } = outbox.read();
    const reachedServer = events[last.key] !== undefined || entries.some((entry) => entry.key === last.key);
    if (reachedServer) outbox.put(project, { kind: "undo", direction: "redo", event: null, of: last.key });
    const key = reachedServer ? last.key : outbox.put(project, last.act);
    change((now) => redoAct(now, key));
    announce("Done again.");
  }

  /** Lets one's own version go and shows theirs. */
  function keepTheirs(entry: Entry) {
    const { act, lane } = entry;
    const decided = unsent().some((each) => each.lane === lane && isDecision(each.act));
    outbox?.keepTheirs(entry.key);
    if (act.kind === "undo") return;
    // The decision is let go too; kept as decided here, its card would come from the queue again and again.
    if (decided) change((now) => leaveUndecided(now, act.conversation));
    void refresh(act.conversation);
  }

  function keepMine(entry: Entry, act?: Act) {
    outbox?.keepMine(entry.key, act);
  }

  return {
    state,
    card,
    box,
    claims,
    trouble,
    decide,
    edit,
    tag,
    undo,
    redo,
    open,
    keepTheirs,
    keepMine,
    comment: (
      conversation: string,
      next: (comments: ConversationDetail["comments"]) => ConversationDetail["comments"],
    ) => void change((now) => commentCard(now, conversation, next)),
    move: (by: 1 | -1) => void change((now) => step(now, by)),
  };
}
