"use client";

import { useEffect, useRef, useState } from "react";
import { request } from "#components/api-client.ts";

/** Asked again at most so often, in milliseconds. */
const askEvery = 2_000;

/** What the API answers to a question, asked again whenever `mark` changes; null until the first answer. */
export function useFresh<Answer>(path: string, mark: string | number): Answer | null {
  const [answer, setAnswer] = useState<Answer | null>(null);
  const askedAt = useRef(Number.NEGATIVE_INFINITY);
  // biome-ignore lint/correctness/useExhaustiveDependencies: the mark is why it is asked again
  useEffect(() => {
    const gone = new AbortController();
    const timer = setTimeout(
      () => {
        askedAt.current = performance.now();
        // A question that fails is asked again with the next change.
        request<Answer>("GET", path, { signal: gone.signal }).then(setAnswer, () => undefined);
      },
      Math.max(0, askedAt.current + askEvery - performance.now()),
    );
    return () => {
      gone.abort();
      clearTimeout(timer);
    };
  }, [path, mark]);
  return answer;
}
