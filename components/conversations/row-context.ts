"use client";
import { createContext } from "react";
import type { SearchTerm } from "#lib/text/search-query.ts";

/** Which rows are selected, and what a press on a row's box does; so that the columns themselves need not change. */
export const Picked = createContext<{
  isPicked: (id: string) => boolean;
  onPick: (id: string, range: boolean) => void;
}>({ isPicked: () => false, onPick: () => undefined });

/** What is searched, to be marked in the rows. */
export const Sought = createContext<readonly SearchTerm[]>([]);
