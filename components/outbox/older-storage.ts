import type { Entry } from "./outbox-state.ts";
import type { OutboxStore } from "./outbox-store.ts";
import { readEntry } from "./read-entry.ts";

/** The part of `localStorage` that the outbox used to keep entries and drafts in. */
export type OlderStorage = Pick<Storage, "getItem" | "removeItem" | "key" | "length">;

const draftPrefix = "tessera.draft.";

/** Moves what an older version of the studio left in `localStorage`; each item goes once it is in the new place. */
export async function moveOlderEntries(from: OlderStorage, to: OutboxStore, person: string): Promise<void> {
  for (const name of namesIn(from, `tessera.outbox.${person}.`)) {
    const entry = parse(from.getItem(name));
    // What cannot be read is left alone: it may be of a newer version.
    if (entry === null) continue;
    await to.commit({ put: [entry], remove: [], requires: [], versions: {} });
    from.removeItem(name);
  }
}

/** Drafts that an older version left, by the names they have now. */
export function olderDrafts(from: OlderStorage): { name: string; text: string; forget: () => void }[] {
  return namesIn(from, draftPrefix).flatMap((stored) => {
    const text = from.getItem(stored);
    if (text === null) return [];
    return [{ name: stored.slice(draftPrefix.length), text, forget: () => from.removeItem(stored) }];
  });
}

function namesIn(store: OlderStorage, prefix: string): string[] {
  const names = Array.from({ length: store.length }, (_, index) => store.key(index));
  return names.filter((name) => name !== null).filter((name) => name.startsWith(prefix));
}

function parse(text: string | null): Entry | null {
  try {
    return readEntry(JSON.parse(text ?? "null"));
  } catch {
    return null;
  }
}
