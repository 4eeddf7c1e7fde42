"use client";
import { type ReactNode, useState } from "react";
import { Button } from "#components/ui/button.tsx";
import { Note } from "#components/ui/note.tsx";
import { isRestDue, type Spent, workingSince } from "./pace.ts";

/** What stands between the queue and the card: what went wrong, and after fifty minutes that a rest would do good. */
export function DeskNotes({
  trouble,
  practice,
  times,
  children = null,
}: {
  trouble: string | null;
  /** What a careful reader decided about the last conversation of practice. */
  practice: string | null;
  times: readonly Spent[];
  /** What practice teaches next. */
  children?: ReactNode;
}) {
  const [heard, setHeard] = useState<number | null>(null);
  const last = times.at(-1)?.at ?? 0;
  const since = workingSince(times, last);
  const rest = isRestDue(times, last) && since !== heard;
  if (trouble === null && practice === null && !rest && children === null) return null;
  return (
    <div className="triage-trouble">
      {children}
      {trouble === null ? null : (
        <Note trouble role="alert">
          {trouble}
        </Note>
      )}
      {practice === null ? null : (
        <Note>
          <b>The last one:</b> {practice}
        </Note>
      )}
      {rest ? (
        <Note role="status">
          You have decided for fifty minutes. A short rest keeps the eye fresh; all is kept here.{" "}
          <Button look="bare" onClick={() => setHeard(since)}>
            Go on
          </Button>
        </Note>
      ) : null}
    </div>
  );
}
