"use client";
import { type KeyboardEvent, useEffect, useRef } from "react";
import { classNames } from "#components/ui/class-names.ts";
import type { RatingName, Ratings } from "#lib/schema/decision.ts";

const scale = [1, 2, 3, 4, 5] as const;

/** What goes with the next decision, if anything: the ratings that the guideline asks for, and a note. */
export function RemarksBar({
  questions,
  ratings,
  current,
  onRate,
  note,
  noteOpen,
  onNote,
}: {
  questions: readonly RatingName[];
  ratings: Ratings;
  /** The question that digits answer. */
  current: RatingName | null;
  onRate: (question: RatingName, value: number) => void;
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
      {questions.map((question) => (
        <fieldset key={question} className={classNames("rating", question === current && "current")}>
          <legend className="unseen">{question}, from 1 to 5</legend>
          <span aria-hidden="true">{question}</span>
          {scale.map((value) => (
            <button
              key={value}
              type="button"
              className={classNames("rating-stone", value <= (ratings[question] ?? 0) && "on")}
              aria-pressed={ratings[question] === value}
              aria-label={`${question} ${value} of 5`}
              onClick={() => onRate(question, value)}
            >
              {value}
            </button>
          ))}
        </fieldset>
      ))}
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
