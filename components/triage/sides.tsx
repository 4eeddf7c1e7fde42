"use client";
import { useState } from "react";
import { classNames } from "#components/ui/class-names.ts";
import { markOf, StatusMark } from "#components/ui/status-mark.tsx";
import type { TriageCard } from "#lib/schema/conversation-view.ts";
import type { MarkedWord } from "./marked-words.ts";
import { Side } from "./side.tsx";
import type { ShownSide } from "./side-order.ts";

export interface SidesProps {
  card: TriageCard;
  /** From start to end; A, the one under review, is among them. */
  sides: readonly ShownSide[];
  /** There is room for one side only: a switch chooses. */
  single: boolean;
  /** Cultures have letters for names. */
  blind: boolean;
  marks: readonly MarkedWord[];
  /** Each side scrolls by itself. */
  free: boolean;
}

/** A under review and its siblings beside it, turn by turn; one at a time where there is room for one only. */
export function Sides({ card: { conversation, siblings }, sides, single, blind, marks, free }: SidesProps) {
  const [showsOwn, setShowsOwn] = useState(true);
  const shown = sides.flatMap((side) => {
    const of = side.own ? conversation : siblings.find(({ id }) => id === side.id);
    return of === undefined ? [] : [{ side, of }];
  });
  // The question is pinned above; where every side opens with just that, it need not be said again.
  const askedAlike = shown.every(
    ({ of: { turns } }) => turns.length > 1 && turns[0]?.role === "user" && turns[0].content === conversation.question,
  );
  const cut = askedAlike ? 1 : 0;
  const rows = Math.max(...shown.map(({ of }) => of.turns.length - cut));
  const alone = shown.length === 1;
  const other = sides.find(({ own }) => !own);

  const choice = alone ? null : (
    <fieldset className="segmented side-choice">
      <legend className="unseen">Side</legend>
      <button type="button" aria-pressed={showsOwn} onClick={() => setShowsOwn(true)}>
        A
      </button>
      <button type="button" aria-pressed={!showsOwn} onClick={() => setShowsOwn(false)}>
        {other?.letter}
      </button>
    </fieldset>
  );

  return (
    <section
      className={classNames("sides", single && !alone && "single", alone && "alone", free && !alone && "free")}
      style={{ ["--sides" as string]: single ? 1 : shown.length, ["--rows" as string]: rows + 1 }}
      // biome-ignore lint/a11y/noNoninteractiveTabindex: a pane that scrolls must be reachable by keyboard
      tabIndex={0}
      aria-label={`Side by side: ${shown.map(({ side, of }) => `${side.letter} ${of.culture.name}`).join(", ")}`}
    >
      {shown.map(({ side, of }) => (
        <Side
          key={side.id}
          letter={side.letter}
          own={side.own}
          culture={of.culture}
          language={of.language}
          blind={blind}
          turns={of.turns.slice(cut)}
          marks={side.own ? marks : []}
          rows={rows}
          shown={alone || (side.own ? showsOwn : !showsOwn && side === other)}
          free={free && !alone}
        >
          {side.own && conversation.headRevision > 1 ? (
            <span className="not-small">revision {conversation.headRevision}</span>
          ) : null}
          {!side.own ? (
            <span className="not-small">
              <StatusMark mark={markOf(of)} />
            </span>
          ) : conversation.status !== "pending" || conversation.flagged ? (
            <StatusMark mark={markOf(conversation)} />
          ) : null}
          {side.own || side === other ? choice : null}
        </Side>
      ))}
    </section>
  );
}
