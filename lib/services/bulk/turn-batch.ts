import type { ClientBase } from "pg";
import { type LaterAct, laterActs } from "#lib/db/later-acts.ts";
import { BulkPayload } from "#lib/schema/bulk.ts";
import type { World } from "#lib/world/world.ts";
import { statusFrom } from "../verdicts.ts";
import { mergedSince } from "./merged-since.ts";
import { type LockedRow, lockRows, readVerdicts } from "./read-rows.ts";
import type { RunningBulk } from "./running-bulk.ts";
import { type Move, type Outcome, writeMoves, writeOutcomes } from "./write-moves.ts";

type Item = BulkPayload["items"][number];

/** The batches of a first run, by their events, of which rows still wait. One scan of the act's rows. */
export async function waitingBatches(client: ClientBase, bulk: RunningBulk): Promise<number[]> {
  const { rows } = await client.query<{ event: number }>(
    `SELECT DISTINCT event_number AS event FROM bulk_item
     WHERE bulk_id = $1 AND outcome IS NULL AND event_number IS NOT NULL ORDER BY event_number`,
    [bulk.id],
  );
  return rows.map(({ event }) => event);
}

/**
 * Takes back, or does again, what one batch did, inside the caller's transaction: of its rows those on which nothing stands
 * that came since. With several deciders per conversation, verdicts of others do no harm.
 */
export async function turnBatch(world: World, client: ClientBase, bulk: RunningBulk, batch: number): Promise<void> {
  const back = bulk.state === "undoing";
  const { rows: events } = await client.query<{ payload: unknown }>(
    "SELECT payload FROM event WHERE project_id = $1 AND number = $2",
    [bulk.projectId, batch],
  );
  const { items, states } = BulkPayload.parse(events[0]?.payload);
  const { rows: due } = await client.query<{ id: string; version: number }>(
    `SELECT conversation_id AS id, version FROM bulk_item
     WHERE bulk_id = $1 AND conversation_id = ANY($2::uuid[]) AND event_number = $3 AND outcome IS NULL`,
    [bulk.id, items.map(({ id }) => id), batch],
  );
  if (due.length === 0) return;
  const tags = [...new Set(items.flatMap(({ added = [], removed = [] }) => [...added, ...removed]))];
  const merged = tags.length > 0 && (await mergedSince(client, bulk.projectId, batch, tags));
  const locked = await lockRows(
    client,
    due.map(({ id }) => id),
  );
  const free = await untouched(client, bulk, batch, due, locked);
  const told = new Map(items.map((item) => [item.id, item]));
  const outcomes: Outcome[] = [];
  const found: { item: Item; row: LockedRow }[] = [];
  for (const { id, version } of due) {
    const [row, item] = [locked.get(id), told.get(id)];
    if (!merged && row && item && (row.version === version || free.has(id))) {
      outcomes.push({ id, outcome: "done", version: row.version + 1 });
      found.push({ item, row });
    } else outcomes.push({ id, outcome: "changed", version });
  }
  if (found.length > 0) {
    const kind = back ? ("conversations.undone" as const) : ("conversations.redone" as const);
    const moves = await planTurn(client, bulk, found, states);
    await writeMoves(world, client, bulk, { kind, subject: batch }, moves);
  }
  await writeOutcomes(client, bulk, outcomes, null);
}

/**
 * Of the rows at another version those on which nothing stands that came since: it was taken back, or, with several deciders,
 * it is a verdict of somebody else.
 */
async function untouched(
  client: ClientBase,
  bulk: RunningBulk,
  batch: number,
  due: readonly { id: string; version: number }[],
  locked: ReadonlyMap<string, LockedRow>,
): Promise<Set<string>> {
  const moved = due.flatMap(({ id, version }) => (locked.get(id)?.version === version ? [] : [id]));
  if (moved.length === 0) return new Set();
  const besideOthers = bulk.act.kind === "decide" && (await overlapOf(client, bulk)) > 1;
  const { rows } = await client.query<LaterAct>(laterActs(moved, batch).toQuery());
  const free = new Set(moved);
  for (const { conversation, kind, person } of rows)
    if (!(besideOthers && kind === "conversation.decided" && person !== bulk.person)) free.delete(conversation);
  return free;
}

async function overlapOf(client: ClientBase, { projectId }: RunningBulk): Promise<number> {
  const { rows } = await client.query<{ overlap: number }>("SELECT overlap FROM project WHERE id = $1", [projectId]);
  return rows[0]?.overlap ?? 1;
}

async function planTurn(
  client: ClientBase,
  bulk: RunningBulk,
  found: readonly { item: Item; row: LockedRow }[],
  states: BulkPayload["states"],
): Promise<Move[]> {
  const back = bulk.state === "undoing";
  if (bulk.act.kind === "decide") return turnDecisions(client, bulk, found, back);
  return found.map(({ item, row: { version, state } }) => {
    const { id, added = [], removed = [] } = item;
    if (bulk.act.kind === "tag")
      return {
        id,
        version,
        before: state,
        after: state,
        added: back ? removed : added,
        removed: back ? added : removed,
      };
    const assignee = states[back ? item.before : item.after]?.assignee ?? null;
    return { id, version, before: state, after: { ...state, assignee } };
  });
}

/** Back: the act's own decisions are withdrawn and those they replaced stand again. The status follows from what stands. */
async function turnDecisions(
  client: ClientBase,
  bulk: RunningBulk,
  found: readonly { item: Item; row: LockedRow }[],
  back: boolean,
): Promise<Move[]> {
  const own = found.flatMap(({ item }) => item.decision ?? []);
  const replaced = found.flatMap(({ item }) => item.withdrawn ?? []);
  await client.query(
    `UPDATE decision SET withdrawn = item.withdrawn
     FROM unnest($1::uuid[], $2::bool[]) AS item (id, withdrawn) WHERE decision.id = item.id`,
    [
      [...own, ...replaced],
      [...own.map(() => back), ...replaced.map(() => !back)],
    ],
  );
  const verdicts = await readVerdicts(
    client,
    found.map(({ item }) => item.id),
  );
  const overlap = await overlapOf(client, bulk);
  return found.map(({ item: { id }, row: { version, state } }) => {
    const standing = verdicts.get(id) ?? [];
    const status = statusFrom(standing, overlap);
    return { id, version, before: state, after: { ...state, ...status, decidedBy: standing.at(-1)?.userId ?? null } };
  });
}
