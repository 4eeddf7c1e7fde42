"use client";
import { useRouter } from "next/navigation";
import { type RefObject, useMemo, useRef, useState } from "react";
import { compareAddress } from "#components/compare/compare-address.ts";
import type { Remarks } from "#components/outbox/outbox-state.ts";
import { announce } from "#components/ui/announce.ts";
import type { TriageCard } from "#lib/schema/conversation-view.ts";
import type { DecisionKind, RatingName, RejectReason, SkipReason } from "#lib/schema/decision.ts";
import { isDecidedByMe } from "./blind.ts";
import { remarksOf } from "./outbox-acts.ts";
import { pinSide, seededOrder, shownSides, walkSides } from "./side-order.ts";
import type { Edited } from "./triage-acts.ts";
import { followingPosition } from "./triage-state.ts";
import { useCardNotes } from "./use-card-notes.ts";
import { usePainted } from "./use-painted.ts";
import { useRatings } from "./use-ratings.ts";
import { useRoom } from "./use-room.ts";
import { useScoreChoice } from "./use-score-choice.ts";
import { useSessionValue } from "./use-session-value.ts";
import type { useTriage } from "./use-triage.ts";

export type Mode = "read" | "rejecting" | "flagging" | "editing" | "tagging" | "conflict";

interface DeskInput {
  desk: RefObject<HTMLElement | null>;
  triage: ReturnType<typeof useTriage>;
  person: string;
  project: string;
  /** The address of this page. */
  address: string;
  blind: boolean;
  hideScores: boolean;
  questions: readonly RatingName[];
  readOnly: boolean;
}

const copyLinkTo = async (...to: [triage: string, conversation: string]) =>
  (await import("./copy-link.ts")).copyLink(...to);

const scrollChoices = ["together", "free"] as const;

/** How the desk stands: which card is in hand and which next, how they are looked at, and what each command does. */
export function useDesk({ desk, triage, person, project, address, blind, hideScores, questions, readOnly }: DeskInput) {
  const { state, card: current } = triage;
  const router = useRouter();
  const [mode, setMode] = useState<Mode>("read");
  const [guidelineOpen, setGuidelineOpen] = useState(false);
  const [changesShown, setChangesShown] = useState(true);
  const scores = useScoreChoice();
  const [scrolling, setScrolling] = useSessionValue("tessera.scrolling", scrollChoices, "together");
  const room = useRoom(desk);
  const keepsFocus = useRef(false);
  const milliseconds = usePainted(current?.conversation.id ?? null);
  const ordered = useMemo(() => orderCards(person), [person]);

  const card = current === null ? null : ordered(current);
  const following = current === null ? undefined : state.cards[followingPosition(state)];
  const next = following === undefined || following === current ? null : ordered(following);
  const [notes, setNotes] = useCardNotes(card);
  const rating = useRatings(questions, notes, setNotes);
  const isBlind = (each: TriageCard) => blind && !readOnly && !isDecidedByMe(each.conversation);
  const tellsScores = (each: TriageCard) => !hideScores || readOnly || isDecidedByMe(each.conversation);
  const showsScores = (each: TriageCard) => scores.isShown(tellsScores(each));

  const siblings = card?.siblings.map(({ id }) => id) ?? [];
  const walk = (by: 1 | -1) => setNotes({ view: walkSides(siblings, notes.view, by, room) });

  /** What goes with a decision on the card in hand. */
  function remarksOn(shownCard: TriageCard, note: string): Remarks {
    return remarksOf(note, notes.ratings, {
      order: shownSides(shownCard.conversation.id, siblings, notes.view, room).map(({ id }) => id),
      scoresHidden: !showsScores(shownCard),
      culturesHidden: isBlind(shownCard),
      milliseconds: milliseconds(),
    });
  }

  function decide(decision: DecisionKind, reason: RejectReason | SkipReason | null = null, note = notes.note) {
    setMode("read");
    if (card === null) return;
    const { activeElement } = document;
    keepsFocus.current = activeElement !== null && activeElement.closest(".asked, .sides, .why") !== null;
    triage.decide({ decision, reason, remarks: remarksOn(card, note) });
  }

  function edit(edited: Edited, accept: boolean) {
    setMode("read");
    if (card !== null) triage.edit(edited, accept, remarksOn(card, notes.note));
  }

  function toggleScores() {
    if (card !== null) scores.toggle(tellsScores(card));
  }

  function compare() {
    if (card === null) return;
    const { questionKey, culture } = card.conversation;
    if (questionKey === null) announce("This conversation has no question key.");
    // A blind project keeps the culture out of the address.
    else router.push(compareAddress(project, questionKey, isBlind(card) ? [] : [culture.code]));
  }

  const looking = new Map<string, () => void>([
    ["next", () => triage.move(1)],
    ["previous", () => triage.move(-1)],
    ["next-sibling", () => walk(1)],
    ["previous-sibling", () => walk(-1)],
    ["pin", () => setNotes({ view: pinSide(siblings, notes.view) })],
    ["scores", toggleScores],
    ["compare", compare],
    ["guideline", () => setGuidelineOpen(!guidelineOpen)],
    ["diff", () => (mode === "editing" ? setChangesShown(!changesShown) : setNotes({ comparing: !notes.comparing }))],
    ["copy-link", () => void (card === null ? null : copyLinkTo(address, card.conversation.id))],
  ]);
  const writing = new Map<string, () => void>([
    ["undo", triage.undo],
    ["redo", triage.redo],
    ["cancel", () => setMode("read")],
  ]);
  const onCard = new Map<string, () => void>([
    ["accept", () => decide("accept")],
    ["skip", () => decide("skip")],
    ["skip-not-my-culture", () => decide("skip", "not-my-culture")],
    ["flag", () => (card?.conversation.flagged ? decide("flag") : setMode("flagging"))],
    ["reject", () => setMode("rejecting")],
    ["edit", () => setMode("editing")],
    ["tag", () => setMode("tagging")],
    ["note", () => setNotes({ noting: notes.noting + 1 })],
    ["comment", () => setNotes({ commenting: notes.commenting + 1 })],
  ]);

  function run(command: string) {
    const act = looking.get(command) ?? (readOnly ? undefined : writing.get(command));
    if (act !== undefined) act();
    else if (!readOnly && card !== null) onCard.get(command)?.();
  }

  return {
    card,
    next,
    mode,
    setMode,
    notes,
    setNotes,
    room,
    isBlind,
    showsScores,
    free: scrolling === "free",
    setFree: (free: boolean) => setScrolling(free ? "free" : "together"),
    changesShown,
    guidelineOpen,
    keepsFocus,
    decide,
    edit,
    rating,
    run,
  };
}

/** Each card with its siblings in the order that chance gave them for this person, made once for each card. */
function orderCards(person: string): (card: TriageCard) => TriageCard {
  const known = new WeakMap<TriageCard, TriageCard>();
  return (card) => {
    const made = known.get(card) ?? {
      ...card,
      siblings: seededOrder(card.siblings, `${card.conversation.id} ${person}`),
    };
    known.set(card, made);
    return made;
  };
}
