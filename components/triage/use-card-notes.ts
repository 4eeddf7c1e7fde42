"use client";
import { useState } from "react";
import type { TriageCard } from "#lib/schema/conversation-view.ts";
import type { Ratings } from "#lib/schema/decision.ts";
import { firstView, type SideView } from "./side-order.ts";

/** What belongs to the card in hand until another is shown: how it is looked at, and what will go with the decision. */
export interface CardNotes {
  view: SideView;
  note: string;
  ratings: Ratings;
  /** Index of the question that digits answer. */
  question: number;
  /** How often the note's and the comment's field were asked for. */
  noting: number;
  commenting: number;
  /** Revisions are compared. */
  comparing: boolean;
}

/** Starts from one's own last decision on the card, so that deciding once more does not lose what went with it. */
function freshNotes(card: TriageCard | null): CardNotes {
  const own = card?.conversation.decisions.find(({ mine, kind }) => mine && kind !== "flag");
  return {
    view: firstView,
    note: own?.note ?? "",
    ratings: own?.ratings ?? {},
    question: 0,
    noting: 0,
    commenting: 0,
    comparing: false,
  };
}

/** The notes of the card that is shown; another card begins with fresh ones in the same rendering. */
export function useCardNotes(card: TriageCard | null): [CardNotes, (change: Partial<CardNotes>) => void] {
  const id = card?.conversation.id ?? null;
  const [kept, setKept] = useState(() => ({ id, notes: freshNotes(card) }));
  const notes = kept.id === id ? kept.notes : freshNotes(card);
  return [
    notes,
    (change) => setKept((now) => ({ id, notes: { ...(now.id === id ? now.notes : freshNotes(card)), ...change } })),
  ];
}
