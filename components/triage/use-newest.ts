"use client";
import { useCallback, useRef, useState } from "react";

interface Newest<State> {
  /** As it is drawn. */
  state: State;
  /** As it stands, also while it is not drawn yet. */
  read: () => State;
  /** Changes it as it stands, and returns what it is then. */
  change: (by: (now: State) => State) => State;
}

/**
 * State that answers and keys both change. What an answer brings is drawn a moment after it came; a key pressed within that
 * moment builds on it all the same, so neither overwrites the other.
 */
export function useNewest<State>(begin: () => State): Newest<State> {
  const [state, setState] = useState(begin);
  const newest = useRef(state);
  const read = useCallback(() => newest.current, []);
  const change = useCallback((by: (now: State) => State) => {
    newest.current = by(newest.current);
    setState(newest.current);
    return newest.current;
  }, []);
  return { state, read, change };
}
