"use client";
import { useEffect, useEffectEvent } from "react";
import { readKeyMode } from "./key-mode.ts";
import { ownKeys } from "./key-store.ts";
import { readKeyStroke } from "./key-stroke.ts";
import { withOwnKeys } from "./own-keys.ts";
import { type Command, resolveKey, type Scope } from "./resolve-key.ts";

interface ActiveScope extends Scope {
  run: (command: string) => void;
}

/** Scopes from the outermost to the innermost; one listener serves them all. */
let active: readonly ActiveScope[] = [];

/**
 * Binds commands for as long as the component is mounted. A component mounted later lies above those before it.
 * `commands` must be stable: declare it outside the component or memoise it.
 */
export function useKeys(
  commands: readonly Command[],
  run: (command: string) => void,
  { exclusive = false, enabled = true }: { exclusive?: boolean; enabled?: boolean } = {},
): void {
  const runLatest = useEffectEvent(run);
  useEffect(() => {
    if (!enabled) return;
    const scope: ActiveScope = { commands, exclusive, run: (command) => runLatest(command) };
    if (active.length === 0) window.addEventListener("keydown", onKeyDown);
    active = [...active, scope];
    return () => {
      active = active.filter((each) => each !== scope);
      if (active.length === 0) window.removeEventListener("keydown", onKeyDown);
    };
  }, [commands, exclusive, enabled]);
}

function onKeyDown(event: KeyboardEvent): void {
  if (event.defaultPrevented) return;
  const dialogOpen = document.querySelector("dialog[open], [role=dialog][data-state=open], [role=menu]") !== null;
  const stroke = readKeyStroke(event, dialogOpen);
  const mode = readKeyMode();
  const command = resolveKey(stroke, withOwn(active), mode);
  if (command === null) return;
  const owner = [...active].reverse().find((scope) => scope.commands.some((each) => each.id === command));
  if (owner === undefined) return;
  event.preventDefault();
  flash(command);
  owner.run(command);
}

/** The scopes with the keys that the person chose. */
function withOwn(scopes: readonly ActiveScope[]): ActiveScope[] {
  const keys = ownKeys();
  return scopes.map((scope) => ({ ...scope, commands: withOwnKeys(scope.commands, keys) }));
}

/** The titled commands that a key could reach now, those of the innermost scope first. */
export function commandsInReach(): (Command & { title: string })[] {
  const inward = withOwn(active).reverse();
  const end = inward.findIndex((scope) => scope.exclusive === true);
  return inward
    .slice(0, end === -1 ? undefined : end + 1)
    .flatMap((scope) => scope.commands)
    .flatMap((command) => (command.title === undefined ? [] : [{ ...command, title: command.title }]));
}

/** Runs a command as its key would; nothing when no scope in reach has it. */
export function runCommand(command: string): void {
  [...active]
    .reverse()
    .find((scope) => scope.commands.some((each) => each.id === command))
    ?.run(command);
}

/** Lights the key cap of the button that the key stands for. The button names its command in `data-command`. */
function flash(command: string): void {
  const cap = document.querySelector(`[data-command="${CSS.escape(command)}"] .key`);
  if (cap === null) return;
  cap.classList.add("used");
  setTimeout(() => cap.classList.remove("used"), 90);
}
