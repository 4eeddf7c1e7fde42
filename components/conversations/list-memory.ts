import type { Facets } from "#lib/schema/conversation-view.ts";
import type { RowList } from "./row-list.ts";

/** A list as it was left: its rows, its counts, and where one stood in it. */
export interface KeptList {
  list: RowList;
  facets: Facets;
  since: string;
  cursor: number;
  scrollTop: number;
}

const most = 12;
const kept = new Map<string, KeptList>();

/** Lists of this tab by project and query, so that Back shows at once what was there. The oldest are let go. */
export function keepList(key: string, list: KeptList): void {
  kept.delete(key);
  kept.set(key, list);
  for (const oldest of kept.keys()) {
    if (kept.size <= most) return;
    kept.delete(oldest);
  }
}

export function recallList(key: string): KeptList | undefined {
  return kept.get(key);
}

/** Where one stood in a list, by its address; outlives a reload of the page. */
export interface Place {
  scrollTop: number;
  cursor: number;
}

const prefix = "tessera.browse.";

export function keepPlace(key: string, place: Place): void {
  try {
    sessionStorage.setItem(prefix + key, JSON.stringify(place));
  } catch {
    // A full or forbidden storage only costs the way back to the row.
  }
}

export function recallPlace(key: string): Place | null {
  try {
    const place: unknown = JSON.parse(sessionStorage.getItem(prefix + key) ?? "null");
    return isPlace(place) ? place : null;
  } catch {
    return null;
  }
}

function isPlace(value: unknown): value is Place {
  return (
    typeof value === "object" &&
    value !== null &&
    "scrollTop" in value &&
    "cursor" in value &&
    Number.isFinite(value.scrollTop) &&
    Number.isSafeInteger(value.cursor)
  );
}
