"use client";
import { createContext, useContext } from "react";

/** Whether Tab reaches the row around: the one the keys act on, or the first in sight when that one is not. */
export const TabStop = createContext(false);

/** The `tabIndex` of a row's one link: Tab reaches one row only, arrows reach the others. */
export function useRowTabIndex(): 0 | -1 {
  return useContext(TabStop) ? 0 : -1;
}
