"use client";
import { useCallback, useEffect, useRef, useState } from "react";
import { request } from "#components/api-client.ts";

/** Milliseconds between two questions, while the page is seen. */
const interval = 15_000;

interface Changes {
  now: string;
  added: number;
  changed: number;
}

export interface News {
  added: number;
  changed: number;
}

export const noNews: News = { added: 0, changed: 0 };

/** The clock of the database, by which rows are stamped: nothing has changed since the far end of time. */
export async function readClock(base: string, signal?: AbortSignal): Promise<string> {
  const query = "since=9999-12-31T00:00:00.000Z";
  const { now } = await request<Changes>("GET", `${base}/changes?${query}`, signal === undefined ? {} : { signal });
  return now;
}

/**
 * How many rows of a list came or changed since it was read. Only counts are asked for: the rows stay as they are until the
 * reader wants them anew. What this page wrote itself (`noteOwn`) is no news.
 */
export function useNews(base: string, filter: string, since: string | null) {
  const [news, setNews] = useState(noNews);
  const own = useRef(0);

  useEffect(() => {
    setNews(noNews);
    own.current = 0;
    if (since === null) return;
    const gone = new AbortController();
    let from = since;
    const ask = async () => {
      if (document.hidden) return;
      const mine = own.current;
      try {
        const query = [filter, `since=${encodeURIComponent(from)}`].filter((part) => part !== "").join("&");
        const changes = await request<Changes>("GET", `${base}/changes?${query}`, { signal: gone.signal });
        from = changes.now;
        own.current -= Math.min(mine, changes.changed);
        const changed = Math.max(0, changes.changed - mine);
        if (changes.added + changed > 0)
          setNews((held) => ({ added: held.added + changes.added, changed: held.changed + changed }));
      } catch {
        // Asked again in a moment; the list itself says when the studio cannot be reached.
      }
    };
    const timer = setInterval(ask, interval);
    const onSeen = () => void ask();
    document.addEventListener("visibilitychange", onSeen);
    return () => {
      gone.abort();
      clearInterval(timer);
      document.removeEventListener("visibilitychange", onSeen);
    };
  }, [base, filter, since]);

  const noteOwn = useCallback((count = 1) => {
    own.current += count;
  }, []);
  return { news, noteOwn };
}
