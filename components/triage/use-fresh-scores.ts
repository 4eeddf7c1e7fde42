"use client";
import { useCallback } from "react";
import type { Entry } from "#components/outbox/outbox-state.ts";
import { announceBeside } from "#components/ui/announce.ts";
import { usePoll } from "#components/use-poll.ts";
import type { TriageCard } from "#lib/schema/conversation-view.ts";

/**
 * Asks for the card in hand until its stale scores are new, and then hands it on: a number changes where it stands, without a
 * reload. Nothing is asked while an act on it is on its way, which the answer would not know of.
 */
export function useFreshScores({
  card,
  entries,
  read,
  onFresh,
}: {
  card: TriageCard | null;
  /** Acts that the server may not know of yet. */
  entries: readonly Entry[];
  read: (id: string, signal: AbortSignal) => Promise<TriageCard>;
  onFresh: (card: TriageCard) => void;
}): void {
  const inHand = card?.conversation.id ?? null;
  // An act without a lane may be about any card.
  const unsent = entries.some(({ lane }) => lane === null || lane === inHand);
  const id = card !== null && !unsent && hasStaleScores(card) ? inHand : null;
  usePoll(
    id !== null,
    useCallback(
      async (signal) => {
        if (id === null) return;
        const answer = await read(id, signal);
        if (signal.aborted || hasStaleScores(answer)) return;
        onFresh(answer);
        announceBeside("The scores are new.");
      },
      [id, read, onFresh],
    ),
  );
}

/** Whether a score of the card, or what a sibling beside it shows, waits to be computed anew. */
export function hasStaleScores({ conversation, siblings }: TriageCard): boolean {
  return (
    conversation.scores.some(({ stale }) => stale) ||
    siblings.some(({ distinctiveness, representativeness }) => distinctiveness?.stale || representativeness?.stale)
  );
}
