"use client";
import { useState } from "react";
import { Button } from "#components/ui/button.tsx";
import { Note } from "#components/ui/note.tsx";
import type { Spent } from "./pace.ts";
import { isRestDue, workingSince } from "./rest.ts";

/** Says after fifty minutes that a rest would do good; once for each stretch of work. */
export function RestNote({ times }: { times: readonly Spent[] }) {
  const [heard, setHeard] = useState<number | null>(null);
  const last = times.at(-1)?.at ?? 0;
  const since = workingSince(times, last);
  if (!isRestDue(times, last) || since === heard) return null;
  return (
    <Note role="status">
      You have decided for fifty minutes. A short rest keeps the eye fresh; all is kept here.{" "}
      <Button look="bare" onClick={() => setHeard(since)}>
        Go on
      </Button>
    </Note>
  );
}
