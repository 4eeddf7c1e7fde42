"use client";
import { Dialog } from "#components/ui/dialog.tsx";
import { KeyCap } from "#components/ui/key-cap.tsx";
import { Segmented } from "#components/ui/segmented.tsx";
import { useKeyMode } from "./key-mode.ts";
import { printedLegend, useKeyboardLayout } from "./printed-legend.ts";
import type { Command } from "./resolve-key.ts";

/** All keys of a page with the legends of this keyboard, and the switch that turns single keys off. */
export default function KeyMap({
  title,
  commands,
  onClose,
}: {
  title: string;
  commands: readonly (Command & { title: string })[];
  onClose: () => void;
}) {
  const layout = useKeyboardLayout();
  const [mode, setMode] = useKeyMode();
  const mac = /Mac|iPhone|iPad/.test(navigator.userAgent);
  return (
    <Dialog open onClose={onClose} title={title}>
      <dl className="mb-5 grid gap-x-8 gap-y-2 small:grid-cols-2">
        {commands.map((command) => (
          <div key={command.id} className="flex items-center justify-between gap-3">
            <dt>{command.title}</dt>
            <dd className="flex items-center gap-1">
              {command.keys.map((key) => (
                <KeyCap key={key}>{printedLegend(key, layout, mac)}</KeyCap>
              ))}
            </dd>
          </div>
        ))}
      </dl>
      <p className="mb-2 whitespace-normal text-12 text-ink-3">
        Letters and digits are read by their place on the keyboard, whatever it prints. Chords with {mac ? "⌘" : "Ctrl"}{" "}
        always work.
      </p>
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
    </Dialog>
  );
}
