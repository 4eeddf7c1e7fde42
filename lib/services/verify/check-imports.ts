import { stat } from "node:fs/promises";
import type { ClientBase } from "pg";
import type { Difference } from "#lib/curation/difference.ts";
import type { Folded } from "#lib/curation/fold-events.ts";
import { pathIn } from "#lib/world/file-store.ts";

interface ImportRecord {
  id: string;
  state: string;
  sha256: string;
  bytes: number;
  read: number;
  inserted: number;
  updated: number;
  unchanged: number;
  rejected: number;
  rejects: number;
  staged: number;
}

const finished = ["done", "refused", "failed", "cancelled"];

/**
 * Every line that an import read is accounted for, what it inserted and updated is what the events say, no staged line
 * outlives it, and the file of one under way is there.
 */
export async function checkImports(
  client: ClientBase,
  projectId: string,
  folder: string,
  folded: Folded,
  report: (difference: Difference) => void,
): Promise<void> {
  const { rows } = await client.query<ImportRecord>(
    `SELECT id, state, sha256, bytes, read, inserted, updated, unchanged, rejected,
       (SELECT count(*)::int FROM import_reject WHERE import_id = import.id) AS rejects,
       (SELECT count(*)::int FROM import_row WHERE import_id = import.id) AS staged
     FROM import WHERE project_id = $1 ORDER BY id`,
    [projectId],
  );
  for (const row of rows) {
    const differs = (field: string, expected: string | number, found: string | number) => {
      if (expected !== found)
        report({ kind: `import.${field}`, id: row.id, expected: String(expected), found: String(found) });
    };
    if (row.state === "done") {
      differs("read", row.inserted + row.updated + row.unchanged + row.rejected, row.read);
      differs("rejected", row.rejects, row.rejected);
    }
    if (row.state === "done" || row.state === "committing") {
      const inserted = folded.batches.reduce((sum, batch) => sum + (batch.import === row.id ? batch.count : 0), 0);
      differs("inserted", inserted, row.inserted);
      differs("updated", folded.updates.get(row.id) ?? 0, row.updated);
    }
    if (finished.includes(row.state)) differs("staged", 0, row.staged);
    else {
      const file = await stat(pathIn(folder, "imports", row.sha256)).catch(() => null);
      differs("file", `${row.bytes} bytes`, file === null ? "none" : `${file.size} bytes`);
    }
  }
}
