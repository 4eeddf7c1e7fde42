"use client";
import { type RefCallback, useCallback, useState } from "react";
import type { PlotSize } from "#lib/curation/map/nearest-point.ts";

/** The size of an element as it is laid out. @param atFirst what the server draws with */
export function useBox(atFirst: PlotSize): [RefCallback<HTMLElement>, PlotSize] {
  const [box, setBox] = useState(atFirst);
  const ref = useCallback((element: HTMLElement | null) => {
    if (element === null) return;
    const observer = new ResizeObserver(() => {
      const { clientWidth: width, clientHeight: height } = element;
      if (width > 0 && height > 0)
        setBox((before) => (before.width === width && before.height === height ? before : { width, height }));
    });
    observer.observe(element);
    return () => observer.disconnect();
  }, []);
  return [ref, box];
}
