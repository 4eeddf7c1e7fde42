"use client";
import { useEffect, useSyncExternalStore } from "react";
import { type OwnKeys, readOwnKeys, withOwnKeys, writeOwnKeys } from "./own-keys.ts";
import type { Command } from "./resolve-key.ts";

const storageKey = "tessera.own-keys";
const none: OwnKeys = new Map();
/** As the server draws them until the page has come to life; then as they are stored. */
let own: OwnKeys = none;
let loaded = false;
const readers = new Set<() => void>();

function load(): void {
  loaded = true;
  own = readOwnKeys(localStorage.getItem(storageKey));
  for (const tell of readers) tell();
}

/** The keys of this person in this browser, loaded when first asked for by a key press or a page that shows them. */
export function ownKeys(): OwnKeys {
  if (!loaded) load();
  return own;
}

/** Chosen keys as they change, here or in another tab. */
export function useOwnKeys(): OwnKeys {
  const keys = useSyncExternalStore(
    subscribe,
    () => own,
    () => none,
  );
  useEffect(() => {
    if (!loaded) load();
  }, []);
  return keys;
}

/** The first key of a command as this person has it, for a component that shows keys and so calls `useKeyboardLayout`. */
export function shownKey(command: Command | undefined): string {
  return command === undefined ? "" : (withOwnKeys([command], own)[0]?.keys[0] ?? "");
}

export function setOwnKey(command: string, key: string | null): void {
  const next = new Map(own);
  if (key === null) next.delete(command);
  else next.set(command, key);
  store(next);
}

export function resetOwnKeys(): void {
  store(none);
}

function store(next: OwnKeys): void {
  own = next;
  localStorage.setItem(storageKey, writeOwnKeys(next));
  for (const tell of readers) tell();
}

function subscribe(tell: () => void): () => void {
  const onStorage = (event: StorageEvent) => {
    if (event.key === storageKey) load();
  };
  readers.add(tell);
  window.addEventListener("storage", onStorage);
  return () => {
    readers.delete(tell);
    window.removeEventListener("storage", onStorage);
  };
}
