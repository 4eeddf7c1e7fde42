import { type FilterState, filterQuery, noFilter, parseFilter } from "#components/conversations/filter-state.ts";
import type { LeakKind } from "#lib/schema/leak.ts";
import { nearCopy as usualCopy } from "#lib/scoring/near-copy.ts";

/** What the address of the page says. */
export interface LeakState {
  kind: LeakKind;
  culture: string | null;
  topic: string | null;
  /** `-rejected` leaves those out. */
  status: string;
  /** Leaks: in at least so many other cultures. */
  least: number;
  /** Copies: at least so alike. */
  from: number;
}

export const usualLeaks: LeakState = {
  kind: "leaks",
  culture: null,
  topic: null,
  status: "-rejected",
  least: 1,
  from: usualCopy,
};

/** Reads an address. What the API would refuse is let go. */
export function parseLeaks(query: URLSearchParams): LeakState {
  const { culture, topic, status, sameIn, nearCopy } = parseFilter(query);
  return {
    kind: query.get("kind") === "copies" ? "copies" : "leaks",
    culture: culture[0] ?? null,
    topic: topic[0] ?? null,
    status: query.get("status") === "all" ? "all" : (status[0] ?? usualLeaks.status),
    least: sameIn ?? usualLeaks.least,
    from: nearCopy ?? usualLeaks.from,
  };
}

/** The address of a state: only what is not as usual. */
export function leaksQuery(state: LeakState): string {
  const { kind, culture, topic, status, least, from } = state;
  const parts = {
    kind: kind === usualLeaks.kind ? null : kind,
    culture,
    topic,
    status: status === usualLeaks.status ? null : status,
    sameIn: kind === "copies" || least === usualLeaks.least ? null : String(least),
    nearCopy: kind === "leaks" || from === usualLeaks.from ? null : String(from),
  };
  const query = new URLSearchParams();
  for (const [name, value] of Object.entries(parts)) if (value !== null) query.set(name, value);
  return query.toString();
}

/** What the list is asked for. */
export function leaksSearch({ kind, culture, topic, status, least, from }: LeakState): Record<string, string> {
  return {
    kind,
    ...(culture === null ? {} : { culture }),
    ...(topic === null ? {} : { topic }),
    ...(status === "all" ? {} : { status }),
    ...(kind === "leaks" ? { least: String(least) } : { from: String(from) }),
  };
}

/** The conversations of the list as Browse and an act on all of them know them: of copies, those that can be spared. */
export function leaksFilter({ kind, culture, topic, status, least, from }: LeakState): FilterState {
  return {
    ...noFilter,
    culture: culture === null ? [] : [culture],
    topic: topic === null ? [] : [topic],
    status: status === "all" ? [] : [status],
    ...(kind === "leaks" ? { sameIn: least } : { spareCopy: from }),
  };
}

/** The same in the address of Browse; of copies all, the one to keep among them. */
export function leaksInBrowse(state: LeakState): string {
  const filter = leaksFilter(state);
  return filterQuery(state.kind === "leaks" ? filter : { ...filter, spareCopy: null, nearCopy: state.from });
}
