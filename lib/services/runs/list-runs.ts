import { z } from "zod";
import { RunView } from "#lib/schema/run.ts";
import { runStatesUnderWay } from "#lib/schema/run-choices.ts";
import { defineProjectRead } from "../define.ts";
import { readRun, toRunView } from "./run-view.ts";

const page = 50;

/** The runs of a project, the newest first, a page at a time. */
export const listRuns = defineProjectRead(
  {
    action: "run.read",
    summary: "List runs",
    Input: z.strictObject({
      project: z.string(),
      /** Only those that workers are at. */
      underWay: z.stringbool().or(z.boolean()).default(false),
      cursor: z.uuid().optional(),
    }),
    Output: z.strictObject({ rows: z.array(RunView), next: z.string().nullable() }),
  },
  async ({ world, project }, { underWay, cursor }) => {
    const rows = await world.db.run.findMany({
      where: {
        projectId: project.id,
        ...(underWay ? { state: { in: [...runStatesUnderWay] } } : {}),
        ...(cursor === undefined ? {} : { id: { lt: cursor } }),
      },
      orderBy: { id: "desc" },
      take: page + 1,
    });
    const shown = rows.slice(0, page);
    if (shown.length === 0) return { rows: [], next: null };
    const [active, people] = await Promise.all([
      world.db.runItem.groupBy({
        by: ["runId"],
        where: { runId: { in: shown.map(({ id }) => id) }, state: "active" },
        _count: true,
      }),
      world.db.user.findMany({
        where: { id: { in: shown.flatMap(({ createdBy }) => createdBy ?? []) } },
        select: { id: true, name: true },
      }),
    ]);
    const activeOf = new Map(active.map(({ runId, _count }) => [runId, _count]));
    const nameOf = new Map(people.map(({ id, name }) => [id, name]));
    return {
      rows: shown.map((row) => toRunView(row, activeOf.get(row.id) ?? 0, nameOf.get(row.createdBy ?? "") ?? null)),
      next: rows.length > page ? (shown.at(-1)?.id ?? null) : null,
    };
  },
);

export const getRun = defineProjectRead(
  {
    action: "run.read",
    summary: "Read a run",
    Input: z.strictObject({ project: z.string(), run: z.uuid() }),
    Output: RunView,
  },
  ({ world, project }, { run }) => readRun(world.db, project.id, run),
);
