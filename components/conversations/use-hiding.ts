"use client";
import { useMemo } from "react";
import { type Hiding, hideInRow, hidingFrom, isColumnHidden } from "./hiding.ts";
import type { Browser } from "./use-browser.ts";

/** What the project keeps from this reader, and what is browsed without it, for the rows and the heads of their columns. */
export function useHiding(browser: Browser): { hiding: Hiding; told: Browser } {
  const { state, rows, project } = browser;
  const { role, blind, hideScores } = project;
  const hiding = useMemo(() => hidingFrom({ role, blind, hideScores }), [role, blind, hideScores]);
  const columns = useMemo(() => state.columns.filter((id) => !isColumnHidden(id, hiding)), [state.columns, hiding]);
  const { list } = rows;
  const toldList = useMemo(
    () => (hiding.cultures ? { ...list, head: list.head.map(hideInRow), tail: list.tail.map(hideInRow) } : list),
    [list, hiding],
  );
  return { hiding, told: { ...browser, state: { ...state, columns }, rows: { ...rows, list: toldList } } };
}
