"use client";
import { useRouter } from "next/navigation";
import { useCallback, useEffect, useMemo, useRef } from "react";
import { useKeys } from "#components/keyboard/use-keys.ts";
import { announce } from "#components/ui/announce.ts";
import type { BulkAct } from "#lib/schema/bulk.ts";
import type { ConversationRow } from "#lib/schema/conversation-view.ts";
import { reaches } from "#lib/schema/permissions.ts";
import type { ProjectView } from "#lib/schema/project.ts";
import type { SavedView } from "#lib/schema/saved-view.ts";
import { browseApi } from "./browse-api.ts";
import { browseCommands } from "./browse-commands.ts";
import { type BrowseState, formatBrowse, parseBrowse } from "./browse-state.ts";
import { bulkSet } from "./bulk-set.ts";
import { cardCache } from "./card-cache.ts";
import { type FilterState, filterQuery } from "./filter-state.ts";
import { filterWords } from "./filter-words.ts";
import { changeRow, placeOf } from "./row-list.ts";
import { exportQuery } from "./search-params.ts";
import { countSelected, isSelected } from "./selection.ts";
import { useBrowseState } from "./use-browse-state.ts";
import { useBulk } from "./use-bulk.ts";
import { type FirstAnswer, useConversations } from "./use-conversations.ts";
import { useCursor } from "./use-cursor.ts";
import { useFreshRows } from "./use-fresh-rows.ts";
import { useLongAddress } from "./use-long-address.ts";
import { useNews } from "./use-news.ts";
import type { RowChange } from "./use-peek.ts";
import { useSelection } from "./use-selection.ts";
import { useSought } from "./use-sought.ts";

export interface BrowserProps {
  project: Pick<
    ProjectView,
    | "slug"
    | "shownRepresentativeness"
    | "shownDistinctiveness"
    | "calibrated"
    | "role"
    | "blind"
    | "hideScores"
    | "ratings"
  >;
  /** Who looks; the outbox is theirs. */
  person: string;
  first: FirstAnswer;
  /** The state that the address names, as a query string: its own, or that of the saved view. */
  query: string;
  view: string | null;
  /** An address that says nothing opens a view, the usual one of the reader's role. */
  hasUsualView: boolean;
  languageNames: Readonly<Record<string, string>>;
  /** Which filters were open when this reader left. */
  openFacets: readonly string[];
  /** Milliseconds since 1970, from the server, so that both sides draw the same. */
  now: number;
}

/** Everything Browse holds and does, for its parts to show. */
export function useBrowser({ project, first, query, view, hasUsualView, languageNames, now }: BrowserProps) {
  const router = useRouter();
  const api = useMemo(() => browseApi(project.slug), [project.slug]);
  const { address, change, knowView } = useBrowseState(query, view, hasUsualView);
  const { state } = address;
  const startAt = useRef<(place: { cursor: number; scrollTop: number }) => void>(() => undefined);
  const rows = useConversations(
    api,
    state,
    first,
    now,
    useCallback((place) => startAt.current(place), []),
  );
  const opened = state.peek === null ? -1 : placeOf(rows.list, state.peek);
  const cursor = useCursor(`${api.base}?${rows.list.query}`, rows.keep, Math.max(0, opened));
  startAt.current = cursor.startAt;
  const { list } = rows;
  const filter = filterQuery(state.filter);
  const { news, noteOwn } = useNews(api.base, filter, rows.since);
  const selection = useSelection(rows.query, list.head);
  const mayCurate = reaches(project.role, "curator");
  useLongAddress(api.base, address, mayCurate, change, knowView);
  const { renewMarks, recount } = rows;
  const bulk = useBulk(
    api.base,
    useCallback(
      (done) => {
        noteOwn(done.done);
        void renewMarks();
      },
      [noteOwn, renewMarks],
    ),
  );

  const setState = useCallback(
    (part: Partial<BrowseState>) => change({ state: { ...state, ...part }, view: null }, "push"),
    [change, state],
  );
  const setFilter = useCallback(
    (part: Partial<FilterState>) => setState({ filter: { ...state.filter, ...part } }),
    [setState, state.filter],
  );
  const setPeek = useCallback(
    (peek: string | null) => {
      if (peek === state.peek) return;
      const walks = peek !== null && state.peek !== null;
      change({ state: { ...state, peek }, view: address.view }, walks ? "replace" : "push");
    },
    [address.view, change, state],
  );

  const moveTo = (place: number) => {
    cursor.moveTo(place);
    const row = rows.rowAt(place);
    if (row !== undefined && state.peek !== null) setPeek(row.id);
  };
  const move = (by: 1 | -1) => {
    const next = Math.min(Math.max(cursor.cursor + by, 0), list.total - 1);
    if (rows.rowAt(next) !== undefined) moveTo(next);
  };
  const openPeek = (place: number) => {
    cursor.moveTo(place);
    const row = rows.rowAt(place);
    if (row !== undefined) setPeek(row.id);
  };
  const selectTo = (place: number) => {
    selection.range(place, cursor.cursor);
    moveTo(place);
  };
  async function refresh() {
    const held = rows.rowAt(cursor.cursor)?.id ?? null;
    const place = await rows.refresh(held);
    cursor.moveTo(place);
    announce("The list is as it is now.");
  }
  async function goToLast() {
    await rows.readEnd();
    cursor.moveTo(Math.max(0, rows.lastPlace()));
  }
  /** Selects by keys: the row one is on, then the one reached. */
  const extend = (by: 1 | -1) => {
    const next = Math.min(Math.max(cursor.cursor + by, 0), list.head.length - 1);
    selectTo(next);
  };

  useKeys(browseCommands, (command) => {
    const row = rows.rowAt(cursor.cursor);
    if (command === "next") move(1);
    if (command === "previous") move(-1);
    if (command === "extend-down") extend(1);
    if (command === "extend-up") extend(-1);
    if (command === "refresh") void refresh();
    if (command === "escape") {
      if (state.peek !== null) setPeek(null);
      else selection.clear();
    }
    if (row === undefined) return;
    if (command === "peek") openPeek(cursor.cursor);
    if (command === "open-triage") router.push(`/projects/${project.slug}/triage?item=${row.id}`);
    if (command === "select") {
      selection.toggle(row.id);
      announce(isSelected(selection.selection, row.id) ? "Taken out." : "Selected.");
    }
  });

  const sought = useSought(state.filter.search);
  const words = useMemo(
    () => filterWords(state.filter, rows.facets, languageNames, sought),
    [state.filter, rows.facets, languageNames, sought],
  );
  const picking = useRef({ toggle: selection.toggle, selectTo, list });
  picking.current = { toggle: selection.toggle, selectTo, list };
  const picked = useMemo(
    () => ({
      isPicked: (id: string) => isSelected(selection.selection, id),
      onPick: (id: string, range: boolean) => {
        const now = picking.current;
        if (range) now.selectTo(now.list.head.findIndex((row) => row.id === id));
        else now.toggle(id);
      },
    }),
    [selection.selection],
  );
  const matchesAll = useCallback(
    (row: ConversationRow) => isSelected(selection.selection, row.id),
    [selection.selection],
  );
  const { filter: filters, sort, columns } = state;
  const hrefOf = useCallback(
    (id: string) => `?${formatBrowse({ filter: filters, sort, columns, peek: id })}`,
    [filters, sort, columns],
  );
  const cards = useMemo(() => cardCache(api.card), [api]);
  const { rowAt } = rows;
  /** A card is fetched ahead when the pointer rests on its row, and for the row after the open one. */
  const prefetch = useCallback(
    (place: number) => {
      const row = rowAt(place);
      if (row !== undefined) cards.get(row.id).catch(() => undefined);
    },
    [cards, rowAt],
  );
  useEffect(() => {
    if (state.peek !== null) prefetch(cursor.cursor + 1);
  }, [cursor.cursor, prefetch, state.peek]);
  const { change: changeRows } = rows;
  const onRow = useCallback(
    (id: string, part: RowChange) => changeRows((held) => changeRow(held, id, (row) => ({ ...row, ...part }))),
    [changeRows],
  );
  useFreshRows(api, list, onRow);
  const onOwn = useCallback(() => {
    noteOwn();
    void recount();
  }, [noteOwn, recount]);

  return {
    api,
    state,
    address,
    setState,
    setFilter,
    setPeek,
    rows,
    cursor,
    moveTo,
    openPeek,
    selectTo,
    goToLast,
    refresh,
    news,
    noteOwn,
    selection,
    words,
    sought,
    picked,
    isSelected: matchesAll,
    prefetch,
    cards,
    onRow,
    onOwn,
    walk: move,
    /** Goes to the conversation of an act that was taken back. */
    showPeek: (id: string) => {
      const place = placeOf(list, id);
      if (place !== -1) cursor.moveTo(place);
      setPeek(id);
    },
    project,
    mayCurate,
    bulk,
    /** How many are selected, and how many more match when only the loaded ones are. */
    selected: countSelected(selection.selection, list.total),
    prepareBulk: (act: BulkAct) => bulk.prepare(bulkSet(selection.selection, list.head, state.filter), act),
    openView: (saved: SavedView) => {
      knowView(saved.id, saved.query);
      change({ state: { ...parseBrowse(saved.query), peek: state.peek }, view: saved.id }, "push");
    },
    /** The address of the page with a row's panel open. */
    hrefOf,
    exportHref:
      reaches(project.role, "curator") && list.total > 0
        ? `/projects/${project.slug}/export?${exportQuery(state.filter)}`
        : null,
  };
}
export type Browser = ReturnType<typeof useBrowser>;
