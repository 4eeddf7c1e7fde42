"use client";
import { useSyncExternalStore } from "react";
import type { KeyMode } from "./resolve-key.ts";

const storageKey = "tessera.keys";
const changed = "tessera:key-mode";

/** How single keys behave in this browser: on, only with Alt, or off. */
export function readKeyMode(): KeyMode {
  const stored = localStorage.getItem(storageKey);
  return stored === "with-alt" || stored === "off" ? stored : "on";
}

/** The mode and its setter; every open part of the page follows at once. */
export function useKeyMode(): [KeyMode, (mode: KeyMode) => void] {
  const mode = useSyncExternalStore(subscribe, readKeyMode, () => "on" as const);
  return [mode, setKeyMode];
}

function setKeyMode(mode: KeyMode): void {
  localStorage.setItem(storageKey, mode);
  window.dispatchEvent(new Event(changed));
}

function subscribe(tell: () => void): () => void {
  window.addEventListener(changed, tell);
  window.addEventListener("storage", tell);
  return () => {
    window.removeEventListener(changed, tell);
    window.removeEventListener("storage", tell);
  };
}
