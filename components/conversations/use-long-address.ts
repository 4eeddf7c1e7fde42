"use client";
import { useEffect, useRef } from "react";
import { request } from "#components/api-client.ts";
import type { SavedView } from "#lib/schema/saved-view.ts";
import { formatBrowse } from "./browse-state.ts";
import { type Address, longestAddress, type Step } from "./use-browse-state.ts";

const restMilliseconds = 600;

/**
 * A state too long for an address is kept as a view of one's own, which the address then names. Further changes go into
 * the same view. Curators share it, so that the address says the same to others.
 */
export function useLongAddress(
  base: string,
  address: Address,
  share: boolean,
  change: (next: Address, step: Step) => void,
  knowView: (id: string, query: string) => void,
): void {
  const kept = useRef<SavedView | null>(null);
  const query = formatBrowse({ ...address.state, peek: null });
  const tooLong = address.view === null && query.length > longestAddress;
  useEffect(() => {
    if (!tooLong) return;
    const timer = setTimeout(async () => {
      const held = kept.current;
      const view =
        held === null
          ? await request<SavedView>("POST", `${base}/views`, {
              body: { name: `Long address of ${new Date().toISOString().slice(0, 19)}`, query, shared: share },
            })
          : await request<SavedView>("PATCH", `${base}/views/${held.id}`, {
              body: { expectedVersion: held.version, query },
            });
      kept.current = view;
      knowView(view.id, query);
      change({ state: address.state, view: view.id }, held === null ? "push" : "replace");
    }, restMilliseconds);
    return () => clearTimeout(timer);
  }, [address.state, base, change, knowView, query, share, tooLong]);
}
