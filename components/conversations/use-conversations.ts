"use client";
import { useCallback, useEffect, useEffectEvent, useRef, useState } from "react";
import type { ConversationPage, ConversationRow, Facets } from "#lib/schema/conversation-view.ts";
import { type BrowseApi, pageSize } from "./browse-api.ts";
import { type BrowseState, rowsQuery } from "./browse-state.ts";
import { filterQuery } from "./filter-state.ts";
import { keepList, type Place, recallList, recallPlace } from "./list-memory.ts";
import { growHead, growTail, placeOf, type RowList, rowAt, startList, updateRows, withTotal } from "./row-list.ts";
import { reversedSort } from "./sorts.ts";
import { readClock } from "./use-news.ts";

/** So many pages are read on by themselves towards a place further down; then the reader is asked. */
const readAhead = 15;

/** So many pages of rows in hand are read again for their marks. */
const mostRenewed = 10;

export interface FirstAnswer {
  /** What `page` and `facets` answer: filter and sort as `rowsQuery` writes them. */
  query: string;
  page: ConversationPage;
  facets: Facets;
}

export interface Shown {
  list: RowList;
  facets: Facets;
  /** When the list was read, by the clock that stamps rows. */
  since: string;
}

/**
 * The rows and counts of what is asked for. While an answer is on its way the last one stays (`stale`); rows and counts are
 * asked for side by side. Rows are read on from the start, and from the end where the order has no rows without a score.
 */
export function useConversations(
  api: BrowseApi,
  state: BrowseState,
  first: FirstAnswer,
  now: number,
  onPlace: (place: Place) => void,
) {
  const [shown, setShown] = useState<Shown>(() => ({
    list: startList(first.query, first.page, first.facets.matching),
    facets: first.facets,
    since: new Date(now).toISOString(),
  }));
  const [trouble, setTrouble] = useState<string | null>(null);
  const [reading, setReading] = useState(false);
  const query = rowsQuery(state);
  const filter = filterQuery(state.filter);
  const { list } = shown;
  const stale = list.query !== query;
  const latest = useRef(shown);
  const asking = useRef<Promise<boolean> | null>(null);
  const pages = useRef(0);

  /** What is shown is always made from what was shown last, also between two renders. */
  const show = useCallback((change: (held: Shown) => Shown) => {
    latest.current = change(latest.current);
    setShown(latest.current);
  }, []);

  const fail = useCallback((error: unknown) => setTrouble(error instanceof Error ? error.message : String(error)), []);

  /**
   * Rows that were decided elsewhere meanwhile get their marks where they stand: none comes, goes or moves. Counts are
   * counted anew.
   */
  const renewMarks = useCallback(
    async (signal?: AbortSignal): Promise<void> => {
      const { list: held } = latest.current;
      const counts = api.facets(filter, signal);
      let cursor: string | null = null;
      for (let read = 0; read < Math.min(held.head.length, pageSize * mostRenewed); read += pageSize) {
        const page: ConversationPage = await api.page(held.query, cursor, signal);
        if (signal?.aborted) return;
        show((now) => (now.list.query === held.query ? { ...now, list: updateRows(now.list, page.rows) } : now));
        if (page.next === null) break;
        cursor = page.next;
      }
      const facets = await counts;
      if (!signal?.aborted) show((now) => ({ ...now, facets }));
    },
    [api, filter, show],
  );

  /** Asks for rows and counts; rows may come before counts, or after. */
  const ask = useEffectEvent(async (wanted: string, counts: string, signal: AbortSignal) => {
    setTrouble(null);
    pages.current = 0;
    const kept = recallList(`${api.base}?${wanted}`);
    if (kept !== undefined) {
      show(() => ({ list: kept.list, facets: kept.facets, since: kept.since }));
      onPlace(kept);
      await renewMarks(signal);
      return;
    }
    const facets = api.facets(counts, signal).then((answer) => {
      if (!signal.aborted)
        show((held) => ({
          ...held,
          list: held.list.query === wanted ? withTotal(held.list, answer.matching) : held.list,
          facets: answer,
        }));
      return answer;
    });
    const [since, page] = await Promise.all([readClock(api.base, signal), api.page(wanted, null, signal)]);
    if (signal.aborted) return;
    show((held) => ({ ...held, since, list: startList(wanted, page, page.rows.length) }));
    onPlace({ cursor: 0, scrollTop: 0 });
    const { matching } = await facets;
    if (!signal.aborted)
      show((held) => (held.list.query === wanted ? { ...held, list: withTotal(held.list, matching) } : held));
  });

  /** What the server sent with the page is shown as it is; one comes back to where one stood. */
  const begin = useEffectEvent(async (signal: AbortSignal) => {
    const kept = recallList(`${api.base}?${query}`);
    if (kept !== undefined) return ask(query, filter, signal);
    const place = recallPlace(`${api.base}?${query}`);
    if (place === null) return;
    for (let read = 0; read < readAhead && latest.current.list.head.length <= place.cursor; read += 1)
      if (signal.aborted || !(await readOn())) break;
    if (!signal.aborted && latest.current.list.query === query) onPlace(place);
  });

  const begun = useRef(false);
  useEffect(() => {
    const isFirst = !begun.current;
    begun.current = true;
    if (!isFirst && latest.current.list.query === query) return;
    const gone = new AbortController();
    const asked = latest.current.list.query === query ? begin(gone.signal) : ask(query, filter, gone.signal);
    asked.catch((error: unknown) => {
      if (!gone.signal.aborted) fail(error);
    });
    return () => gone.abort();
  }, [query, filter, fail]);

  /** Reads one page on; while one is on its way, waits for that. False when there was nothing to read, or it could not be read. */
  const readOn = useCallback((): Promise<boolean> => {
    const { list: now } = latest.current;
    if (asking.current !== null) return asking.current;
    if (now.next === null) return Promise.resolve(false);
    setReading(true);
    setTrouble(null);
    const read = api.page(now.query, now.next).then(
      (page) => {
        const isWanted = latest.current.list.query === now.query && latest.current.list.next === now.next;
        if (isWanted) show((held) => ({ ...held, list: growHead(held.list, page) }));
        return isWanted;
      },
      (error: unknown) => {
        fail(error);
        return false;
      },
    );
    asking.current = read.finally(() => {
      asking.current = null;
      setReading(false);
    });
    return asking.current;
  }, [api, show, fail]);

  /** What came into sight: the next page is fetched before its rows are needed, and on towards a place far down. */
  const see = useCallback(
    (last: number, gapInSight: boolean) => {
      const { list: now } = latest.current;
      if (gapInSight ? pages.current < readAhead : last >= now.head.length - 60 && last < now.head.length) {
        pages.current = gapInSight ? pages.current + 1 : 0;
        void readOn();
      }
    },
    [readOn],
  );

  /** Whether the last rows can be read from the other end: rows without a score stand last from both. */
  const turns = useCallback((): boolean => {
    const scored = latest.current.facets;
    return state.sort.every(({ by }) => {
      if (by !== "representativeness" && by !== "distinctiveness") return true;
      const have = scored.scored.find(({ key }) => key === by)?.count;
      return have !== undefined && have === scored.matching;
    });
  }, [state.sort]);

  /** Brings the end of the list: its last page from the other end, or else all rows up to it, as far as `readAhead` goes. */
  const readEnd = useCallback(async (): Promise<void> => {
    pages.current = 0;
    if (latest.current.list.next === null) return;
    if (!turns() || latest.current.list.total - latest.current.list.head.length <= pageSize) {
      while (pages.current < readAhead && (await readOn())) pages.current += 1;
      return;
    }
    if (latest.current.list.tail.length > 0) return;
    const { query: wanted } = latest.current.list;
    try {
      const page = await api.page(rowsQuery({ filter: state.filter, sort: reversedSort(state.sort) }), null);
      show((held) => (held.list.query === wanted ? { ...held, list: growTail(held.list, page) } : held));
    } catch (error) {
      fail(error);
    }
  }, [api, fail, readOn, show, state, turns]);

  /** Reads the list anew up to the row that the cursor is on. Tells where that row is now; 0 when it is gone. */
  const refresh = useCallback(
    async (cursorId: string | null): Promise<number> => {
      const [since, facets, page] = await Promise.all([readClock(api.base), api.facets(filter), api.page(query, null)]);
      let next = startList(query, page, facets.matching);
      const enough = Math.max(latest.current.list.head.length, pageSize) + 10 * pageSize;
      while (cursorId !== null && placeOf(next, cursorId) === -1 && next.next !== null && next.head.length < enough)
        next = growHead(next, await api.page(query, next.next));
      show(() => ({ list: next, facets, since }));
      return cursorId === null ? 0 : Math.max(0, placeOf(next, cursorId));
    },
    [api, filter, query, show],
  );

  /** Changes rows where they stand. */
  const change = useCallback(
    (by: (list: RowList) => RowList) => show((held) => ({ ...held, list: by(held.list) })),
    [show],
  );
  /** Counts anew, once acts rest. */
  const counting = useRef<ReturnType<typeof setTimeout>>(undefined);
  const recount = useCallback(() => {
    clearTimeout(counting.current);
    counting.current = setTimeout(() => {
      const { query: counted } = latest.current.list;
      api.facets(filter).then(
        (facets) => show((held) => (held.list.query === counted ? { ...held, facets } : held)),
        () => undefined,
      );
    }, 400);
  }, [api, filter, show]);

  const get = useCallback((place: number): ConversationRow | undefined => rowAt(list, place), [list]);
  const goOn = useCallback(() => {
    pages.current = 0;
    void readOn();
  }, [readOn]);

  return {
    list,
    facets: shown.facets,
    since: shown.since,
    query,
    stale,
    trouble,
    reading,
    rowAt: get,
    /** The row of a conversation, where it is loaded. */
    rowOf: (id: string) => rowAt(list, placeOf(list, id)),
    see,
    readOn: goOn,
    readEnd,
    refresh,
    change,
    recount,
    renewMarks,
    /** The last place that can be gone to: the last row, or the last one read on to. */
    lastPlace: () => {
      const { list: now } = latest.current;
      return (now.tail.length > 0 || now.next === null ? now.total : now.head.length) - 1;
    },
    isPaused: () => pages.current >= readAhead,
    keep: useCallback(
      (place: Place) => keepList(`${api.base}?${latest.current.list.query}`, { ...latest.current, ...place }),
      [api.base],
    ),
  };
}
