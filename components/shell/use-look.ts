"use client";

import { useSyncExternalStore } from "react";
import {
  type Density,
  densityCookie,
  densityOf,
  type HiddenCharacters,
  hiddenCharactersCookie,
  hiddenCharactersOf,
  type Theme,
  themeCookie,
  themeOf,
} from "./look.ts";

const listeners = new Set<() => void>();

function subscribe(listener: () => void): () => void {
  listeners.add(listener);
  return () => listeners.delete(listener);
}

function keep(cookie: string, value: string): void {
  // biome-ignore lint/suspicious/noDocumentCookie: the Cookie Store API is not everywhere yet
  document.cookie = `${cookie}=${value}; Path=/; Max-Age=31536000; SameSite=Lax`;
  for (const listener of listeners) listener();
}

export function setTheme(theme: Theme): void {
  document.documentElement.dataset.theme = theme;
  keep(themeCookie, theme);
}

export function setDensity(density: Density): void {
  document.documentElement.dataset.density = density;
  keep(densityCookie, density);
}

export function setHiddenCharacters(choice: HiddenCharacters): void {
  document.documentElement.dataset.hiddenCharacters = choice;
  keep(hiddenCharactersCookie, choice);
}

/** The reader's theme and density, and how hidden characters are shown. The document itself holds them; the server does not know the machine's theme. */
export function useLook(): { theme: Theme; density: Density; hiddenCharacters: HiddenCharacters } {
  const theme = useSyncExternalStore(
    subscribe,
    () => themeOf(document.documentElement.dataset.theme),
    () => "system" as const,
  );
  const density = useSyncExternalStore(
    subscribe,
    () => densityOf(document.documentElement.dataset.density),
    () => "comfortable" as const,
  );
  const hiddenCharacters = useSyncExternalStore(
    subscribe,
    () => hiddenCharactersOf(document.documentElement.dataset.hiddenCharacters),
    () => "named" as const,
  );
  return { theme, density, hiddenCharacters };
}
