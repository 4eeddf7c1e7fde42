"use client";

import { type ReactNode, useEffect, useState } from "react";
import { createPortal } from "react-dom";

/** The place in the bar, before theme and help, that a page may fill. */
export const barSlotId = "bar-slot";

/** Puts `children` into the bar while the page is shown: the outbox badge, a search box. */
export function BarSlot({ children }: { children: ReactNode }) {
  const [slot, setSlot] = useState<HTMLElement | null>(null);
  useEffect(() => setSlot(document.getElementById(barSlotId)), []);
  return slot === null ? null : createPortal(children, slot);
}
