"use client";

import { type ReactNode, Suspense, useState } from "react";
import { classNames } from "#components/ui/class-names.ts";
import { leavePopover } from "./leave-popover.ts";

/** A menu of the bar. What is in it is drawn when it first opens, so that it can be loaded then. */
export function LazyMenu({
  id,
  label,
  className,
  children,
}: {
  id: string;
  label: string;
  className?: string;
  children: ReactNode;
}) {
  const [opened, setOpened] = useState(false);
  return (
    <section
      id={id}
      popover="auto"
      className={classNames("menu", className)}
      aria-label={label}
      onBlur={leavePopover}
      onBeforeToggle={(event) => {
        if (event.newState === "open") setOpened(true);
      }}
    >
      {opened ? <Suspense>{children}</Suspense> : null}
    </section>
  );
}
