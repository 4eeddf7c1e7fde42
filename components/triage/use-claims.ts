"use client";
import { useEffect, useEffectEvent, useRef, useState } from "react";
import { request } from "#components/api-client.ts";
import { conversationOf, type Entry } from "#components/outbox/outbox-state.ts";
import type { ConversationFilter } from "#lib/schema/conversation-search.ts";
import type { ClaimedCards } from "#lib/schema/conversation-view.ts";
import type { QueueOrder } from "#lib/schema/queue-order.ts";
import {
  cardsHeld,
  cardsWanted,
  holdsAll,
  lookAgain,
  receiveCards,
  receiveCount,
  type TriageState,
} from "./triage-state.ts";
import type { useNewest } from "./use-newest.ts";

/** A claim steers others away for two minutes; it is renewed in good time while the page is in sight. */
const renewEvery = 75_000;
const retryAfter = 3000;
const mostExcluded = 200;
const mostClaimed = 5;

interface ClaimsInput {
  project: string;
  filter: ConversationFilter;
  order: QueueOrder;
  sitting: ReturnType<typeof useNewest<TriageState>>;
  /** Tells the acts that the server does not know of yet. */
  unsent: () => readonly Entry[];
  enabled: boolean;
}

/** Keeps cards claimed ahead of the one shown, and says when none can be had. */
export function useClaims({ project, filter, order, sitting, unsent, enabled }: ClaimsInput) {
  const { state, read, change } = sitting;
  const asking = useRef(false);
  const [trouble, setTrouble] = useState<string | null>(null);
  // A new one with each answer; how long to wait before the next question.
  const [turn, setTurn] = useState({ after: 0 });

  /** Asks for the cards that are wanted, or only renews the claims on those held. */
  const claim = useEffectEvent(async (renews: boolean) => {
    // What is drawn may lag behind: an answer that came just now is not asked for once more.
    const before = read();
    const count = renews ? 0 : cardsWanted(before);
    if (asking.current || (count === 0 && !renews)) return;
    asking.current = true;
    const waiting = new Set(unsent().map((entry) => conversationOf(entry.act)));
    const known = new Set([...before.decided].filter((id) => !waiting.has(id)));
    // What the server knows to be decided it will not give again.
    const met = before.cards.map((card) => card.conversation.id).filter((id) => !known.has(id));
    const exclude = (renews ? cardsHeld(before) : met).slice(-mostExcluded);
    try {
      const body = { filter, order, count: Math.min(count, mostClaimed), exclude };
      const { cards, left } = await request<ClaimedCards>("POST", `/projects/${encodeURIComponent(project)}/claims`, {
        body,
      });
      const asked = waiting.size > 0 ? null : known;
      // A decision was taken back meanwhile and its card came again, which says nothing of the rest of the queue.
      const again = cards.length > 0 && holdsAll(read(), cards);
      change((now) => (count === 0 || again ? receiveCount(now, left, asked) : receiveCards(now, cards, left, asked)));
      setTrouble(null);
      setTurn({ after: again ? retryAfter : 0 });
    } catch (error) {
      setTrouble(error instanceof Error ? error.message : String(error));
      setTurn({ after: retryAfter });
    } finally {
      asking.current = false;
    }
  });

  const wanted = enabled ? cardsWanted(state) : 0;
  // biome-ignore lint/correctness/useExhaustiveDependencies: the first cards are asked for at once, however the count changes
  useEffect(() => {
    if (wanted === 0) return;
    if (state.left === null && turn.after === 0) {
      void claim(false);
      return;
    }
    // Once the card in hand is painted; sending takes the browser a moment.
    const timer = setTimeout(() => void claim(false), turn.after);
    return () => clearTimeout(timer);
  }, [wanted, turn]);

  const holding = enabled && state.position < state.cards.length;
  useEffect(() => {
    if (!holding) return;
    const timer = setInterval(() => {
      if (document.visibilityState === "visible") void claim(true);
    }, renewEvery);
    return () => clearInterval(timer);
  }, [holding]);

  return { trouble, again: () => void change(lookAgain) };
}
