"use client";
import { useMemo } from "react";
import { useAnswer } from "#components/use-answer.ts";
import { type MapPoints, readPoints } from "#lib/curation/map/pack-points.ts";
import type { MapPointsView } from "#lib/schema/map.ts";

/** The points of a project under a filter, once they are here. */
export interface PointsAnswer extends Omit<MapPointsView, "points"> {
  /** Null where there are too many for one answer. */
  points: MapPoints | null;
}

/** Reads the points of an address of the API. Those of the last address stay until the new ones are here. */
export function usePoints(path: string): { answer: PointsAnswer | null; trouble: string | null } {
  const { answer: view, trouble } = useAnswer<MapPointsView>(path);
  const answer = useMemo(
    () => (view === null ? null : { ...view, points: view.points === null ? null : readPoints(bytesOf(view.points)) }),
    [view],
  );
  return { answer, trouble };
}

function bytesOf(base64: string): Uint8Array<ArrayBuffer> {
  const letters = atob(base64);
  const bytes = new Uint8Array(letters.length);
  for (let at = 0; at < letters.length; at++) bytes[at] = letters.charCodeAt(at);
  return bytes;
}
