"use client";
import { type Dispatch, type SetStateAction, useEffect, useEffectEvent, useRef, useState } from "react";
import { request } from "#components/api-client.ts";
import { conversationOf, type Entry } from "#components/outbox/outbox-state.ts";
import type { ConversationFilter } from "#lib/schema/conversation-search.ts";
import type { ClaimedCards } from "#lib/schema/conversation-view.ts";
import type { QueueOrder } from "#lib/schema/queue-order.ts";
import { cardsHeld, cardsWanted, lookAgain, receiveCards, receiveCount, type TriageState } from "./triage-state.ts";

/** A claim steers others away for two minutes; it is renewed in good time while the page is in sight. */
const renewEvery = 75_000;
const retryAfter = 3000;
const mostExcluded = 200;
const mostClaimed = 5;

interface ClaimsInput {
  project: string;
  filter: ConversationFilter;
  order: QueueOrder;
  state: TriageState;
  setState: Dispatch<SetStateAction<TriageState>>;
  /** Acts that the server does not know of yet. */
  unsent: readonly Entry[];
  enabled: boolean;
}

/** Keeps cards claimed ahead of the one shown, and says when none can be had. */
export function useClaims({ project, filter, order, state, setState, unsent, enabled }: ClaimsInput) {
  const asking = useRef(false);
  const missed = useRef(false);
  const [trouble, setTrouble] = useState<string | null>(null);
  const [attempt, setAttempt] = useState(0);

  /** Asks for more cards; with 0 only renews the claims on those held. */
  const claim = useEffectEvent(async (count: number) => {
    if (asking.current) {
      missed.current ||= count > 0;
      return;
    }
    asking.current = true;
    const waiting = new Set(unsent.map((entry) => conversationOf(entry.act)));
    const known = new Set([...state.decided].filter((id) => !waiting.has(id)));
    // What the server knows to be decided it will not give again.
    const met = state.cards.map((card) => card.conversation.id).filter((id) => !known.has(id));
    const exclude = (count === 0 ? cardsHeld(state) : met).slice(-mostExcluded);
    try {
      const body = { filter, order, count: Math.min(count, mostClaimed), exclude };
      const { cards, left } = await request<ClaimedCards>("POST", `/projects/${encodeURIComponent(project)}/claims`, {
        body,
      });
      const asked = waiting.size > 0 ? null : known;
      setState((now) => (count === 0 ? receiveCount(now, left, asked) : receiveCards(now, cards, left, asked)));
      setTrouble(null);
    } catch (error) {
      setTrouble(error instanceof Error ? error.message : String(error));
      if (count > 0) setTimeout(() => setAttempt((before) => before + 1), retryAfter);
    } finally {
      asking.current = false;
      // Cards wanted while a claim was under way would else be asked for only after one more decision.
      if (missed.current) setAttempt((before) => before + 1);
      missed.current = false;
    }
  });

  const wanted = enabled ? cardsWanted(state) : 0;
  // biome-ignore lint/correctness/useExhaustiveDependencies: a failed attempt asks again
  useEffect(() => {
    if (wanted === 0) return;
    if (state.left === null) {
      void claim(wanted);
      return;
    }
    // Once the card in hand is painted; sending takes the browser a moment.
    const timer = setTimeout(() => void claim(wanted));
    return () => clearTimeout(timer);
  }, [wanted, attempt]);

  const holding = enabled && state.position < state.cards.length;
  useEffect(() => {
    if (!holding) return;
    const timer = setInterval(() => {
      if (document.visibilityState === "visible") void claim(0);
    }, renewEvery);
    return () => clearInterval(timer);
  }, [holding]);

  return { trouble, again: () => setState(lookAgain) };
}
