"use client";
import { useSyncExternalStore } from "react";

const subscribe = () => () => {};

/** Whether chords are made with ⌘ here; false until the page has come to life, as the server draws it. */
export function useIsMac(): boolean {
  return useSyncExternalStore(
    subscribe,
    () => /Mac|iPhone|iPad/.test(navigator.userAgent),
    () => false,
  );
}
