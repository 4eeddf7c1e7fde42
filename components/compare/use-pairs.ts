"use client";
import { useCallback, useEffect, useMemo, useState } from "react";
import { request } from "#components/api-client.ts";
import { seededRank } from "#components/triage/side-order.ts";
import { nextPair, type PairCount } from "#lib/curation/next-pair.ts";
import type { AskedName } from "#lib/schema/compare-choices.ts";
import type { Ranking } from "#lib/schema/comparison.ts";
import { shuffledIds } from "./blind-columns.ts";

/** The pair in hand: two answers in the order they are shown, and what drew it. */
export interface ShownPair {
  first: string;
  second: string;
  seed: string;
}

/**
 * Which two of the answers are judged next, on sides that chance drew once for the person and the round, and how the answers
 * rank by all judgements. `judged` says that the pair in hand has its judgement; `back` that the newest was taken back.
 */
export function usePairs(
  base: string,
  person: string,
  question: string | null,
  asked: AskedName | null,
  answers: readonly string[],
) {
  const topic = asked === null || question === null ? null : `${question} ${asked}`;
  const [read, setRead] = useState<{ topic: string; first: Ranking; latest: Ranking } | null>(null);
  const [here, setHere] = useState<{ topic: string | null; pairs: readonly string[] }>({ topic: null, pairs: [] });
  const [trouble, setTrouble] = useState<string | null>(null);
  const [turn, setTurn] = useState(0);

  // biome-ignore lint/correctness/useExhaustiveDependencies: a turn asks for the same anew
  useEffect(() => {
    if (topic === null || question === null || asked === null) return;
    let stopped = false;
    request<Ranking>("GET", `${base}/ranking?${new URLSearchParams({ question, asked })}`).then(
      (ranking) => {
        if (!stopped) setRead((now) => ({ topic, first: now?.topic === topic ? now.first : ranking, latest: ranking }));
      },
      (error: unknown) => {
        if (!stopped) setTrouble(error instanceof Error ? error.message : String(error));
      },
    );
    return () => {
      stopped = true;
    };
  }, [base, question, asked, topic, turn]);

  const known = read?.topic === topic ? read : null;
  const mine = here.topic === topic ? here.pairs : noPairs;
  const pair = useMemo((): ShownPair | null => {
    if (known === null || topic === null) return null;
    const counts = withOwn(known.first.pairs, mine);
    const found = nextPair(answers, counts, (text) => seededRank(text, `${person} ${topic}`));
    if (found === null) return null;
    const rounds = counts.reduce((sum, count) => sum + count.mine, 0);
    const seed = `${person} ${rounds} ${found.toSorted().join(" ")}`.slice(0, 200);
    const [first, second] = shuffledIds(found, seed);
    return first === undefined || second === undefined ? null : { first, second, seed };
  }, [known, topic, mine, answers, person]);

  return {
    pair,
    ranking: known?.latest ?? null,
    trouble,
    judged: ({ first, second }: ShownPair) =>
      setHere({ topic, pairs: [...mine, [first, second].toSorted().join(" ")] }),
    back: () => setHere({ topic, pairs: mine.slice(0, -1) }),
    again: useCallback(() => setTurn((now) => now + 1), []),
  };
}

const noPairs: readonly string[] = [];

/** What was counted when the page began, and what was judged here since. */
function withOwn(counts: readonly PairCount[], pairs: readonly string[]): PairCount[] {
  const own = new Map<string, number>();
  for (const pair of pairs) own.set(pair, (own.get(pair) ?? 0) + 1);
  const known = counts.map((count) => {
    const name = [count.one, count.other].toSorted().join(" ");
    const more = own.get(name) ?? 0;
    own.delete(name);
    return { ...count, all: count.all + more, mine: count.mine + more };
  });
  const added = [...own].map(([name, count]) => {
    const [one = "", other = ""] = name.split(" ");
    return { one, other, all: count, mine: count };
  });
  return [...known, ...added];
}
