import type { Entry } from "./outbox-state.ts";

/** The part of `localStorage` that the outbox needs. */
export type KeyValueStore = Pick<Storage, "getItem" | "setItem" | "removeItem" | "key" | "length">;

const prefix = "tessera.outbox.";
/** Under which unfinished edits are kept; they go when their writer leaves. */
export const draftPrefix = "tessera.draft.";

/**
 * Entries of one person, each under a key of its own so that two open tabs never overwrite each other's.
 * What cannot be read is left alone: it may be of a newer version.
 */
export function outboxStorage(store: KeyValueStore, person: string) {
  const nameOf = (key: string) => `${prefix}${person}.${key}`;
  return {
    load(): Entry[] {
      const names = Array.from({ length: store.length }, (_, index) => store.key(index));
      return names.flatMap((name) => (name?.startsWith(nameOf("")) ? (parseEntry(store.getItem(name)) ?? []) : []));
    },
    save(entry: Entry): void {
      store.setItem(nameOf(entry.key), JSON.stringify(entry));
    },
    remove(key: string): void {
      store.removeItem(nameOf(key));
    },
  };
}
export type OutboxStorage = ReturnType<typeof outboxStorage>;

/** Forgets the unsent writes of this person and the drafts kept in this browser; for signing out. */
export function clearOutboxStorage(store: KeyValueStore, person: string): void {
  const names = Array.from({ length: store.length }, (_, index) => store.key(index));
  for (const name of names) {
    if (name?.startsWith(`${prefix}${person}.`) || name?.startsWith(draftPrefix)) store.removeItem(name);
  }
}

function parseEntry(text: string | null): Entry | null {
  if (text === null) return null;
  try {
    const value: unknown = JSON.parse(text);
    return isEntry(value) ? value : null;
  } catch {
    return null;
  }
}

/** Checks what `save` of this version writes, deep enough to send it. */
function isEntry(value: unknown): value is Entry {
  if (typeof value !== "object" || value === null) return false;
  if (!("key" in value && "project" in value && "act" in value && "madeAt" in value && "attempts" in value))
    return false;
  if (!("state" in value && "sent" in value && "conflict" in value && "problem" in value)) return false;
  const { act } = value;
  return (
    typeof value.key === "string" &&
    typeof value.project === "string" &&
    typeof value.madeAt === "number" &&
    typeof act === "object" &&
    act !== null &&
    "kind" in act &&
    ["decide", "edit", "tag", "undo"].includes(String(act.kind))
  );
}
