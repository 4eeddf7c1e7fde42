"use client";

import { type ReactNode, useId, useState } from "react";
import { classNames } from "./class-names.ts";

/**
 * A remark that shows while its control is hovered or focused; Escape hides it, and the pointer may rest on it. Never the
 * only place of a fact. `children` gets the id to point at with `aria-describedby`.
 */
export function Tooltip({
  text,
  side = "below",
  children,
}: {
  text: ReactNode;
  side?: "below" | "end";
  children: (describedBy: string) => ReactNode;
}) {
  const [shown, setShown] = useState(false);
  const id = useId();
  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: it only listens for what its control does
    <span
      className="relative inline-flex"
      onPointerEnter={() => setShown(true)}
      onPointerLeave={() => setShown(false)}
      onFocus={() => setShown(true)}
      onBlur={() => setShown(false)}
      onKeyDown={(event) => {
        if (event.key === "Escape") setShown(false);
      }}
    >
      {children(id)}
      <span
        id={id}
        role="tooltip"
        dir="auto"
        hidden={!shown}
        className={classNames("tooltip", side === "below" ? "start-0 top-full" : "start-full top-0")}
      >
        {text}
      </span>
    </span>
  );
}
