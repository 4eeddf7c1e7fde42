"use client";

import { useEffect, useState } from "react";
import { ApiProblem } from "./api-client.ts";

/** Milliseconds between two questions, unless told otherwise. */
const usual = 1_000;
/** So many questions may fail in a row before the reader is told. */
const patience = 3;

/**
 * Asks again and again while `active`, one question at a time; a hidden page waits. A question that fails is asked again:
 * the work goes on whether or not this page hears of it. Returns the problem once several failed in a row.
 */
export function usePoll(
  active: boolean,
  ask: (signal: AbortSignal) => Promise<void>,
  interval = usual,
): ApiProblem | null {
  const [problem, setProblem] = useState<ApiProblem | null>(null);
  useEffect(() => {
    if (!active) return;
    const gone = new AbortController();
    let timer: ReturnType<typeof setTimeout>;
    let failed = 0;
    const turn = async () => {
      if (!document.hidden) {
        try {
          await ask(gone.signal);
          failed = 0;
          setProblem(null);
        } catch (error) {
          failed += 1;
          if (failed >= patience && error instanceof ApiProblem) setProblem(error);
        }
      }
      if (!gone.signal.aborted) timer = setTimeout(turn, interval);
    };
    timer = setTimeout(turn, 0);
    return () => {
      gone.abort();
      clearTimeout(timer);
    };
  }, [active, ask, interval]);
  return active ? problem : null;
}
