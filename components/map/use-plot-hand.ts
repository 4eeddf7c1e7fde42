"use client";
import { type KeyboardEvent, type PointerEvent, useCallback, useRef, useState } from "react";
import { type Direction, nearestPoint, pointInDirection } from "#lib/curation/map/nearest-point.ts";
import type { MapPoints } from "#lib/curation/map/pack-points.ts";
import { scoreOfCode, toStep } from "#lib/curation/map/score-code.ts";
import type { PlotGeometry } from "./plot-geometry.ts";

/** What a brush holds of both scores. */
export interface Brush {
  r: { from: number; to: number };
  d: { from: number; to: number };
}

interface Place {
  x: number;
  y: number;
}

const directions: Readonly<Record<string, Direction>> = {
  ArrowLeft: "left",
  ArrowRight: "right",
  ArrowUp: "up",
  ArrowDown: "down",
};
/** How near the pointer must come to a point, and how far it may leave before the point is let go, in px. */
const [reach, letGo] = [14, 40];
/** So many px make a press a drag. */
const dragFrom = 5;

/**
 * Pointer and keys over the plot: the point in hand, and the brush while it is drawn. A drag draws the brush; a press takes the
 * point under it; arrows go to the nearest point in their direction; Escape lets go of the point, then of the brush.
 */
export function usePlotHand({
  points,
  geometry,
  onBrush,
  onTake,
}: {
  points: MapPoints | null;
  geometry: PlotGeometry;
  onBrush: (brush: Brush | null) => void;
  /** A point was taken by key or press. */
  onTake: (point: number) => void;
}) {
  const [held, setHeld] = useState<{ of: MapPoints | null; point: number; taken: boolean } | null>(null);
  const [drag, setDrag] = useState<{ from: Place; to: Place } | null>(null);
  const start = useRef<Place | null>(null);
  // Points of another filter have other places.
  const point = held !== null && held.of === points ? held.point : null;

  const take = useCallback(
    (next: number, taken: boolean) => setHeld(next < 0 ? null : { of: points, point: next, taken }),
    [points],
  );
  const placeOf = (event: PointerEvent<HTMLElement>): Place => {
    const box = event.currentTarget.getBoundingClientRect();
    return { x: event.clientX - box.left, y: event.clientY - box.top };
  };
  const pointAt = ({ x, y }: Place): number => {
    if (points === null) return -1;
    const { r, d } = geometry.scoresAt(x, y);
    return nearestPoint(points, r, d, geometry.plot, reach);
  };

  return {
    point,
    drag: drag === null ? null : brushOf(geometry, drag.from, drag.to),
    let: useCallback(() => setHeld(null), []),
    onPointerDown(event: PointerEvent<HTMLElement>) {
      if (event.button !== 0) return;
      start.current = placeOf(event);
      event.currentTarget.setPointerCapture(event.pointerId);
    },
    onPointerMove(event: PointerEvent<HTMLElement>) {
      const place = placeOf(event);
      const from = start.current;
      if (from !== null) {
        const far = Math.abs(place.x - from.x) + Math.abs(place.y - from.y) >= dragFrom;
        if (far || drag !== null) {
          setHeld(null);
          setDrag({ from, to: place });
        }
        return;
      }
      const near = pointAt(place);
      if (near !== -1) {
        if (near !== point) take(near, false);
      } else if (held !== null && !held.taken && point !== null && points !== null) {
        const away = Math.hypot(
          geometry.x(scoreOfCode(points.representativeness[point] ?? 0)) - place.x,
          geometry.y(scoreOfCode(points.distinctiveness[point] ?? 0)) - place.y,
        );
        if (away > letGo) setHeld(null);
      }
    },
    onPointerUp(event: PointerEvent<HTMLElement>) {
      const from = start.current;
      start.current = null;
      if (from === null) return;
      const to = placeOf(event);
      if (drag !== null) {
        setDrag(null);
        onBrush(brushOf(geometry, from, to));
        return;
      }
      const near = pointAt(to);
      take(near, true);
      if (near !== -1) onTake(near);
    },
    onPointerCancel() {
      start.current = null;
      setDrag(null);
    },
    onKeyDown(event: KeyboardEvent<HTMLElement>) {
      if (event.altKey || event.ctrlKey || event.metaKey || event.shiftKey) return;
      if (event.key === "Escape") {
        if (point === null) onBrush(null);
        setHeld(null);
        return;
      }
      const direction = directions[event.key];
      if (points === null || (direction === undefined && event.key !== "Home" && event.key !== "End")) return;
      event.preventDefault();
      event.stopPropagation();
      const nearestTo = (r: number, d: number) => nearestPoint(points, r, d, geometry.plot, Number.POSITIVE_INFINITY);
      const next =
        direction !== undefined && point !== null
          ? pointInDirection(points, point, direction, geometry.plot)
          : event.key === "Home"
            ? nearestTo(0, 0)
            : event.key === "End"
              ? nearestTo(1, 1)
              : nearestTo(0.5, 0.5);
      if (next === -1) return;
      take(next, true);
      onTake(next);
    },
  };
}

function brushOf(geometry: PlotGeometry, from: Place, to: Place): Brush {
  const [one, other] = [geometry.scoresAt(from.x, from.y), geometry.scoresAt(to.x, to.y)];
  return {
    r: { from: toStep(Math.min(one.r, other.r)), to: toStep(Math.max(one.r, other.r)) },
    d: { from: toStep(Math.min(one.d, other.d)), to: toStep(Math.max(one.d, other.d)) },
  };
}
