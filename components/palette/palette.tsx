"use client";

import { useRouter } from "next/navigation";
import { type KeyboardEvent, useId, useLayoutEffect, useMemo, useRef, useState } from "react";
import { printedLegend, useKeyboardLayout } from "#components/keyboard/printed-legend.ts";
import { useIsMac } from "#components/keyboard/use-is-mac.ts";
import { commandsInReach, runCommand } from "#components/keyboard/use-keys.ts";
import type { ShellProject } from "#components/shell/shell-props.ts";
import { setDensity, setHiddenCharacters, setTheme } from "#components/shell/use-look.ts";
import { userMenuId } from "#components/shell/user-menu-id.ts";
import { announce } from "#components/ui/announce.ts";
import { KeyCap } from "#components/ui/key-cap.tsx";
import { askCommands } from "./ask-commands.ts";
import "./palette.css";
import type { PaletteCommand } from "./palette-command.ts";
import { rankCommands } from "./rank-commands.ts";
import { noteRecent, readRecent } from "./recent-commands.ts";
import { studioCommands } from "./studio-commands.ts";
import { useCultureCommands } from "./use-culture-commands.ts";

const shown = 12;

/** The palette: pages, filters, the commands of the page in hand, conversations by their id, each with its key. */
export default function Palette({ project, onClose }: { project: ShellProject | null; onClose: () => void }) {
  const router = useRouter();
  const dialog = useRef<HTMLDialogElement>(null);
  const [query, setQuery] = useState("");
  const [at, setAt] = useState(0);
  const id = useId();
  const layout = useKeyboardLayout();
  const mac = useIsMac();
  const [here] = useState(commandsInReach);
  const recent = useMemo(() => readRecent(localStorage), []);
  const cultures = useCultureCommands(project, (address) => router.push(address));

  // Before the frame is painted, or it would be seen one frame later.
  useLayoutEffect(() => dialog.current?.showModal(), []);

  const commands = useMemo((): PaletteCommand[] => {
    const go = (address: string) =>
      address.startsWith("/api/") ? window.location.assign(address) : router.push(address);
    const studio = studioCommands(project, {
      go,
      setTheme,
      setDensity,
      setHiddenCharacters,
      showKeys: () => runCommand("help"),
      signOut: () => document.getElementById(userMenuId)?.showPopover(),
      copyAddress: () =>
        void navigator.clipboard.writeText(window.location.href).then(
          () => announce("Link copied."),
          () => announce("The browser did not allow copying. Copy the address from its bar."),
        ),
    });
    const own = here
      .filter(({ id: command }) => command !== "help" && command !== "palette")
      .map(({ id: command, title, keys }): PaletteCommand => {
        const [key] = keys;
        return {
          id: command,
          title,
          ...(key === undefined ? {} : { key }),
          group: "here",
          run: () => runCommand(command),
        };
      });
    return [...own, ...studio];
  }, [project, router, here]);

  const found = useMemo(
    () => [
      ...rankCommands([...commands, ...cultures], query, recent).slice(0, shown),
      ...askCommands(project, query, (address) => router.push(address)),
    ],
    [commands, cultures, query, recent, project, router],
  );
  const current = Math.min(at, Math.max(0, found.length - 1));

  function run(command: PaletteCommand) {
    noteRecent(localStorage, command.id);
    // Closed first: a command of the page is not heard beneath an open dialog.
    dialog.current?.close();
    command.run();
  }

  function onKeyDown(event: KeyboardEvent) {
    if (event.nativeEvent.isComposing || event.keyCode === 229) return;
    const steps: Partial<Record<string, number>> = { ArrowDown: 1, ArrowUp: -1, PageDown: 6, PageUp: -6 };
    const step = steps[event.key];
    if (step !== undefined && found.length > 0) {
      event.preventDefault();
      setAt((current + step + found.length * 6) % found.length);
    }
    const command = found[current];
    if (event.key === "Enter" && command !== undefined) {
      event.preventDefault();
      run(command);
    }
  }

  return (
    <dialog ref={dialog} className="dialog palette" aria-label="Find anything" onClose={onClose}>
      <input
        type="text"
        role="combobox"
        className="control"
        placeholder={project === null ? "Go to, or do" : "Go to, do, or find a conversation by its id"}
        aria-label="Go to, do, or find"
        aria-expanded="true"
        aria-controls={`${id}-list`}
        aria-activedescendant={found.length === 0 ? undefined : `${id}-${current}`}
        autoComplete="off"
        spellCheck={false}
        dir="auto"
        value={query}
        onChange={(event) => {
          setQuery(event.currentTarget.value);
          setAt(0);
        }}
        onKeyDown={onKeyDown}
      />
      <div role="listbox" id={`${id}-list`} aria-label="What was found" className="palette-list">
        {found.map((command, index) => (
          // biome-ignore lint/a11y/useKeyWithClickEvents: the keys are read by the combobox, which names this option
          <div
            key={command.id}
            id={`${id}-${index}`}
            role="option"
            tabIndex={-1}
            aria-selected={index === current}
            className="palette-row"
            ref={index === current ? (row) => row?.scrollIntoView({ block: "nearest" }) : undefined}
            onPointerMove={() => setAt(index)}
            onClick={() => run(command)}
          >
            <span className="palette-title">
              <bdi>{command.title}</bdi>
              {command.detail === undefined ? null : <bdi className="palette-detail">{command.detail}</bdi>}
            </span>
            {command.key === undefined ? null : <KeyCap>{printedLegend(command.key, layout, mac)}</KeyCap>}
          </div>
        ))}
      </div>
      <p role="status" className="palette-none">
        {found.length === 0 ? "Nothing by that name. Try another word." : ""}
      </p>
    </dialog>
  );
}
