"use client";
import { useCallback, useEffectEvent, useMemo } from "react";
import { usePoll } from "#components/use-poll.ts";
import type { RowScores } from "#lib/schema/conversation-view.ts";
import type { BrowseApi } from "./browse-api.ts";
import type { RowList } from "./row-list.ts";
import type { RowChange } from "./use-peek.ts";

/** As many rows are asked for at once as the API takes. */
const most = 200;

/**
 * Asks for the scores of loaded rows that are stale until they are new, and changes those rows where they stand. None comes,
 * goes or moves, also where the list is sorted by score.
 */
export function useFreshRows(api: BrowseApi, list: RowList, onRow: (id: string, change: RowChange) => void): void {
  const { head, tail } = list;
  const ids = useMemo(() => {
    const stale = [...head, ...tail].flatMap((row) => (isStale(row) ? [row.id] : []));
    return stale.slice(0, most).join(",");
  }, [head, tail]);
  const take = useEffectEvent((rows: readonly RowScores[]) => {
    for (const { id, ...scores } of rows) if (!isStale(scores)) onRow(id, scores);
  });
  usePoll(
    ids !== "",
    useCallback(
      async (signal) => {
        const { rows } = await api.scores(ids, signal);
        if (!signal.aborted) take(rows);
      },
      [api, ids],
    ),
  );
}

function isStale({ representativeness, distinctiveness }: Pick<RowScores, "representativeness" | "distinctiveness">) {
  return representativeness?.stale || distinctiveness?.stale;
}
