"use client";
import { useEffect, useState } from "react";
import { request } from "#components/api-client.ts";
import type { ConversationRow } from "#lib/schema/conversation-view.ts";
import type { MapConversations } from "#lib/schema/map.ts";

type Known = ReadonlyMap<number, ConversationRow>;

/** The pointer goes over many points on its way: a point's text is fetched when it has rested there so many milliseconds. */
const rest = 40;

/** The conversations of some points by their numbers, as far as they are here; what was once fetched stays. */
export function useConversationsOf(base: string, numbers: readonly number[]): Known {
  const [known, setKnown] = useState<Known>(new Map());
  const missing = numbers.filter((number) => !known.has(number)).join(",");
  useEffect(() => {
    if (missing === "") return;
    const gone = new AbortController();
    const timer = setTimeout(() => {
      request<MapConversations>("GET", `${base}/map/conversations?numbers=${missing}`, { signal: gone.signal }).then(
        ({ rows }) =>
          setKnown(
            (before) =>
              new Map([...before, ...rows.map(({ number, conversation }) => [number, conversation] as const)]),
          ),
        // The facts of the point stand without its text; the next look asks again.
        () => undefined,
      );
    }, rest);
    return () => {
      clearTimeout(timer);
      gone.abort();
    };
  }, [base, missing]);
  return known;
}
