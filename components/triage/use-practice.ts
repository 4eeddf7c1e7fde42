"use client";
import { useEffect, useState } from "react";
import { request } from "#components/api-client.ts";
import { announce } from "#components/ui/announce.ts";
import type { PracticeAnswer } from "#lib/schema/practice.ts";
import { practiceLine, practiceSum } from "./practice-words.ts";

interface Answers {
  rows: PracticeAnswer[];
  total: number;
}

/**
 * In a practice project: what a careful reader decided about the conversation decided last, and at the end how often one
 * agreed. Nothing waits for it; where it cannot be had, nothing is said.
 */
export function usePractice(
  project: string,
  enabled: boolean,
  atEnd: boolean,
): { line: string | null; sum: string | null; ask: (conversation: string) => void } {
  const [line, setLine] = useState<string | null>(null);
  const [sum, setSum] = useState<string | null>(null);
  const path = `/projects/${encodeURIComponent(project)}/practice`;

  // biome-ignore lint/correctness/useExhaustiveDependencies: each line tells of one more decision that the server knows
  useEffect(() => {
    if (!enabled || !atEnd) return;
    const leaving = new AbortController();
    request<Answers>("GET", path, { signal: leaving.signal }).then(
      ({ rows, total }) => setSum(practiceSum(rows, total)),
      () => {},
    );
    return () => leaving.abort();
  }, [enabled, atEnd, path, line]);

  return {
    line,
    sum,
    ask(conversation) {
      if (!enabled) return;
      request<Answers>("GET", `${path}?conversation=${conversation}`).then(
        ({ rows: [answer] }) => {
          if (answer === undefined) return;
          const words = practiceLine(answer);
          setLine(words);
          announce(words);
        },
        () => {},
      );
    },
  };
}
