import type { Run } from "#lib/db/generated/client.ts";
import { StudioError } from "#lib/errors.ts";
import { RunModels, RunState, type RunView } from "#lib/schema/run.ts";
import type { World } from "#lib/world/world.ts";

const micros = 1_000_000;

/** A run as its project sees it, from its row, how many of its items are under way, and who made it. */
export function toRunView(row: Run, active: number, createdBy: string | null): RunView {
  return {
    id: row.id,
    number: row.number,
    method: row.method,
    title: row.title,
    state: RunState.parse(row.state),
    reason: row.reason,
    requested: row.requested,
    done: row.done,
    failed: row.failed,
    cancelled: row.cancelled,
    pending: row.requested - row.done - row.failed - row.cancelled,
    active,
    produced: row.produced,
    calls: row.calls,
    tokens: { input: Number(row.inputTokens), output: Number(row.outputTokens) },
    cost: Number(row.costMicros) / micros,
    unpriced: row.unpriced,
    budget: row.budgetMicros === null ? null : Number(row.budgetMicros) / micros,
    maxCalls: row.maxCalls,
    concurrency: row.concurrency,
    seed: Number(row.seed),
    // Stored as JSON, so it is JSON.
    options: row.options as RunView["options"],
    models: RunModels.parse(row.models),
    simulated: row.simulated,
    trial: row.trial,
    version: row.version,
    createdBy,
    createdAt: row.createdAt.toISOString(),
    startedAt: row.startedAt?.toISOString() ?? null,
    finishedAt: row.finishedAt?.toISOString() ?? null,
  };
}

/** @throws StudioError `not_found` */
export async function readRun(
  from: Pick<World["db"], "run" | "runItem" | "user">,
  projectId: string,
  id: string,
): Promise<RunView> {
  const row = await from.run.findFirst({ where: { id, projectId } });
  if (row === null) throw new StudioError("not_found", "There is no such run in this project.");
  const [active, author] = await Promise.all([
    from.runItem.count({ where: { runId: id, state: "active" } }),
    row.createdBy === null ? null : from.user.findUnique({ where: { id: row.createdBy }, select: { name: true } }),
  ]);
  return toRunView(row, active, author?.name ?? null);
}

/** Dollars as the table holds them. */
export function toMicros(dollars: number | null): bigint | null {
  return dollars === null ? null : BigInt(Math.round(dollars * micros));
}
