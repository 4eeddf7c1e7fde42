import { Suspense } from "react";
import type { RatingName } from "#lib/schema/decision.ts";
import { ActionBar } from "./action-bar.tsx";
import { FlagBar } from "./flag-bar.tsx";
import { ReasonBar } from "./lazy-parts.ts";
import { RemarksBar } from "./remarks-bar.tsx";
import type { useDesk } from "./use-desk.ts";

/** What decides: ratings and note, then the buttons, or what a rejection or a flag asks for. */
export function DecideBars({
  desk,
  questions,
  flagged,
  legendOf,
  onCommand,
}: {
  desk: ReturnType<typeof useDesk>;
  questions: readonly RatingName[];
  flagged: boolean;
  legendOf: (key: string) => string;
  onCommand: (command: string) => void;
}) {
  const { mode, setMode, notes, setNotes } = desk;
  return (
    <>
      <RemarksBar
        key={desk.card?.conversation.id}
        questions={questions}
        ratings={notes.ratings}
        current={desk.rating.current}
        onRate={desk.rating.rate}
        note={notes.note}
        noteOpen={notes.noting}
        onNote={(note) => setNotes({ note })}
      />
      {mode === "rejecting" ? (
        <Suspense fallback={<div className="act" />}>
          <ReasonBar
            legendOf={legendOf}
            onReason={(reason) => desk.decide("reject", reason)}
            onCancel={() => setMode("read")}
          />
        </Suspense>
      ) : mode === "flagging" ? (
        <FlagBar
          start={notes.note}
          onFlag={(note) => desk.decide("flag", null, note)}
          onCancel={() => setMode("read")}
        />
      ) : (
        <ActionBar legendOf={legendOf} flagged={flagged} onCommand={onCommand} />
      )}
    </>
  );
}
