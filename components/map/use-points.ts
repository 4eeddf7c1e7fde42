"use client";
import { useEffect, useState } from "react";
import { request } from "#components/api-client.ts";
import { type MapPoints, readPoints } from "#lib/curation/map/pack-points.ts";
import type { MapPointsView } from "#lib/schema/map.ts";

/** The points of a project under a filter, once they are here. */
export interface PointsAnswer extends Omit<MapPointsView, "points"> {
  /** Null where there are too many for one answer. */
  points: MapPoints | null;
}

/** Reads the points of an address of the API. Those of the last address stay until the new ones are here. */
export function usePoints(path: string): { answer: PointsAnswer | null; trouble: string | null } {
  const [held, setHeld] = useState<{ answer: PointsAnswer | null; trouble: string | null }>({
    answer: null,
    trouble: null,
  });
  useEffect(() => {
    const gone = new AbortController();
    request<MapPointsView>("GET", path, { signal: gone.signal }).then(
      ({ points, ...rest }) =>
        setHeld({ answer: { ...rest, points: points === null ? null : readPoints(bytesOf(points)) }, trouble: null }),
      (error: unknown) => {
        if (!gone.signal.aborted)
          setHeld({ answer: null, trouble: error instanceof Error ? error.message : String(error) });
      },
    );
    return () => gone.abort();
  }, [path]);
  return held;
}

function bytesOf(base64: string): Uint8Array<ArrayBuffer> {
  const letters = atob(base64);
  const bytes = new Uint8Array(letters.length);
  for (let at = 0; at < letters.length; at++) bytes[at] = letters.charCodeAt(at);
  return bytes;
}
