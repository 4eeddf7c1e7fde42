"use client";
import { useEffect, useState } from "react";
import { parseBinding } from "./binding.ts";
import { useOwnKeys } from "./key-store.ts";

/** What the person's own keyboard prints at each place; known in Chromium only. */
export type KeyboardLayout = ReadonlyMap<string, string>;

/**
 * The legend of a key cap: what this keyboard prints at the place, or the US legend where the layout is not known.
 * @example printedLegend("A", new Map([["KeyA", "q"]])) // => "Q"
 */
export function printedLegend(key: string, layout: KeyboardLayout | null, mac = false): string {
  const binding = parseBinding(key);
  const name = key.split("+").at(-1) ?? key;
  const printed = binding.place === null ? (named[name] ?? name) : (layout?.get(binding.place) ?? name);
  const shift = binding.shift ? "⇧" : "";
  const mod = binding.mod ? (mac ? "⌘" : "Ctrl ") : "";
  return `${mod}${shift}${printed.toLocaleUpperCase()}`;
}

const named: Readonly<Record<string, string>> = {
  ArrowDown: "↓",
  ArrowUp: "↑",
  ArrowLeft: "←",
  ArrowRight: "→",
  Escape: "Esc",
  Enter: "↵",
};

interface KeyboardWithLayout {
  getLayoutMap(): Promise<KeyboardLayout>;
}

/** The layout of this keyboard once the browser has told it, or null. */
export function useKeyboardLayout(): KeyboardLayout | null {
  const [layout, setLayout] = useState<KeyboardLayout | null>(null);
  // Whoever shows legends shows those of chosen keys, and is drawn anew when they change.
  useOwnKeys();
  useEffect(() => {
    const keyboard: unknown = Reflect.get(navigator, "keyboard");
    if (!hasLayout(keyboard)) return;
    keyboard.getLayoutMap().then(setLayout, () => setLayout(null));
  }, []);
  return layout;
}

function hasLayout(keyboard: unknown): keyboard is KeyboardWithLayout {
  return typeof keyboard === "object" && keyboard !== null && "getLayoutMap" in keyboard;
}
