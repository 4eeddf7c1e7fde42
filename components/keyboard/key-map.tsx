"use client";
import { type KeyboardEvent, useState } from "react";
import { Button } from "#components/ui/button.tsx";
import { Dialog } from "#components/ui/dialog.tsx";
import { KeyCap } from "#components/ui/key-cap.tsx";
import { Segmented } from "#components/ui/segmented.tsx";
import { bindingOfStroke, clashOf } from "./choose-key.ts";
import { useKeyMode } from "./key-mode.ts";
import { resetOwnKeys, setOwnKey, useOwnKeys } from "./key-store.ts";
import { readKeyStroke } from "./key-stroke.ts";
import { withOwnKeys } from "./own-keys.ts";
import { printedLegend, useKeyboardLayout } from "./printed-legend.ts";
import type { Command } from "./resolve-key.ts";
import { useIsMac } from "./use-is-mac.ts";

type Titled = Command & { title: string };

/** All keys of a page with the legends of this keyboard, each to be changed; and the switch that turns single keys off. */
export default function KeyMap({
  title,
  commands,
  onClose,
}: {
  title: string;
  commands: readonly Titled[];
  onClose: () => void;
}) {
  const layout = useKeyboardLayout();
  const [mode, setMode] = useKeyMode();
  const own = useOwnKeys();
  /** The command whose new key is waited for. */
  const [asking, setAsking] = useState<string | null>(null);
  const [clash, setClash] = useState<string | null>(null);
  const mac = useIsMac();
  const shown = withOwnKeys(commands, own);

  function ask(command: string | null) {
    setAsking(command);
    setClash(null);
  }

  function onKeyDown(event: KeyboardEvent, command: Titled) {
    if (asking !== command.id || event.key === "Tab") return;
    if (["Shift", "Control", "Meta", "Alt", "AltGraph"].includes(event.key)) return;
    event.preventDefault();
    event.stopPropagation();
    if (event.key === "Escape") return ask(null);
    const key = bindingOfStroke(readKeyStroke(event.nativeEvent, false));
    const problem = key === null ? "Choose a letter, a digit or a bracket." : clashOf(key, command.id, shown);
    setClash(problem);
    if (key === null || problem !== null) return;
    const [first] = commands.find(({ id }) => id === command.id)?.keys ?? [];
    setOwnKey(command.id, key === first ? null : key);
    setAsking(null);
  }

  return (
    <Dialog onClose={onClose} title={title}>
      <dl className="mb-4 grid gap-x-8 gap-y-1 small:grid-cols-2">
        {shown.map((command) => (
          <div key={command.id} className="flex min-h-7 items-center justify-between gap-3">
            <dt>{command.title}</dt>
            <dd className="flex items-center gap-1">
              {own.has(command.id) ? (
                <Button
                  look="bare"
                  aria-label={`Reset the key of “${command.title}”`}
                  onClick={() => setOwnKey(command.id, null)}
                >
                  Reset
                </Button>
              ) : null}
              <Button
                look="bare"
                aria-label={`Change the key of “${command.title}”, now ${printedLegend(command.keys[0] ?? "", layout, mac)}`}
                aria-pressed={asking === command.id}
                onClick={() => ask(asking === command.id ? null : command.id)}
                onKeyDown={(event) => onKeyDown(event, command)}
                onBlur={() => ask(null)}
              >
                {asking === command.id
                  ? "Press a key"
                  : command.keys.map((key) => <KeyCap key={key}>{printedLegend(key, layout, mac)}</KeyCap>)}
              </Button>
            </dd>
          </div>
        ))}
      </dl>
      <p role="alert" className="mb-2 min-h-5 text-cinnabar">
        {clash}
      </p>
      <p className="mb-2 whitespace-normal text-12 text-ink-3">
        Letters and digits are read by their place on the keyboard, whatever it prints. Chords with {mac ? "⌘" : "Ctrl"}{" "}
        always work. Press a key here to change it; it holds in this browser.
      </p>
      <div className="flex flex-wrap items-center justify-between gap-3">
        <Segmented
          label="Single keys"
          value={mode}
          onChange={setMode}
          options={[
            { value: "on", label: "Single keys on" },
            { value: "with-alt", label: "With Alt" },
            { value: "off", label: "Off" },
          ]}
        />
        {own.size > 0 ? <Button onClick={resetOwnKeys}>Reset all keys</Button> : null}
      </div>
    </Dialog>
  );
}
