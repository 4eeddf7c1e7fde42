import type { Culture } from "#lib/schema/culture.ts";
import { labelKey } from "./label-key.ts";

/** The names under which an entry answers: its code, name, endonym and aliases. A demonym answers only as an alias. */
function labelsOf(culture: Pick<Culture, "code" | "name" | "endonym" | "aliases">): string[] {
  return [culture.code, culture.name, culture.endonym, ...culture.aliases];
}

/**
 * Maps every label key to the cultures that answer to it; build it once to resolve many labels.
 * A project's own registry may let two cultures share a name, hence a list.
 */
export function indexCultures<Entry extends Pick<Culture, "code" | "name" | "endonym" | "aliases">>(
  entries: readonly Entry[],
): Map<string, Entry[]> {
  const index = new Map<string, Entry[]>();
  for (const entry of entries) {
    for (const key of new Set(labelsOf(entry).map(labelKey))) {
      const holders = index.get(key);
      if (holders) holders.push(entry);
      else index.set(key, [entry]);
    }
  }
  return index;
}

/** The one culture that answers to a label, or null when none does or several do. */
export function findCulture<Entry>(index: ReadonlyMap<string, readonly Entry[]>, label: string): Entry | null {
  const key = labelKey(label);
  const holders = key === "" ? undefined : index.get(key);
  return holders?.length === 1 ? (holders[0] ?? null) : null;
}
