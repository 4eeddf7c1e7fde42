import { z } from "zod";
import type { Transaction } from "#lib/db/client.ts";
import { StudioError } from "#lib/errors.ts";
import type { ModelChoice } from "#lib/schema/connection.ts";
import { ChangeRunInput, RetryRunInput, RunModels, RunView } from "#lib/schema/run.ts";
import type { World } from "#lib/world/world.ts";
import { type ChangeContext, defineChange } from "../define.ts";
import { requireUsable } from "./plan-run.ts";
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
  { details = {} }: { details?: Record<string, unknown> } = {},
) {
  await tx.$executeRaw`UPDATE run SET state = ${state}, reason = NULL, version = version + 1, tick = tick + 1 WHERE id = ${id}::uuid`;
  await record({ kind, payload: { run: id, ...details } });
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

/**
 * Plans failed items again, or those that were answered and gave nothing, where that cause is named. What was answered well
 * is not asked again, whoever was asked; the rest is asked of the other model if one is named.
 */
export const retryRun = defineChange(
  { action: "run.steer", summary: "Try the failed items of a run again", Input: RetryRunInput, Output: RunView },
  async (context, { run: id, code = null, model = null }) => {
    const { world, tx, project } = context;
    const run = await lockRun(tx, project.id, id);
    if (run.state === "planning" || run.state === "cancelled" || run.state === "failed")
      throw new StudioError("conflict", `This run is ${run.state}, so nothing of it can be tried again.`);
    if (code === "note" && model === null)
      throw new StudioError("invalid", "What gave nothing gives nothing again. Name another model.", {
        fields: [{ field: "model", message: "is needed for what was answered" }],
      });
    const state = code === "note" ? "done" : "failed";
    const count = await tx.$executeRaw`
      UPDATE run_item SET state = 'planned', code = NULL, problem = NULL, finished_at = NULL, tick = (SELECT tick + 1 FROM run WHERE id = ${id}::uuid),
        others = CASE WHEN ${model !== null} THEN (${JSON.stringify([model])}::jsonb || coalesce(others::jsonb, '[]'))::json ELSE others END,
        waits_for = (SELECT count(*) FROM run_item need WHERE need.run_id = run_item.run_id AND need.ordinal = ANY(run_item.needs) AND need.state <> 'done')
      WHERE run_id = ${id}::uuid AND state = ${state} AND produced = 0 AND (${code}::text IS NULL OR code = ${code})`;
    if (count === 0) throw new StudioError("conflict", "No item of this run ended so.");
    await tx.$executeRaw`UPDATE run SET failed = failed - ${state === "failed" ? count : 0}, done = done - ${state === "done" ? count : 0}, finished_at = NULL WHERE id = ${id}::uuid`;
    if (model !== null) await addModel(world, tx, id, model);
    const details = { ...(code === null ? {} : { code }), ...(model === null ? {} : { model }) };
    return moveRun(
      context,
      id,
      "run.retried",
      run.state === "paused" || run.state === "trial" ? run.state : "running",
      { details },
    );
  },
);

/** Writes down that a run asks one more model. A simulator marks all that the run makes from now on. */
async function addModel(world: World, tx: Transaction, id: string, model: ModelChoice): Promise<void> {
  const row = await tx.run.findUniqueOrThrow({ where: { id }, select: { models: true, budgetMicros: true } });
  const models = RunModels.parse(row.models);
  const budget = row.budgetMicros === null ? null : Number(row.budgetMicros);
  const { simulated } = await requireUsable(world, [model], budget);
  const known = models.others.some((one) => one.connection === model.connection && one.model === model.model);
  await tx.run.update({
    where: { id },
    data: {
      models: known ? models : { ...models, others: [...models.others, model] },
      ...(simulated ? { simulated } : {}),
    },
  });
}

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
