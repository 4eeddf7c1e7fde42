import type { Command } from "./resolve-key.ts";

/** Keys that a person chose instead of ours, by command. */
export type OwnKeys = ReadonlyMap<string, string>;

const isId = (text: string) => /^[a-z0-9-]{1,40}$/.test(text);
/** What may be chosen: a letter, digit or bracket by its place, with Shift or as a chord. */
export const isChoice = (text: string) => /^(Mod\+)?(Shift\+)?([A-Z0-9]|\[|\])$/.test(text);

/** Chords that browsers or systems keep for themselves or people need on every page. */
const taken = new Set(
  ["A", "C", "F", "H", "J", "L", "M", "N", "O", "P", "Q", "R", "T", "U", "V", "W", "X", "Y", "Z"]
    .concat(["0", "1", "2", "3", "4", "5", "6", "7", "8", "9", "[", "]"])
    .map((key) => `Mod+${key}`),
);

/** Chosen keys as they were stored. The shape is closed: whatever else is there, or of another version, is dropped. */
export function readOwnKeys(text: string | null): OwnKeys {
  const keys = new Map<string, string>();
  try {
    const stored: unknown = JSON.parse(text ?? "null");
    if (typeof stored !== "object" || stored === null) return keys;
    for (const [command, key] of Object.entries(stored))
      if (isId(command) && typeof key === "string" && isChoice(key) && !isTaken(key)) keys.set(command, key);
  } catch {
    // Not ours; the keys stay as they were made.
  }
  return keys;
}

export function writeOwnKeys(keys: OwnKeys): string {
  return JSON.stringify(Object.fromEntries(keys));
}

/** Commands with the chosen key in place of their first; further keys, such as arrows, stay. */
export function withOwnKeys<Each extends Command>(commands: readonly Each[], keys: OwnKeys): Each[] {
  return commands.map((command) => {
    const own = keys.get(command.id);
    return own === undefined ? command : { ...command, keys: [own, ...command.keys.slice(1)] };
  });
}

/** Whether a browser or system keeps a chord for itself. */
export function isTaken(key: string): boolean {
  // With Shift besides, the browser's own chords lie even closer together.
  return taken.has(key) || key.startsWith("Mod+Shift+");
}
