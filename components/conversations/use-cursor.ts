"use client";
import { useCallback, useEffect, useRef, useState } from "react";
import { keepPlace, type Place } from "./list-memory.ts";

const restMilliseconds = 200;

/** Where one stands in the list: the row the keys act on, and how far it is scrolled. Kept for the way back. */
export function useCursor(key: string, keep: (place: Place) => void, first: number) {
  const [cursor, setCursor] = useState(first);
  const [start, setStart] = useState({ scrollTop: 0, count: 0 });
  const now = useRef<Place>({ cursor: first, scrollTop: 0 });
  const timer = useRef<ReturnType<typeof setTimeout>>(undefined);

  const note = useCallback(
    (part: Partial<Place>) => {
      now.current = { ...now.current, ...part };
      clearTimeout(timer.current);
      timer.current = setTimeout(() => {
        keepPlace(key, now.current);
        keep(now.current);
      }, restMilliseconds);
    },
    [key, keep],
  );
  useEffect(
    () => () => {
      clearTimeout(timer.current);
      keepPlace(key, now.current);
      keep(now.current);
    },
    [key, keep],
  );

  const moveTo = useCallback(
    (place: number) => {
      setCursor(place);
      note({ cursor: place });
    },
    [note],
  );
  /** Another list begins here. */
  const startAt = useCallback((place: Place) => {
    now.current = place;
    setCursor(place.cursor);
    setStart(({ count }) => ({ scrollTop: place.scrollTop, count: count + 1 }));
  }, []);
  const noteScroll = useCallback((scrollTop: number) => note({ scrollTop }), [note]);
  return { cursor, start, moveTo, startAt, noteScroll };
}
