"use client";
import { lazy, Suspense, useState } from "react";
import { Button } from "#components/ui/button.tsx";
import { KeyCap } from "#components/ui/key-cap.tsx";
import type { Command } from "./resolve-key.ts";
import { useKeys } from "./use-keys.ts";

const KeyMap = lazy(() => import("./key-map.tsx"));
const help = { id: "help", title: "These keys", keys: ["?"] };
const helpCommands = [help];

/** The way to the key map, by button and by `?`. The map itself is loaded when it is first opened. */
export function KeyMapButton({
  title,
  commands,
}: {
  title: string;
  commands: readonly (Command & { title: string })[];
}) {
  const [open, setOpen] = useState(false);
  useKeys(helpCommands, () => setOpen(true));
  return (
    <>
      <Button
        look="bare"
        square
        className="not-small"
        aria-label="Keys"
        aria-keyshortcuts="?"
        onClick={() => setOpen(true)}
      >
        <KeyCap>?</KeyCap>
      </Button>
      {open ? (
        <Suspense>
          <KeyMap title={title} commands={[...commands, help]} onClose={() => setOpen(false)} />
        </Suspense>
      ) : null}
    </>
  );
}
