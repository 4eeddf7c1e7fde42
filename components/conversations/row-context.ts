"use client";
import { createContext } from "react";
import type { Hiding } from "./hiding.ts";
import type { Sought } from "./sought-words.ts";

/** Which rows are selected, and what a press on a row's box does; so that the columns themselves need not change. */
export const Picked = createContext<{
  isPicked: (id: string) => boolean;
  onPick: (id: string, range: boolean) => void;
}>({ isPicked: () => false, onPick: () => undefined });

/** What the project keeps from this reader, for the menus that would offer it. */
export const Hides = createContext<Hiding>({ cultures: false, scores: false });

/** What is searched, to be marked in the rows. */
export const SoughtWords = createContext<Sought | null>(null);
