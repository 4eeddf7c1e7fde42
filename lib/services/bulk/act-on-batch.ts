import type { ClientBase } from "pg";
import { bulkVerdict } from "#lib/curation/bulk-verdict.ts";
import { staysTheSame } from "#lib/db/bulk-conditions.ts";
import type { BulkAct } from "#lib/schema/bulk.ts";
import type { World } from "#lib/world/world.ts";
import { statusFrom } from "../verdicts.ts";
import { type LockedRow, lockRows, readVerdicts } from "./read-rows.ts";
import type { RunningBulk } from "./running-bulk.ts";
import { type Move, type Outcome, writeMoves, writeOutcomes } from "./write-moves.ts";

/**
 * Does the act to the next rows of its set after `after`, inside the caller's transaction: those at the version that was
 * frozen, all of the row or nothing of it. Returns the last row it came to; null when none is left.
 */
export async function actOnBatch(
  world: World,
  client: ClientBase,
  bulk: RunningBulk,
  after: string,
): Promise<string | null> {
  const { rows: items } = await client.query<{ id: string; version: number }>(
    `SELECT conversation_id AS id, version FROM bulk_item WHERE bulk_id = $1 AND outcome IS NULL AND conversation_id > $2
     ORDER BY conversation_id LIMIT $3`,
    [bulk.id, after, bulk.batchRows],
  );
  const last = items.at(-1);
  if (last === undefined) return null;
  const { rows: projects } = await client.query<{ overlap: number }>("SELECT overlap FROM project WHERE id = $1", [
    bulk.projectId,
  ]);
  const overlap = projects[0]?.overlap ?? 1;
  const act = bulk.act.kind === "tag" ? await holdTags(client, bulk.act) : bulk.act;
  const locked = await lockRows(
    client,
    items.map(({ id }) => id),
    staysTheSame(act, { person: bulk.person, overlap }),
  );
  const outcomes: Outcome[] = [];
  const found: { id: string; row: LockedRow }[] = [];
  for (const { id, version } of items) {
    const row = locked.get(id);
    if (row === undefined || row.version !== version) outcomes.push({ id, outcome: "changed", version });
    else if (row.same) outcomes.push({ id, outcome: "same", version });
    else {
      outcomes.push({ id, outcome: "done", version: version + 1 });
      found.push({ id, row });
    }
  }
  let event: number | null = null;
  if (found.length > 0) {
    const moves = await planMoves(world, client, bulk, act, overlap, found);
    const withdrawn = moves.flatMap((move) => move.withdrawn ?? []);
    if (withdrawn.length > 0)
      await client.query("UPDATE decision SET withdrawn = true WHERE id = ANY($1::uuid[])", [withdrawn]);
    if (act.kind === "decide") await releaseLeases(client, bulk.person, moves);
    event = await writeMoves(world, client, bulk, { kind: "conversations.acted", subject: bulk.event }, moves);
    if (act.kind === "decide") await insertDecisions(client, bulk, act, event, moves);
  }
  await writeOutcomes(client, bulk, outcomes, event);
  return last.id;
}

/** Tags of the act, held until commit so that no merge comes in between; one that was merged since leads to its target. */
async function holdTags(client: ClientBase, act: BulkAct & { kind: "tag" }): Promise<BulkAct & { kind: "tag" }> {
  const wanted = [...act.add, ...act.remove];
  await client.query("SELECT FROM tag WHERE id = ANY($1::uuid[]) ORDER BY id FOR SHARE", [wanted]);
  const { rows } = await client.query<{ id: string; target: string }>(
    "SELECT id, coalesce(merged_into_id, id) AS target FROM tag WHERE id = ANY($1::uuid[])",
    [wanted],
  );
  const targets = new Map(rows.map(({ id, target }) => [id, target]));
  const follow = (tags: readonly string[]) => [...new Set(tags.map((tag) => targets.get(tag) ?? tag))];
  return { kind: "tag", add: follow(act.add), remove: follow(act.remove) };
}

async function planMoves(
  world: World,
  client: ClientBase,
  { person }: RunningBulk,
  act: BulkAct,
  overlap: number,
  found: readonly { id: string; row: LockedRow }[],
): Promise<Move[]> {
  const ids = found.map(({ id }) => id);
  if (act.kind === "assign")
    return found.map(({ id, row: { version, state } }) => ({
      id,
      version,
      before: state,
      after: { ...state, assignee: act.to },
    }));
  if (act.kind === "tag") {
    const { rows } = await client.query<{ id: string; tag: string }>(
      "SELECT conversation_id AS id, tag_id AS tag FROM conversation_tag WHERE conversation_id = ANY($1::uuid[]) AND tag_id = ANY($2::uuid[])",
      [ids, [...act.add, ...act.remove]],
    );
    const carried = Map.groupBy(rows, ({ id }) => id);
    return found.map(({ id, row: { version, state } }) => {
      const present = new Set(carried.get(id)?.map(({ tag }) => tag));
      const added = act.add.filter((tag) => !present.has(tag));
      const removed = act.remove.filter((tag) => present.has(tag) && !act.add.includes(tag));
      return { id, version, before: state, after: state, added, removed };
    });
  }
  const verdicts = await readVerdicts(client, ids);
  return found.map(({ id, row: { version, state } }) => {
    const standing = verdicts.get(id) ?? [];
    const others = standing.filter(({ userId }) => userId !== person);
    const withdrawn = standing.filter(({ userId }) => userId === person).map((verdict) => verdict.id);
    const mine = { person: person ?? "operator", kind: bulkVerdict(act, id).kind };
    const after = { ...state, ...statusFrom([...others, mine], overlap), decidedBy: person };
    return {
      id,
      version,
      before: state,
      after,
      decision: world.newId(),
      ...(withdrawn.length > 0 ? { withdrawn } : {}),
    };
  });
}

/** Nobody need decide what has its status now; where others still are asked, only the author's own claim ends. */
async function releaseLeases(client: ClientBase, person: string | null, moves: readonly Move[]): Promise<void> {
  await client.query(
    "DELETE FROM lease USING unnest($1::uuid[], $2::bool[]) AS item (id, open) WHERE conversation_id = item.id AND (NOT item.open OR user_id = $3)",
    [moves.map(({ id }) => id), moves.map(({ after }) => after.status === "pending"), person],
  );
}

async function insertDecisions(
  client: ClientBase,
  bulk: RunningBulk,
  act: BulkAct & { kind: "decide" },
  event: number,
  moves: readonly Move[],
): Promise<void> {
  const verdicts = moves.map(({ id }) => bulkVerdict(act, id));
  await client.query(
    `INSERT INTO decision (id, project_id, conversation_id, revision, user_id, kind, reason, note, event_number)
     SELECT item.id, $4, item.conversation, item.revision, $5, item.kind, item.reason, $8, $9
     FROM unnest($1::uuid[], $2::uuid[], $3::int[], $6::text[], $7::text[]) AS item (id, conversation, revision, kind, reason)`,
    [
      moves.map(({ decision }) => decision),
      moves.map(({ id }) => id),
      moves.map(({ after }) => after.headRevision),
      bulk.projectId,
      bulk.person,
      verdicts.map(({ kind }) => kind),
      verdicts.map(({ reason }) => reason),
      act.note ?? null,
      event,
    ],
  );
}
