import type { Pool } from "pg";
import { Columns } from "#lib/curation/columns/columns.ts";
import { readColumns } from "./read-columns.ts";

/** The columns of the projects that were asked for lately, each brought up to date before every look at it. */
export interface ProjectColumns {
  /**
   * Looks at a project's columns as of now: all that was committed when this was called is in them. Nothing changes them
   * during the look, so `look` does not wait for anything. The first look at a project loads it.
   */
  look<Result>(projectId: string, look: (columns: Columns) => Result): Promise<Result>;
  /** Whether a look would not have to load everything first. */
  has(projectId: string): boolean;
  /** Begins to load a project that is not here yet, without waiting. Failures are left to the next look. */
  prepare(projectId: string): void;
}

interface Entry {
  columns: Columns;
  horizon: string | null;
  /** The reading under way, and the one that begins after it: who asks now may not share one that has begun. */
  running: Promise<void> | null;
  next: Promise<void> | null;
}

/** Rows of all projects together that are kept, about 80 bytes each; the project asked for is kept whatever its size. */
const rowBudget = 4_000_000;

/** @param budget rows of all projects together */
export function openProjectColumns(pool: Pool, budget: number = rowBudget): ProjectColumns {
  /** The least lately used first. */
  const entries = new Map<string, Entry>();

  const read = async (projectId: string, entry: Entry) => {
    try {
      entry.horizon = await readColumns(pool, projectId, entry.columns, entry.horizon);
    } catch (error) {
      // Rows that a refresh has put are newer and are read again; what a first load has put is thrown away.
      if (entry.horizon === null) entry.columns = new Columns();
      throw error;
    }
  };

  /** The next reading to begin: one that is waiting for its turn, or a new one. */
  const refresh = (projectId: string, entry: Entry): Promise<void> => {
    if (entry.next) return entry.next;
    const before = entry.running;
    const start = async () => {
      await before?.catch(() => {});
      entry.next = null;
      entry.running = reading;
      await read(projectId, entry);
    };
    const reading: Promise<void> = Promise.resolve()
      .then(start)
      .finally(() => {
        if (entry.running === reading) entry.running = null;
      });
    entry.next = reading;
    return reading;
  };

  const use = (projectId: string): Entry => {
    const entry = entries.get(projectId) ?? { columns: new Columns(), horizon: null, running: null, next: null };
    entries.delete(projectId);
    entries.set(projectId, entry);
    return entry;
  };

  const forget = () => {
    let rows = [...entries.values()].reduce((sum, entry) => sum + entry.columns.length, 0);
    for (const [projectId, entry] of entries) {
      if (rows <= budget || entries.size === 1) return;
      if (entry.running || entry.next) continue;
      entries.delete(projectId);
      rows -= entry.columns.length;
    }
  };

  return {
    async look(projectId, look) {
      const entry = use(projectId);
      return refresh(projectId, entry).then(() => {
        forget();
        return look(entry.columns);
      });
    },
    has: (projectId) => (entries.get(projectId)?.horizon ?? null) !== null,
    prepare(projectId) {
      const entry = use(projectId);
      if (entry.horizon === null && !entry.running && !entry.next) refresh(projectId, entry).then(forget, () => {});
    },
  };
}
