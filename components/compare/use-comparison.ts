"use client";
import { useCallback, useEffect, useRef, useState } from "react";
import { request } from "#components/api-client.ts";
import type { Comparison } from "#lib/schema/comparison.ts";
import type { CompareState } from "./compare-state.ts";

/**
 * The question in hand with the answers of the columns wanted. What was read before stays until what is asked for is here;
 * questions before and after are read ahead. `again` reads it anew.
 */
export function useComparison(base: string, first: Comparison | null, { question, cultures }: CompareState) {
  const wanted = question === null ? null : pathOf(base, question, cultures);
  const [held, setHeld] = useState(first === null ? null : { asked: wanted, comparison: first });
  const [trouble, setTrouble] = useState<string | null>(null);
  const [turn, setTurn] = useState(0);
  const ahead = useRef(new Map<string, Promise<Comparison>>());
  const fits =
    held !== null &&
    (held.asked === wanted || (held.comparison.key === question && covers(held.comparison.shown, cultures)));

  useEffect(() => {
    if (wanted === null || (fits && turn === 0)) return;
    let stopped = false;
    const known = turn === 0 ? ahead.current.get(wanted) : undefined;
    setTrouble(null);
    (known ?? request<Comparison>("GET", wanted)).then(
      (found) => {
        if (stopped) return;
        ahead.current.clear();
        setTurn(0);
        setHeld({ asked: wanted, comparison: found });
      },
      (error: unknown) => {
        if (!stopped) setTrouble(error instanceof Error ? error.message : String(error));
      },
    );
    return () => {
      stopped = true;
    };
  }, [wanted, fits, turn]);

  const readAhead = useCallback(
    (key: string | null, codes: readonly string[]) => {
      if (key === null) return;
      const path = pathOf(base, key, codes);
      if (ahead.current.has(path)) return;
      const asked = request<Comparison>("GET", path);
      ahead.current.set(path, asked);
      asked.catch(() => ahead.current.delete(path));
    },
    [base],
  );

  return {
    comparison: question === null ? null : (held?.comparison ?? null),
    waits: question !== null && !fits,
    trouble,
    again: useCallback(() => setTurn((now) => now + 1), []),
    readAhead,
  };
}

function pathOf(base: string, question: string, cultures: readonly string[]): string {
  const query = new URLSearchParams({ question, ...(cultures.length === 0 ? {} : { cultures: cultures.join(",") }) });
  return `${base}/comparison?${query}`;
}

/** The same cultures in another order need no new reading. */
function covers(shown: readonly string[], cultures: readonly string[]): boolean {
  if (cultures.length === 0) return true;
  // One alone is the reference, and others are chosen for it.
  if (cultures.length === 1) return shown[0] === cultures[0];
  return shown.length >= cultures.length && cultures.every((code) => shown.includes(code));
}
