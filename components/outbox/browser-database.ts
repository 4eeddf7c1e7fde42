/** Stores of the studio's database in this browser. */
export type StoreName = "entries" | "versions" | "drafts" | "leads";

const name = "tessera";
const version = 1;
const stores: Record<StoreName, string[]> = {
  entries: ["person", "key"],
  versions: ["person", "conversation"],
  drafts: ["person", "name"],
  leads: ["person"],
};

let opening: Promise<IDBDatabase | null> | undefined;

/** The studio's database in this browser, or null where the browser offers none, as some private windows do. */
export function browserDatabase(): Promise<IDBDatabase | null> {
  opening ??= open();
  return opening;
}

function open(): Promise<IDBDatabase | null> {
  return new Promise((resolve) => {
    // Reading the name alone is refused where storage is blocked.
    try {
      const asked = indexedDB.open(name, version);
      asked.onupgradeneeded = () => {
        for (const [store, keyPath] of Object.entries(stores)) asked.result.createObjectStore(store, { keyPath });
      };
      asked.onsuccess = () => {
        const database = asked.result;
        // A newer version of the studio in another tab must be able to change the stores.
        database.onversionchange = () => database.close();
        resolve(database);
      };
      asked.onerror = () => resolve(null);
      asked.onblocked = () => resolve(null);
    } catch {
      resolve(null);
    }
  });
}

/**
 * Runs one transaction; resolves with what `work` noted once it is through, and with `flush` on disk.
 *
 * @throws what the browser refused it with, such as a full disk
 */
export function transact<Result>(
  database: IDBDatabase,
  stores: readonly StoreName[],
  mode: "read" | "write" | "flush",
  work: (open: (store: StoreName) => IDBObjectStore, note: (result: Result) => void, abort: () => void) => void,
  initial: Result,
): Promise<Result> {
  return new Promise((resolve, reject) => {
    let result = initial;
    const durability = mode === "flush" ? "strict" : "default";
    const transaction = database.transaction(stores, mode === "read" ? "readonly" : "readwrite", { durability });
    transaction.oncomplete = () => resolve(result);
    transaction.onabort = () => (transaction.error === null ? resolve(result) : reject(transaction.error));
    work(
      (store) => transaction.objectStore(store),
      (noted) => {
        result = noted;
      },
      () => transaction.abort(),
    );
  });
}
