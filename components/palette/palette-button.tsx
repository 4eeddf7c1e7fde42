"use client";

import { Search } from "lucide-react";
import { lazy, Suspense, useState } from "react";
import { printedLegend } from "#components/keyboard/printed-legend.ts";
import { useIsMac } from "#components/keyboard/use-is-mac.ts";
import { useKeys } from "#components/keyboard/use-keys.ts";
import type { ShellProject } from "#components/shell/shell-props.ts";
import { Icon } from "#components/ui/icon.tsx";
import { KeyCap } from "#components/ui/key-cap.tsx";

const load = () => import("./palette.tsx");
const Palette = lazy(load);
const commands = [{ id: "palette", keys: ["Mod+K"], inText: true }];

/** The way to the palette, by button and by Ctrl K or ⌘K from anywhere. It is loaded when the pointer or the focus comes near. */
export function PaletteButton({ project }: { project: ShellProject | null }) {
  const [open, setOpen] = useState(false);
  const mac = useIsMac();
  useKeys(commands, () => setOpen(true));
  return (
    <>
      <button
        type="button"
        className="button bare palette-button"
        aria-label="Find anything"
        aria-keyshortcuts="Control+K Meta+K"
        onPointerEnter={load}
        onFocus={load}
        onClick={() => setOpen(true)}
      >
        <Icon of={Search} />
        <span className="not-small palette-key" aria-hidden="true">
          <KeyCap>{printedLegend("Mod+K", null, mac)}</KeyCap>
        </span>
      </button>
      {open ? (
        <Suspense>
          <Palette project={project} onClose={() => setOpen(false)} />
        </Suspense>
      ) : null}
    </>
  );
}
