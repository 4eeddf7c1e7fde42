"use client";
import { type ReactNode, Suspense } from "react";
import { Note } from "#components/ui/note.tsx";
import { RestNote } from "./lazy-parts.ts";
import type { Spent } from "./pace.ts";

/** No rest is due in a sitting of less, in milliseconds; by then what tells of one has been fetched, also for who is offline. */
const longSitting = 45 * 60_000;

function workedFor(times: readonly Spent[]): number {
  const [first] = times;
  const last = times.at(-1);
  return first === undefined || last === undefined ? 0 : last.at - first.at;
}

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
      {workedFor(times) < longSitting ? null : (
        <Suspense>
          <RestNote times={times} />
        </Suspense>
      )}
    </div>
  );
}
