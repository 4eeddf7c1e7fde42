import { type Binding, parseBinding } from "./binding.ts";
import type { KeyStroke } from "./key-stroke.ts";

/** Single keys as they are, only together with Alt, or not at all (WCAG 2.1.4). Chords with Ctrl or ⌘ always work. */
export type KeyMode = "on" | "with-alt" | "off";

/** One command of a scope. */
export interface Command {
  id: string;
  /** What it does, in the words of its button. Commands with a title are offered in the palette. */
  title?: string;
  /** As `parseBinding` reads it; any of several. */
  keys: readonly string[];
  /** Whether a held key may repeat it. Moving may, deciding may not. */
  repeats?: boolean;
  /** Whether it works while text is typed; for chords and Escape. */
  inText?: boolean;
}

/** A layer of commands; the last active scope is asked first. */
export interface Scope {
  commands: readonly Command[];
  /** Nothing below is asked while this scope is there: an open dialog, an editor. */
  exclusive?: boolean;
}

/** The command that a key press means, or null when it means nothing of ours. */
export function resolveKey(stroke: KeyStroke, scopes: readonly Scope[], mode: KeyMode): string | null {
  if (stroke.composing || stroke.underDialog || isAltGraph(stroke)) return null;
  for (const scope of [...scopes].reverse()) {
    const command = scope.commands.find(
      (each) => permits(each, stroke) && each.keys.some((key) => matches(parseBinding(key), stroke, mode)),
    );
    if (command !== undefined) return command.id;
    if (scope.exclusive === true) return null;
  }
  return null;
}

function permits(command: Command, stroke: KeyStroke): boolean {
  if (stroke.repeat && command.repeats !== true) return false;
  if (stroke.inText && command.inText !== true) return false;
  return !(stroke.onControl && (stroke.key === "Enter" || stroke.key === " "));
}

/** Windows reports AltGr as Ctrl with Alt. */
function isAltGraph(stroke: KeyStroke): boolean {
  return stroke.altGraph || (stroke.ctrl && stroke.alt);
}

function matches(binding: Binding, stroke: KeyStroke, mode: KeyMode): boolean {
  if (binding.mod !== (stroke.ctrl || stroke.meta)) return false;
  const isCharacter = binding.place !== null || binding.symbols.some((symbol) => symbol.length === 1);
  const needsAlt = isCharacter && !binding.mod && mode === "with-alt";
  if (isCharacter && !binding.mod && mode === "off") return false;
  if (stroke.alt !== needsAlt) return false;
  if (binding.place === null) {
    // A symbol carries its own Shift; a named key such as Enter does not.
    const carriesShift = isCharacter;
    return binding.symbols.includes(stroke.key) && (carriesShift || binding.shift === stroke.shift);
  }
  return binding.shift === stroke.shift && binding.place === placeOfStroke(stroke);
}

/**
 * Where the pressed key lies. On-screen and remote keyboards often send no code; then the character itself counts, as
 * long as it is one that a US keyboard prints.
 */
function placeOfStroke(stroke: KeyStroke): string | null {
  if (stroke.code !== "" && stroke.code !== "Unidentified") return stroke.code.replace(/^Numpad(?=\d$)/, "Digit");
  if (/^[a-z]$/i.test(stroke.key)) return `Key${stroke.key.toUpperCase()}`;
  if (/^[0-9]$/.test(stroke.key)) return `Digit${stroke.key}`;
  if (stroke.key === "[") return "BracketLeft";
  return stroke.key === "]" ? "BracketRight" : null;
}
