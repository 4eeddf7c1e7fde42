import type { ClientBase } from "pg";
import type { Difference } from "#lib/curation/difference.ts";
import type { Folded } from "#lib/curation/fold-events.ts";

interface RunRecord {
  id: string;
  state: string;
  requested: number;
  done: number;
  failed: number;
  cancelled: number;
  produced: number;
  calls: number;
  cost: string;
  items: number;
  itemsDone: number;
  itemsFailed: number;
  itemsCancelled: number;
  itemsProduced: number;
  sent: number;
  spent: string;
  conversations: number;
}

/**
 * The counts of every run are those of its items, its attempts and the conversations that it made; what the events tell of is
 * what is there; and a run that has ended leaves nothing under way.
 */
export async function checkRuns(
  client: ClientBase,
  projectId: string,
  folded: Folded,
  report: (difference: Difference) => void,
): Promise<void> {
  const { rows } = await client.query<RunRecord>(
    `SELECT run.id, run.state, run.requested, run.done, run.failed, run.cancelled, run.produced, run.calls, run.cost_micros AS cost,
       item.items, item."itemsDone", item."itemsFailed", item."itemsCancelled", item."itemsProduced", attempt.sent, attempt.spent,
       (SELECT count(*)::int FROM conversation WHERE conversation.project_id = $1 AND conversation.run_id = run.id) AS conversations
     FROM run
     CROSS JOIN LATERAL (
       SELECT count(*)::int AS items, count(*) FILTER (WHERE state = 'done')::int AS "itemsDone", count(*) FILTER (WHERE state = 'failed')::int AS "itemsFailed",
         count(*) FILTER (WHERE state = 'cancelled')::int AS "itemsCancelled", coalesce(sum(produced), 0)::int AS "itemsProduced"
       FROM run_item WHERE run_item.run_id = run.id
     ) item
     CROSS JOIN LATERAL (
       SELECT count(*) FILTER (WHERE code IS DISTINCT FROM 'unsent')::int AS sent, coalesce(sum(cost_micros), 0)::text AS spent FROM attempt WHERE attempt.run_id = run.id
     ) attempt
     WHERE run.project_id = $1 ORDER BY run.id`,
    [projectId],
  );
  for (const run of rows) {
    const differs = (field: string, expected: string | number, found: string | number) => {
      if (String(expected) !== String(found))
        report({ kind: `run.${field}`, id: run.id, expected: String(expected), found: String(found) });
    };
    if (run.state !== "planning" && run.state !== "failed") differs("requested", run.items, run.requested);
    differs("done", run.itemsDone, run.done);
    differs("failed", run.itemsFailed, run.failed);
    differs("cancelled", run.itemsCancelled, run.cancelled);
    differs("calls", run.sent, run.calls);
    differs("cost", run.spent, run.cost);
    const told = folded.made.reduce((sum, batch) => sum + (batch.run === run.id ? batch.count : 0), 0);
    differs("produced", told, run.produced);
    differs("conversations", run.produced, run.conversations);
    if (run.state === "done") differs("pending", 0, run.requested - run.done - run.failed - run.cancelled);
  }
}
