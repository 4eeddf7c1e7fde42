import { z } from "zod";
import type { Transaction } from "#lib/db/client.ts";
import { StudioError } from "#lib/errors.ts";
import { ChangeRunInput, RunView } from "#lib/schema/run.ts";
import { type ChangeContext, defineChange } from "../define.ts";
import { readRun, toMicros } from "./run-view.ts";

const Input = z.strictObject({ project: z.string(), run: z.uuid() });

interface LockedRun {
  state: string;
  trial: boolean;
  requested: number;
  done: number;
  failed: number;
  cancelled: number;
  version: number;
}

/** The row of a run, held until commit, so that its state and its items change together. */
async function lockRun(tx: Transaction, projectId: string, id: string): Promise<LockedRun> {
  const rows = await tx.$queryRaw<LockedRun[]>`
    SELECT state, trial, requested, done, failed, cancelled, version FROM run WHERE id = ${id}::uuid AND project_id = ${projectId}::uuid FOR UPDATE`;
  const [row] = rows;
  if (row === undefined) throw new StudioError("not_found", "There is no such run in this project.");
  return row;
}

async function moveRun(
  { tx, project, record }: ChangeContext,
  id: string,
  kind: string,
  state: string,
  reason: string | null = null,
) {
  await tx.$executeRaw`UPDATE run SET state = ${state}, reason = ${reason}, version = version + 1, tick = tick + 1 WHERE id = ${id}::uuid`;
  await record({ kind, payload: { run: id } });
  return readRun(tx, project.id, id);
}

/** Lets calls that are under way end and sends no more. Asked again, it stays as it is. */
export const pauseRunByHand = defineChange(
  { action: "run.steer", summary: "Pause a run", Input, Output: RunView },
  async (context, { run: id }) => {
    const run = await lockRun(context.tx, context.project.id, id);
    if (run.state === "paused" || run.state === "tried") return readRun(context.tx, context.project.id, id);
    if (run.state !== "running" && run.state !== "trial")
      throw new StudioError("conflict", `This run is ${run.state}, so it cannot be paused.`);
    return moveRun(context, id, "run.paused", "paused");
  },
);

/** Goes on after a pause, or after a trial with the rest. */
export const resumeRun = defineChange(
  { action: "run.steer", summary: "Resume a run, or go on after its trial", Input, Output: RunView },
  async (context, { run: id }) => {
    const run = await lockRun(context.tx, context.project.id, id);
    if (run.state === "running") return readRun(context.tx, context.project.id, id);
    if (run.state !== "paused" && run.state !== "tried")
      throw new StudioError("conflict", `This run is ${run.state}, so it cannot be resumed.`);
    return moveRun(context, id, "run.resumed", "running");
  },
);

/** Ends a run. What it has made stays; calls under way are broken off, and what is left is not made. */
export const cancelRun = defineChange(
  { action: "run.steer", summary: "Cancel what is left of a run", Input, Output: RunView },
  async (context, { run: id }) => {
    const { tx, project } = context;
    const run = await lockRun(tx, project.id, id);
    if (run.state === "cancelled") return readRun(tx, project.id, id);
    if (run.state === "done" || run.state === "failed")
      throw new StudioError("conflict", `This run is ${run.state}, so there is nothing left to cancel.`);
    const count = await tx.$executeRaw`
      UPDATE run_item SET state = 'cancelled', finished_at = now(), tick = (SELECT tick + 1 FROM run WHERE id = ${id}::uuid)
      WHERE run_id = ${id}::uuid AND state = 'planned'`;
    await tx.$executeRaw`UPDATE run SET cancelled = cancelled + ${count}, finished_at = now() WHERE id = ${id}::uuid`;
    return moveRun(context, id, "run.cancelled", "cancelled");
  },
);

const RetryInput = z.strictObject({
  project: z.string(),
  run: z.uuid(),
  /** Only items that failed for this cause; all by default. */
  code: z.string().max(60).optional(),
});

/** Plans failed items again. What they were answered before is not asked again. */
export const retryRun = defineChange(
  { action: "run.steer", summary: "Try the failed items of a run again", Input: RetryInput, Output: RunView },
  async (context, { run: id, code = null }) => {
    const { tx, project } = context;
    const run = await lockRun(tx, project.id, id);
    if (run.state === "planning" || run.state === "cancelled" || run.state === "failed")
      throw new StudioError("conflict", `This run is ${run.state}, so nothing of it can be tried again.`);
    const count = await tx.$executeRaw`
      UPDATE run_item SET state = 'planned', code = NULL, problem = NULL, finished_at = NULL, tick = (SELECT tick + 1 FROM run WHERE id = ${id}::uuid),
        waits_for = (SELECT count(*) FROM run_item need WHERE need.run_id = run_item.run_id AND need.ordinal = ANY(run_item.needs) AND need.state <> 'done')
      WHERE run_id = ${id}::uuid AND state = 'failed' AND (${code}::text IS NULL OR code = ${code})`;
    if (count === 0) throw new StudioError("conflict", "No item of this run failed so.");
    await tx.$executeRaw`UPDATE run SET failed = failed - ${count}, finished_at = NULL WHERE id = ${id}::uuid`;
    return moveRun(context, id, "run.retried", run.state === "paused" || run.state === "trial" ? run.state : "running");
  },
);

/** Changes the limits of a run, at any time. */
export const changeRun = defineChange(
  { action: "run.steer", summary: "Change the limits of a run", Input: ChangeRunInput, Output: RunView },
  async ({ tx, project, record }, { run: id, expectedVersion, budget, maxCalls, concurrency }) => {
    const run = await lockRun(tx, project.id, id);
    if (run.version !== expectedVersion)
      throw new StudioError("conflict", "Somebody changed this run in the meantime. Load it again.", {
        details: { version: run.version },
      });
    await tx.run.update({
      where: { id },
      data: {
        ...(budget === undefined ? {} : { budgetMicros: toMicros(budget) }),
        ...(maxCalls === undefined ? {} : { maxCalls }),
        ...(concurrency === undefined ? {} : { concurrency }),
        version: { increment: 1 },
        tick: { increment: 1 },
      },
    });
    await record({
      kind: "run.changed",
      payload: { run: id, budget: budget ?? null, maxCalls: maxCalls ?? null, concurrency: concurrency ?? null },
    });
    return readRun(tx, project.id, id);
  },
);
