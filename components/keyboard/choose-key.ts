import { parseBinding } from "./binding.ts";
import type { KeyStroke } from "./key-stroke.ts";
import { isChoice, isTaken } from "./own-keys.ts";
import type { Command } from "./resolve-key.ts";

/** A pressed key as a binding, by its place; null when it is no key that can be chosen. */
export function bindingOfStroke({ code, ctrl, meta, alt, shift }: Omit<KeyStroke, "key">): string | null {
  const name = /^(?:Key|Digit)(.)$/.exec(code)?.[1] ?? ({ BracketLeft: "[", BracketRight: "]" } as const)[code];
  if (name === undefined || alt) return null;
  return `${ctrl || meta ? "Mod+" : ""}${shift ? "Shift+" : ""}${name}`;
}

/** Why `key` cannot be the command's, in a sentence; null when it can. */
export function clashOf(
  key: string,
  command: string,
  commands: readonly (Command & { title: string })[],
): string | null {
  if (!isChoice(key)) return "Choose a letter, a digit or a bracket.";
  if (isTaken(key)) return "The browser or the system keeps this one. Choose another.";
  const wanted = parseBinding(key);
  const other = commands.find(
    (each) =>
      each.id !== command &&
      each.keys.some((text) => {
        const { place, shift, mod } = parseBinding(text);
        return place !== null && place === wanted.place && shift === wanted.shift && mod === wanted.mod;
      }),
  );
  return other === undefined ? null : `“${other.title}” has this key. Change that one first, or choose another.`;
}
