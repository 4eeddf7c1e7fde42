import {
  boundNames,
  type FilterState,
  filterQuery,
  noFilter,
  parseFilter,
} from "#components/conversations/filter-state.ts";
import { toStep } from "#lib/curation/map/score-code.ts";
import { oneOf } from "#lib/schema/choices.ts";

export const mapTabs = ["scores", "coverage", "neighbours", "distributions"] as const;
export type MapTab = (typeof mapTabs)[number];

/** Everything that the address of the map says. The ranges of the filter are what the brush holds. */
export interface MapState {
  readonly tab: MapTab;
  readonly filter: FilterState;
  /** Whether the points stand behind the medians. */
  readonly points: boolean;
  /** Whether the figure is a plot or a table; null leaves it to the width: on a phone the table comes first. */
  readonly as: "plot" | "table" | null;
  /** The conversation whose neighbours are shown. */
  readonly item: string | null;
}

const identifier = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/;

/** Reads an address's query. What it does not know it lets go; ranges go to their nearest steps. */
export function parseMap(query: URLSearchParams): MapState {
  const filter = parseFilter(query);
  const item = query.get("item");
  const bounds = Object.fromEntries(
    boundNames.map((name) => [name, filter[name] === null ? null : toStep(filter[name])]),
  );
  return {
    tab: oneOf(mapTabs, query.get("tab")) ?? "scores",
    filter: { ...filter, ...bounds },
    points: query.get("show") === "points",
    as: oneOf(["plot", "table"] as const, query.get("as")),
    item: item !== null && identifier.test(item) ? item : null,
  };
}

/** The query of a state, without what is as it is anyway; `parseMap` reads it back unchanged. */
export function formatMap({ tab, filter, points, as, item }: MapState): string {
  return [
    tab === "scores" ? "" : `tab=${tab}`,
    filterQuery(filter),
    points ? "show=points" : "",
    as === null ? "" : `as=${as}`,
    item === null ? "" : `item=${item}`,
  ]
    .filter((part) => part !== "")
    .join("&");
}

/** A filter without what the brush holds: what the plot is drawn of. */
export function withoutRanges(filter: FilterState): FilterState {
  return { ...filter, ...Object.fromEntries(boundNames.map((name) => [name, noFilter[name]])) };
}

/** Whether the brush holds anything less than everything. */
export function hasRange(filter: FilterState): boolean {
  return boundNames.some((name) => filter[name] !== null);
}
