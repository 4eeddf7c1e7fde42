/**
 * What a key is bound to. Letters, digits and brackets name a *place* on the keyboard (where the US layout prints
 * them), so that the same finger works on Arabic, Cyrillic and French layouts; symbols and named keys name what the
 * key types.
 */
export interface Binding {
  /** `KeyboardEvent.code` of the place, or null when the symbol decides. */
  place: string | null;
  /** `KeyboardEvent.key` values that count, when no place is named. */
  symbols: readonly string[];
  shift: boolean;
  /** Ctrl, or ⌘ on a Mac. */
  mod: boolean;
}

const places: Readonly<Record<string, string>> = { "[": "BracketLeft", "]": "BracketRight" };

/** The question mark is typed by Shift on most layouts, so Shift is part of the symbol, not of the binding. */
const symbols: Readonly<Record<string, readonly string[]>> = { "?": ["?", "؟"], "/": ["/"] };

/**
 * Reads a binding written as people say it.
 * @example parseBinding("Shift+Z") // the place where a US keyboard prints Z, with Shift
 * @example parseBinding("Mod+Enter") // Ctrl+Enter, or ⌘Enter
 */
export function parseBinding(text: string): Binding {
  const parts = text.split("+");
  const name = parts.at(-1) ?? "";
  const held = parts.slice(0, -1);
  if (name === "" || held.some((part) => part !== "Shift" && part !== "Mod")) {
    throw new RangeError(`not a key binding: ${text}`);
  }
  const place = placeOf(name);
  return {
    place,
    symbols: place === null ? (symbols[name] ?? [name]) : [],
    shift: held.includes("Shift"),
    mod: held.includes("Mod"),
  };
}

/** The `KeyboardEvent.code` of a letter, digit or bracket; null for keys known by what they type. */
export function placeOf(name: string): string | null {
  if (/^[A-Z]$/.test(name)) return `Key${name}`;
  if (/^[0-9]$/.test(name)) return `Digit${name}`;
  return places[name] ?? null;
}
