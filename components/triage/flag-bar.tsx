"use client";
import { type KeyboardEvent, useEffect, useRef, useState } from "react";
import { Button } from "#components/ui/button.tsx";

/** Asks what whoever leads should look at; the flag may go without a word. */
export function FlagBar({
  start,
  onFlag,
  onCancel,
}: {
  /** What was noted before the flag was asked for. */
  start: string;
  onFlag: (note: string) => void;
  onCancel: () => void;
}) {
  const [note, setNote] = useState(start);
  const field = useRef<HTMLInputElement>(null);
  useEffect(() => field.current?.focus(), []);

  function onKeyDown(event: KeyboardEvent<HTMLInputElement>) {
    if (event.nativeEvent.isComposing) return;
    if (event.key === "Enter") {
      event.preventDefault();
      onFlag(note);
    }
    if (event.key === "Escape") onCancel();
  }

  return (
    <div className="act asking" role="toolbar" aria-label="What should be looked at?">
      <input
        ref={field}
        className="control flag-note"
        aria-label="Note with the flag"
        placeholder="What should be looked at? May stay empty"
        dir="auto"
        maxLength={2000}
        value={note}
        onChange={(event) => setNote(event.currentTarget.value)}
        onKeyDown={onKeyDown}
      />
      <Button keyCap="↵" onClick={() => onFlag(note)}>
        Flag
      </Button>
      <Button look="bare" keyCap="Esc" onClick={onCancel}>
        Back
      </Button>
    </div>
  );
}
