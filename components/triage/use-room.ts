"use client";
import { type RefObject, useEffect, useState } from "react";

const narrowest = 480;
/** As triage.css has it: the pane beside the sides, and below which width it lies under them. */
const whyWidth = 352;
const whyBeside = "(min-width: 1181px)";

/** How many sides of at least 480 px fit into the desk: 1, 2 or 3. */
export function useRoom(desk: RefObject<HTMLElement | null>): number {
  const [room, setRoom] = useState(2);
  useEffect(() => {
    if (desk.current === null) return;
    const observer = new ResizeObserver(([entry]) => {
      const width = (entry?.contentRect.width ?? 0) - (matchMedia(whyBeside).matches ? whyWidth : 0);
      setRoom(Math.min(3, Math.max(1, Math.floor((width + 1) / narrowest))));
    });
    observer.observe(desk.current);
    return () => observer.disconnect();
  }, [desk]);
  return room;
}
