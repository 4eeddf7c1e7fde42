"use client";
import { useCallback, useEffect, useRef, useState } from "react";
import { type BrowseState, formatBrowse, noView, parseBrowse } from "./browse-state.ts";

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
 * server for the page; Back and Forward bring earlier states. What a saved view holds comes from the server, or is told
 * with `knowView`.
 *
 * @param hasUsualView an address that says nothing opens a view, so that the whole project has to be said
 */
export function useBrowseState(query: string, view: string | null, hasUsualView: boolean) {
  const [address, setAddress] = useState<Address>(() => ({ state: parseBrowse(query), view }));
  const views = useRef(new Map<string, string>());
  if (view !== null && !views.current.has(view)) views.current.set(view, query);

  useEffect(() => {
    const read = () => {
      const named = new URLSearchParams(window.location.search).get("view");
      const held = named === null ? undefined : views.current.get(named);
      const said = parseBrowse(window.location.search);
      const state = held === undefined ? said : { ...parseBrowse(held), peek: said.peek };
      const next = { state, view: held === undefined ? null : named };
      setAddress((now) => (sameAddress(now, next) ? now : next));
    };
    // Coming back to the page finds it as the server first drew it, under an address that has gone on since.
    read();
    window.addEventListener("popstate", read);
    return () => window.removeEventListener("popstate", read);
  }, []);

  const change = useCallback(
    (next: Address, step: Step) => {
      setAddress(next);
      writeAddress(next, step, hasUsualView);
    },
    [hasUsualView],
  );
  const knowView = useCallback((id: string, held: string) => {
    views.current.set(id, held);
  }, []);

  return { address, change, knowView };
}

function sameAddress(one: Address, other: Address): boolean {
  return one.view === other.view && formatBrowse(one.state) === formatBrowse(other.state);
}

/** The query string for an address: the view's id, or all of the state. */
function addressQuery({ state, view }: Address): string {
  if (view === null) return formatBrowse(state);
  return state.peek === null ? `view=${view}` : `view=${view}&peek=${state.peek}`;
}

function writeAddress(next: Address, step: Step, hasUsualView: boolean): void {
  const query = addressQuery(next) || (hasUsualView ? `view=${noView}` : "");
  // Longer ones would be cut on their way; the page keeps a view for them, and until then the address stays.
  if (query.length > longestAddress) return;
  const address = `${window.location.pathname}${query === "" ? "" : `?${query}`}`;
  if (step === "push") window.history.pushState(null, "", address);
  else window.history.replaceState(null, "", address);
}
