import type { Entry, OutboxState } from "./outbox-state.ts";

/** One step of what is stored, all of it or nothing. */
export interface Commit {
  put: readonly Entry[];
  remove: readonly string[];
  /** Keys that must still be stored; another tab may have taken them out meanwhile. */
  requires: readonly string[];
  /** Versions that written entries led to; an act made in another tab meanwhile is on top of them. */
  versions: OutboxState["versions"];
}

/** What is stored of one person. */
export interface Stored {
  entries: Entry[];
  versions: OutboxState["versions"];
}

/** Where the entries of one person are kept; all tabs of this browser see the same. */
export interface OutboxStore {
  load: () => Promise<Stored>;
  /** False when something it requires is gone, and then nothing was changed. @throws when the browser cannot store. */
  commit: (commit: Commit) => Promise<boolean>;
  /** Forgets versions, once nothing waits that could be on top of them. */
  forgetVersions: () => Promise<void>;
}

/** A browser that offers no store: acts stay in the memory of the tab, and the badge says so. */
export const noStore: OutboxStore = {
  load: async () => ({ entries: [], versions: {} }),
  commit: async () => {
    throw new Error("This browser keeps nothing.");
  },
  forgetVersions: async () => {},
};
