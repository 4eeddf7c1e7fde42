import { transact } from "./browser-database.ts";
import type { OutboxStore } from "./outbox-store.ts";
import { readEntry } from "./read-entry.ts";

/** The entries of one person in IndexedDB. What cannot be read is left alone: it may be of a newer version. */
export function indexedStore(database: IDBDatabase, person: string): OutboxStore {
  const own = () => IDBKeyRange.bound([person], [person, []]);
  return {
    async load() {
      const rows = await transact<{ entries: unknown[]; versions: unknown[] }>(
        database,
        ["entries", "versions"],
        "read",
        (open, note) => {
          const entries = open("entries").getAll(own());
          const versions = open("versions").getAll(own());
          versions.onsuccess = () => note({ entries: entries.result, versions: versions.result });
        },
        { entries: [], versions: [] },
      );
      return {
        entries: rows.entries.flatMap((row) => readEntry(row) ?? []),
        versions: Object.fromEntries(rows.versions.filter(isVersion).map((row) => [row.conversation, row.version])),
      };
    },
    commit: ({ put, remove, requires, versions }) =>
      transact<boolean>(
        database,
        ["entries", "versions"],
        // What is new must outlive the machine's power as well; what is through is only sent once more.
        put.length > 0 ? "flush" : "write",
        (open, note, abort) => {
          const entries = open("entries");
          for (const key of requires) {
            const asked = entries.getKey([person, key]);
            asked.onsuccess = () => {
              if (asked.result !== undefined) return;
              note(false);
              abort();
            };
          }
          for (const key of remove) entries.delete([person, key]);
          for (const entry of put) entries.put({ person, ...entry });
          for (const [conversation, version] of Object.entries(versions))
            open("versions").put({ person, conversation, version });
        },
        true,
      ),
    forgetVersions: () =>
      transact<void>(database, ["versions"], "write", (open) => open("versions").delete(own()), undefined),
  };
}

function isVersion(row: unknown): row is { conversation: string; version: number } {
  if (typeof row !== "object" || row === null || !("conversation" in row && "version" in row)) return false;
  return typeof row.conversation === "string" && typeof row.version === "number";
}
