import { useCallback, useLayoutEffect, useRef } from "react";

/** A call that is the same at every rendering and always does what the newest rendering says; for parts that are memoised. */
export function useStable<Args extends readonly unknown[]>(call: (...args: Args) => void): (...args: Args) => void {
  const newest = useRef(call);
  useLayoutEffect(() => {
    newest.current = call;
  });
  return useCallback((...args: Args) => newest.current(...args), []);
}
