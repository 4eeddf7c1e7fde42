"use client";
import { type ReactNode, Suspense } from "react";
import { Note } from "#components/ui/note.tsx";
import { RestNote } from "./lazy-parts.ts";
import type { Spent } from "./pace.ts";

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
      {times.length === 0 ? null : (
        <Suspense>
          <RestNote times={times} />
        </Suspense>
      )}
    </div>
  );
}
