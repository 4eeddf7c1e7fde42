"use client";

import { Search } from "lucide-react";
import { lazy, Suspense, useEffect, useState } from "react";
import { printedLegend } from "#components/keyboard/printed-legend.ts";
import { useIsMac } from "#components/keyboard/use-is-mac.ts";
import { useKeys } from "#components/keyboard/use-keys.ts";
import type { ShellProject } from "#components/shell/shell-props.ts";
import { Icon } from "#components/ui/icon.tsx";
import { KeyCap } from "#components/ui/key-cap.tsx";

/** When the page has come to rest, in milliseconds. */
const restsAfter = 3000;

const load = () => import("./palette.tsx");
const Palette = lazy(load);
const commands = [{ id: "palette", keys: ["Mod+K"], inText: true }];

/** The way to the palette, by button and by Ctrl K or ⌘K from anywhere. It is loaded when the pointer or the focus comes near, or when the page has come to rest. */
export function PaletteButton({ project }: { project: ShellProject | null }) {
  const [open, setOpen] = useState(false);
  const mac = useIsMac();
  useKeys(commands, () => setOpen(true));
  useEffect(() => {
    const timer = setTimeout(() => load().catch(() => undefined), restsAfter);
    return () => clearTimeout(timer);
  }, []);
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
