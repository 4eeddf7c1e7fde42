"use client";
import { useCallback, useRef, useState } from "react";
import type { ConversationRow } from "#lib/schema/conversation-view.ts";
import { nothingSelected, type Selection, selectRange, setRows, toggleRow } from "./selection.ts";

/** The rows an act will be done to. A list of other rows begins with none selected. */
export function useSelection(query: string, rows: readonly ConversationRow[]) {
  const [held, setHeld] = useState<{ query: string; selection: Selection }>({ query, selection: nothingSelected });
  const selection = held.query === query ? held.selection : nothingSelected;
  /** The row last picked, from which a range goes. */
  const anchor = useRef<string | null>(null);

  const set = useCallback((next: Selection) => setHeld({ query, selection: next }), [query]);

  const toggle = (id: string) => {
    anchor.current = id;
    set(toggleRow(selection, id));
  };
  /** From the row last picked to this one, or from `from` when none was. */
  const range = (place: number, from: number) => {
    const at = rows.findIndex((row) => row.id === anchor.current);
    const start = at === -1 ? from : at;
    anchor.current ??= rows[start]?.id ?? null;
    set(selectRange(selection, rows, start, place));
  };
  const all = (selected: boolean) =>
    set(
      setRows(
        selection,
        rows.map(({ id }) => id),
        selected,
      ),
    );
  const clear = () => {
    anchor.current = null;
    set(nothingSelected);
  };
  return { selection, toggle, range, all, clear, set };
}
