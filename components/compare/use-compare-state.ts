"use client";
import { useCallback, useEffect, useState } from "react";
import { type CompareState, formatCompare, parseCompare } from "./compare-state.ts";

/**
 * The state of the page, which is what the address says: it changes at once, and Back and Forward bring earlier states.
 * @param tellsCultures whether the address may name cultures; in a blind project it would tell them
 */
export function useCompareState(query: string, tellsCultures: boolean) {
  const [state, setState] = useState(() => parseCompare(query));
  useEffect(() => {
    const read = () => {
      const said = parseCompare(window.location.search);
      setState((now) => (formatCompare(now) === formatCompare(said) ? now : said));
    };
    window.addEventListener("popstate", read);
    return () => window.removeEventListener("popstate", read);
  }, []);

  const change = useCallback(
    (next: CompareState, step: "push" | "replace") => {
      setState(next);
      const said = formatCompare(tellsCultures ? next : { ...next, cultures: [], answers: {} });
      const address = `${window.location.pathname}${said === "" ? "" : `?${said}`}`;
      if (step === "push") window.history.pushState(null, "", address);
      else window.history.replaceState(null, "", address);
    },
    [tellsCultures],
  );
  return [state, change] as const;
}
