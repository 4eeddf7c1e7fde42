"use client";

import { useEffect } from "react";

/** Milliseconds between two questions. */
const interval = 1_000;

/** Asks again and again while `active`, one question at a time; a hidden page and a failed question wait for the next turn. */
export function usePoll(active: boolean, ask: (signal: AbortSignal) => Promise<void>): void {
  useEffect(() => {
    if (!active) return;
    const gone = new AbortController();
    let timer: ReturnType<typeof setTimeout>;
    const turn = async () => {
      // A question that failed is simply asked again: the work goes on whether or not this page hears of it.
      if (!document.hidden) await ask(gone.signal).catch(() => undefined);
      if (!gone.signal.aborted) timer = setTimeout(turn, interval);
    };
    timer = setTimeout(turn, 0);
    return () => {
      gone.abort();
      clearTimeout(timer);
    };
  }, [active, ask]);
}
