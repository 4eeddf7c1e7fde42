import { z } from "zod";
import { RunProblem } from "#lib/schema/run.ts";
import { defineProjectRead } from "../define.ts";
import { requireRun } from "./list-run-items.ts";

/** What went wrong in a run, by cause, the most frequent first. Two passes over what failed. */
export const listRunProblems = defineProjectRead(
  {
    action: "run.read",
    summary: "List what went wrong in a run, by cause",
    Input: z.strictObject({ project: z.string(), run: z.uuid() }),
    Output: z.strictObject({ rows: z.array(RunProblem) }),
  },
  async ({ world, project }, { run }) => {
    await requireRun(world, project.id, run);
    const { rows } = await world.pool.query<{ code: string; items: number; calls: number; example: string | null }>(
      `SELECT code, sum(items)::int AS items, sum(calls)::int AS calls, min(example) AS example FROM (
         SELECT code, count(*) AS items, 0 AS calls, (array_agg(problem ORDER BY ordinal))[1] AS example
         FROM run_item WHERE run_id = $1 AND (state = 'failed' OR code = 'note') GROUP BY code
         UNION ALL
         SELECT code, 0, count(*), NULL FROM attempt WHERE run_id = $1 AND state = 'failed' GROUP BY code
       ) cause WHERE code IS NOT NULL GROUP BY code ORDER BY items DESC, calls DESC, code`,
      [run],
    );
    return { rows: rows.map((row) => ({ ...row, example: row.example ?? "" })) };
  },
);
