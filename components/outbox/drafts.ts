import { browserDatabase, transact } from "./browser-database.ts";

/** Unfinished texts of the person who is signed in: read at once from memory, written behind it. */
export interface Drafts {
  getItem: (name: string) => string | null;
  setItem: (name: string, text: string) => void;
  removeItem: (name: string) => void;
}

interface OpenDrafts extends Drafts {
  /** Resolves, always, when what was stored can be read; where it cannot be, there is nothing to read. */
  ready: Promise<void>;
  clear: () => Promise<void>;
}

const opened = new Map<string, OpenDrafts>();
let current: OpenDrafts | null = null;

/** The drafts of one person in this browser. Where the browser keeps nothing they last as long as the tab. */
export function draftsOf(person: string): OpenDrafts {
  const known = opened.get(person);
  if (known !== undefined) return known;
  const made = openDrafts(person);
  opened.set(person, made);
  current = made;
  return made;
}

/** The drafts of whoever is signed in: of one person in each page, since signing in loads the page anew. */
export function currentDrafts(): OpenDrafts {
  if (current === null) throw new Error("The drafts are opened with the outbox, by the shell.");
  return current;
}

function openDrafts(person: string): OpenDrafts {
  const texts = new Map<string, string>();
  /** Names written in this tab, whose stored form is older than what is in memory. */
  const written = new Set<string>();
  const range = () => IDBKeyRange.bound([person], [person, []]);
  let writing: Promise<unknown> = Promise.resolve();
  const waiting = new Set<string>();

  const load = async () => {
    const database = await browserDatabase();
    if (database === null) return;
    const rows = await transact<unknown[]>(
      database,
      ["drafts"],
      "read",
      (open, note) => {
        const asked = open("drafts").getAll(range());
        asked.onsuccess = () => note(asked.result);
      },
      [],
    ).catch(() => []);
    for (const row of rows) if (isDraft(row) && !written.has(row.name)) texts.set(row.name, row.text);
  };

  /** Writes the newest text of a name; texts that a quick hand has left behind meanwhile are passed over. */
  function store(name: string): void {
    written.add(name);
    if (waiting.has(name)) return;
    waiting.add(name);
    writing = writing.then(async () => {
      const database = await browserDatabase();
      waiting.delete(name);
      if (database === null) return;
      const text = texts.get(name);
      await transact(
        database,
        ["drafts"],
        "write",
        (open) =>
          text === undefined ? open("drafts").delete([person, name]) : open("drafts").put({ person, name, text }),
        undefined,
      ).catch(() => undefined);
    });
  }

  return {
    ready: load().catch(() => undefined),
    getItem: (name) => texts.get(name) ?? null,
    setItem(name, text) {
      texts.set(name, text);
      store(name);
    },
    removeItem(name) {
      texts.delete(name);
      store(name);
    },
    async clear() {
      texts.clear();
      await writing;
      const database = await browserDatabase();
      if (database === null) return;
      await transact(database, ["drafts"], "write", (open) => open("drafts").delete(range()), undefined);
    },
  };
}

function isDraft(row: unknown): row is { name: string; text: string } {
  if (typeof row !== "object" || row === null || !("name" in row && "text" in row)) return false;
  return typeof row.name === "string" && typeof row.text === "string";
}
