"use client";
import { useEffect, useRef, useState } from "react";
import { announce } from "#components/ui/announce.ts";

/** Fetched in practice only. */
const asking = () => import("./ask-practice.ts");

/**
 * In a practice project: what a careful reader decided about the conversation decided last, and at the end how often one
 * agreed. Nothing waits for it; where it cannot be had, nothing is said.
 */
export function usePractice(
  project: string,
  enabled: boolean,
  atEnd: boolean,
): {
  line: string | null;
  sum: string | null;
  ask: (conversation: string) => void;
  /** The decision is taken back: what a reader would say of it is no longer told. */
  forget: () => void;
} {
  const [line, setLine] = useState<string | null>(null);
  const [sum, setSum] = useState<string | null>(null);
  /** Counts the questions, so that no answer is told that a later act has overtaken. */
  const turn = useRef(0);

  // biome-ignore lint/correctness/useExhaustiveDependencies: each line tells of one more decision that the server knows
  useEffect(() => {
    if (!enabled || !atEnd) return;
    const leaving = new AbortController();
    asking()
      .then(({ askPracticeSum }) => askPracticeSum(project, leaving.signal))
      .then(setSum, () => {});
    return () => leaving.abort();
  }, [enabled, atEnd, project, line]);

  return {
    line,
    sum,
    ask(conversation) {
      if (!enabled) return;
      turn.current += 1;
      const { current } = turn;
      asking()
        .then(({ askPracticeLine }) => askPracticeLine(project, conversation))
        .then(
          (told) => {
            if (told === null || current !== turn.current) return;
            setLine(told);
            announce(told);
          },
          () => {},
        );
    },
    forget() {
      turn.current += 1;
      setLine(null);
    },
  };
}
