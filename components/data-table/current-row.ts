"use client";
import { createContext, useContext } from "react";

/** Whether the row around is the one the keys act on. */
export const CurrentRow = createContext(false);

/** The `tabIndex` of a row's one link: Tab reaches the current row only, arrows reach the others. */
export function useRowTabIndex(): 0 | -1 {
  return useContext(CurrentRow) ? 0 : -1;
}
