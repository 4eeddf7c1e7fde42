import type { ClientBase } from "pg";
import { NIL } from "uuid";
import type { Difference } from "#lib/curation/difference.ts";
import type { Folded, FoldedBulk } from "#lib/curation/fold-events.ts";
import { canonicalJson } from "#lib/text/canonical-json.ts";

const page = 5_000;

interface BulkRecord {
  id: string;
  act: Parameters<typeof canonicalJson>[0];
  state: string;
  total: number;
  event: number | null;
  items: number;
}
interface ItemRecord {
  id: string;
  version: number;
  outcome: string | null;
  event: number | null;
}

const statesUndone = ["undoing", "undone"];
const statesDone = ["done", "undone"];

/**
 * Holds every act on many against what the events tell of it: that it was begun and how often it was turned, how many rows it
 * has, and for each row whether and by which event it was changed, and to which version. O(rows).
 */
export async function checkBulks(
  client: ClientBase,
  projectId: string,
  folded: Folded,
  report: (difference: Difference) => void,
): Promise<void> {
  const { rows } = await client.query<BulkRecord>(
    `SELECT id, act, state, total, event_number AS event, (SELECT count(*)::int FROM bulk_item WHERE bulk_id = bulk_act.id) AS items
     FROM bulk_act WHERE project_id = $1 ORDER BY id`,
    [projectId],
  );
  const missing = new Set(folded.bulks.keys());
  for (const row of rows) {
    const due = folded.bulks.get(row.id);
    missing.delete(row.id);
    const differs = (field: string, expected: unknown, found: unknown) => {
      if (expected !== found)
        report({ kind: `bulk.${field}`, id: row.id, expected: String(expected), found: String(found) });
    };
    differs("items", row.total, row.items);
    differs("event", due?.event ?? null, row.event);
    if (due === undefined) {
      differs("state", "prepared", row.state);
      continue;
    }
    differs("act", due.act, canonicalJson(row.act));
    differs("total", due.total, row.total);
    differs("undone", due.undone, statesUndone.includes(row.state));
    await checkItems(client, row, due, report);
  }
  for (const id of missing) report({ kind: "bulk.missing", id, expected: "an act on many", found: "none" });
}

async function checkItems(
  client: ClientBase,
  bulk: BulkRecord,
  due: FoldedBulk,
  report: (difference: Difference) => void,
): Promise<void> {
  const missing = new Set(due.items.keys());
  const finished = statesDone.includes(bulk.state);
  for (let after: string = NIL; ; ) {
    const { rows } = await client.query<ItemRecord>(
      `SELECT conversation_id AS id, version, outcome, event_number AS event FROM bulk_item
       WHERE bulk_id = $1 AND conversation_id > $2 ORDER BY conversation_id LIMIT ${page}`,
      [bulk.id, after],
    );
    const last = rows.at(-1);
    if (last === undefined) break;
    for (const row of rows) {
      const item = due.items.get(row.id);
      missing.delete(row.id);
      const id = `${bulk.id} ${row.id}`;
      const isDone = item !== undefined && item.walks === due.walks;
      if (isDone !== (row.outcome === "done") || (finished && row.outcome === null))
        report({ kind: "bulk.outcome", id, expected: isDone ? "done" : "another", found: String(row.outcome) });
      const [expected, found] = [item?.event ?? null, row.event];
      if (expected !== found) report({ kind: "bulk.item", id, expected: `event ${expected}`, found: `event ${found}` });
      if (item && item.version !== row.version)
        report({ kind: "bulk.version", id, expected: String(item.version), found: String(row.version) });
    }
    after = last.id;
  }
  for (const id of missing)
    report({ kind: "bulk.item", id: `${bulk.id} ${id}`, expected: "a row of the act", found: "none" });
}
