"use client";
import { type KeyboardEvent, Suspense, useEffect, useRef } from "react";
import { RatingStones } from "./lazy-parts.ts";
import type { RatingProps } from "./rating-stones.tsx";

/** What goes with the next decision, if anything: the ratings that the guideline asks for, and a note. */
export function RemarksBar({
  questions,
  ratings,
  current,
  onRate,
  note,
  noteOpen,
  onNote,
}: RatingProps & {
  note: string;
  /** Counts how often the note was asked for; each time its field takes the focus. */
  noteOpen: number;
  onNote: (note: string) => void;
}) {
  const field = useRef<HTMLInputElement>(null);
  // A card that one comes back to keeps its note and takes no focus; so give this the card's id as its key.
  const heard = useRef(noteOpen);
  useEffect(() => {
    if (noteOpen > heard.current) field.current?.focus();
    heard.current = noteOpen;
  }, [noteOpen]);
  if (questions.length === 0 && noteOpen === 0 && note === "") return null;

  function onKeyDown(event: KeyboardEvent<HTMLInputElement>) {
    if (event.nativeEvent.isComposing || (event.key !== "Enter" && event.key !== "Escape")) return;
    event.preventDefault();
    event.currentTarget.blur();
  }

  return (
    <div className="remarks">
      {questions.length === 0 ? null : (
        <Suspense>
          <RatingStones questions={questions} ratings={ratings} current={current} onRate={onRate} />
        </Suspense>
      )}
      {noteOpen === 0 && note === "" ? null : (
        <input
          ref={field}
          className="control remark-note"
          aria-label="Note with the decision"
          placeholder="A note with the decision; Enter goes back to the card"
          dir="auto"
          maxLength={2000}
          value={note}
          onChange={(event) => onNote(event.currentTarget.value)}
          onKeyDown={onKeyDown}
        />
      )}
    </div>
  );
}
