"use client";
import { useCallback, useEffect, useState } from "react";
import { type BrowseState, formatBrowse, parseBrowse } from "./browse-state.ts";

/** As many characters as an address may have before it stands for a saved view instead. */
export const longestAddress = 2000;

export interface Address {
  readonly state: BrowseState;
  /** The saved view that the address names, while the state is still the view's own. */
  readonly view: string | null;
}

/** Whether a change is a step to come back from, or goes on from the last step. */
export type Step = "push" | "replace";

/**
 * The state of the page, which is what the address says. Changes show at once and go into the address without asking the
 * server for the page; Back and Forward bring earlier states. A view's own query comes from the server, once.
 */
export function useBrowseState(query: string, view: string | null) {
  const [address, setAddress] = useState<Address>(() => ({ state: parseBrowse(query), view }));

  useEffect(() => {
    const read = () => {
      const parts = new URLSearchParams(window.location.search);
      const named = parts.get("view");
      const state = parseBrowse(window.location.search);
      setAddress((held) => {
        if (named !== null && named === view) return { state: { ...parseBrowse(query), peek: state.peek }, view };
        return formatBrowse(held.state) === formatBrowse(state) && held.view === named ? held : { state, view: named };
      });
    };
    // Coming back to the page finds it as the server first drew it, under an address that has gone on since.
    read();
    window.addEventListener("popstate", read);
    return () => window.removeEventListener("popstate", read);
  }, [query, view]);

  const change = useCallback((next: Address, step: Step) => {
    setAddress(next);
    writeAddress(next, step);
  }, []);

  return { address, change };
}

function writeAddress({ state, view }: Address, step: Step): void {
  const peek = state.peek === null ? "" : `&peek=${state.peek}`;
  const query = view === null ? formatBrowse(state) : `view=${view}${peek}`;
  // Longer ones would be cut on their way; the page saves a view for them, and until then the address stays.
  if (query.length > longestAddress) return;
  const address = `${window.location.pathname}${query === "" ? "" : `?${query}`}`;
  if (step === "push") window.history.pushState(null, "", address);
  else window.history.replaceState(null, "", address);
}
