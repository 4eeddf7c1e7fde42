import { z } from "zod";
import { StudioError } from "#lib/errors.ts";
import { timeLeft } from "#lib/runs/time-left.ts";
import { RunChanges, RunItemState, type RunItemView, type RunView } from "#lib/schema/run.ts";
import { runStatesUnderWay } from "#lib/schema/run-choices.ts";
import type { World } from "#lib/world/world.ts";
import { defineProjectRead } from "../define.ts";
import { readRun } from "./run-view.ts";

/** More than so many changed items are not told one by one. */
const mostItems = 2_000;
/** What came in so lately, in milliseconds, tells how fast a run is; so many items at most are looked at. */
const stretch = 90_000;
const mostFinished = 300;

/**
 * How far a run is, how long it still takes, and which items changed after a tick. The tick is read first: what changes in the
 * meantime is told again by the next answer and never left out. Six queries, each served by an index.
 */
export const getRunChanges = defineProjectRead(
  {
    action: "run.read",
    summary: "Read how far a run is, and which items changed",
    Input: z.strictObject({
      project: z.string(),
      run: z.uuid(),
      /** The tick of the last answer. */
      after: z.coerce.number().int().min(0).optional(),
    }),
    Output: RunChanges,
  },
  async ({ world, project }, { run: id, after }) => {
    const tick = await findTick(world, id);
    if (tick === null) throw new StudioError("not_found", "There is no such run in this project.");
    const run = await readRun(world.db, project.id, id);
    // A tick that lies ahead is of another time: of a database that was put back to an older state.
    const items = after === undefined || after > tick ? null : await changedItems(world, id, after);
    return { tick, run, items, ...(await readPace(world, run)) };
  },
);

/** Where a run is in the order of its changes; null where there is none. One index probe. */
export async function findTick(world: Pick<World, "pool">, id: string): Promise<number | null> {
  const { rows } = await world.pool.query<{ tick: string }>("SELECT tick FROM run WHERE id = $1", [id]);
  return rows[0] === undefined ? null : Number(rows[0].tick);
}

async function changedItems(world: World, runId: string, after: number): Promise<RunItemView[] | null> {
  const rows = await world.db.runItem.findMany({
    where: { runId, tick: { gt: after } },
    orderBy: { tick: "asc" },
    take: mostItems + 1,
    select: {
      id: true,
      ordinal: true,
      column: true,
      row: true,
      state: true,
      attempt: true,
      code: true,
      problem: true,
      produced: true,
    },
  });
  if (rows.length > mostItems) return null;
  return rows.map((row) => ({ ...row, state: RunItemState.parse(row.state) }));
}

/** How fast a run under way is, by the items that it finished last. */
async function readPace(world: World, run: RunView): Promise<Pick<RunChanges, "left" | "perMinute">> {
  const underWay: readonly string[] = runStatesUnderWay;
  if (!underWay.includes(run.state) || run.startedAt === null) return { left: null, perMinute: null };
  const rows = await world.db.runItem.findMany({
    where: { runId: run.id, finishedAt: { not: null } },
    orderBy: { tick: "desc" },
    take: mostFinished,
    select: { finishedAt: true },
  });
  const now = world.now().getTime();
  const finished = rows
    .flatMap(({ finishedAt }) => finishedAt?.getTime() ?? [])
    .filter((at) => at > now - stretch)
    .sort((one, other) => one - other);
  const since = new Date(run.startedAt).getTime();
  const left = timeLeft({ finished, now, left: run.pending, since });
  const span = now - (finished[0] ?? now);
  return { left, perMinute: finished.length < 2 || span <= 0 ? null : (finished.length / span) * 60_000 };
}
