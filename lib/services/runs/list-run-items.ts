import { z } from "zod";
import { StudioError } from "#lib/errors.ts";
import { RunItemState, RunItemView } from "#lib/schema/run.ts";
import type { World } from "#lib/world/world.ts";
import { defineProjectRead } from "../define.ts";

/** The items of a run in the order of its plan, a page at a time; those of a state or a cause if asked for. */
export const listRunItems = defineProjectRead(
  {
    action: "run.read",
    summary: "List the items of a run",
    Input: z.strictObject({
      project: z.string(),
      run: z.uuid(),
      state: RunItemState.optional(),
      code: z.string().max(60).optional(),
      /** The ordinal of the last item seen. */
      after: z.coerce.number().int().min(-1).default(-1),
      limit: z.coerce.number().int().min(1).max(5_000).default(200),
    }),
    Output: z.strictObject({ rows: z.array(RunItemView), next: z.int().nullable() }),
  },
  async ({ world, project }, { run, state, code, after, limit }) => {
    await requireRun(world, project.id, run);
    const rows = await world.db.runItem.findMany({
      where: {
        runId: run,
        ordinal: { gt: after },
        ...(state === undefined ? {} : { state }),
        ...(code === undefined ? {} : { code }),
      },
      orderBy: { ordinal: "asc" },
      take: limit + 1,
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
    const shown = rows.slice(0, limit);
    return {
      rows: shown.map((row) => ({ ...row, state: RunItemState.parse(row.state) })),
      next: rows.length > limit ? (shown.at(-1)?.ordinal ?? null) : null,
    };
  },
);

/** @throws StudioError `not_found` */
export async function requireRun(world: Pick<World, "db">, projectId: string, id: string): Promise<void> {
  const row = await world.db.run.findFirst({ where: { id, projectId }, select: { id: true } });
  if (row === null) throw new StudioError("not_found", "There is no such run in this project.");
}
