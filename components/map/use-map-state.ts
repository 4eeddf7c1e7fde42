"use client";
import { usePathname, useRouter, useSearchParams } from "next/navigation";
import { useCallback, useMemo } from "react";
import { filterQuery } from "#components/conversations/filter-state.ts";
import { formatMap, type MapState, parseMap, withoutRanges } from "./map-state.ts";

/**
 * The state of the map, which is what the address says. A change of what the figures are drawn of asks the server for them; all
 * else shows at once. Each is a step to come back from.
 */
export function useMapState(): { state: MapState; change: (part: Partial<MapState>) => void } {
  const query = useSearchParams();
  const pathname = usePathname();
  const router = useRouter();
  const state = useMemo(() => parseMap(new URLSearchParams(query)), [query]);
  const change = useCallback(
    (part: Partial<MapState>) => {
      const next = { ...state, ...part };
      const said = formatMap(next);
      if (said === formatMap(state)) return;
      const address = said === "" ? pathname : `${pathname}?${said}`;
      if (drawnOf(next) === drawnOf(state)) window.history.pushState(null, "", address);
      else router.push(address, { scroll: false });
    },
    [state, pathname, router],
  );
  return { state, change };
}

function drawnOf({ tab, filter, item }: MapState): string {
  return [tab, filterQuery(withoutRanges(filter)), item].join(" ");
}
