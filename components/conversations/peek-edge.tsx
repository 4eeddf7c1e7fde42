"use client";
import { type KeyboardEvent, type PointerEvent, useEffect, useRef, useState } from "react";

const stored = "tessera.peek-width";
const usual = 472;
const narrowest = 420;
const widest = 900;

/** The width of the panel in pixels, remembered in this browser. */
export function usePeekWidth(): [number, (width: number) => void] {
  const [width, setWidth] = useState(usual);
  useEffect(() => {
    const kept = Number(localStorage.getItem(stored));
    if (kept >= narrowest && kept <= widest) setWidth(kept);
  }, []);
  return [
    width,
    (next) => {
      const held = Math.round(Math.min(widest, Math.max(narrowest, next)));
      setWidth(held);
      localStorage.setItem(stored, String(held));
    },
  ];
}

/** The edge of the panel: dragged, or moved by arrow keys, it makes the panel wider or narrower. */
export function PeekEdge({ width, onWidth }: { width: number; onWidth: (width: number) => void }) {
  const from = useRef<{ x: number; width: number } | null>(null);
  const outward = () => (getComputedStyle(document.documentElement).direction === "rtl" ? -1 : 1);

  function onPointerDown(event: PointerEvent<HTMLHRElement>) {
    event.currentTarget.setPointerCapture(event.pointerId);
    from.current = { x: event.clientX, width };
  }
  function onPointerMove(event: PointerEvent) {
    if (from.current !== null) onWidth(from.current.width + (from.current.x - event.clientX) * outward());
  }
  function onKeyDown(event: KeyboardEvent) {
    const step = { ArrowLeft: 24, ArrowRight: -24 }[event.key];
    if (step === undefined) return;
    event.preventDefault();
    event.stopPropagation();
    onWidth(width + step * outward());
  }
  return (
    <hr
      className="peek-edge"
      aria-orientation="vertical"
      aria-label="Width of the panel"
      aria-valuenow={width}
      aria-valuemin={narrowest}
      aria-valuemax={widest}
      tabIndex={0}
      onPointerDown={onPointerDown}
      onPointerMove={onPointerMove}
      onPointerUp={() => {
        from.current = null;
      }}
      onKeyDown={onKeyDown}
    />
  );
}
