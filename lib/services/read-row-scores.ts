import { z } from "zod";
import { type HeadlineRecord, toRowScores } from "#lib/db/conversation-rows.ts";
import { readScoreNotes } from "#lib/db/score-notes.ts";
import { RowScores } from "#lib/schema/conversation-view.ts";
import { defineProjectRead } from "./define.ts";

/** As many as a page of a list has rows. */
const most = 200;

/**
 * The scores of some conversations as lists show them, so that rows of an open page change when their scores do. Ids of other
 * projects are left out. Two queries by keys.
 */
export const readRowScores = defineProjectRead(
  {
    action: "conversation.list",
    summary: "Read the scores of some conversations",
    Input: z.strictObject({
      project: z.string(),
      ids: z.preprocess(
        (value) => (typeof value === "string" ? value.split(",") : value),
        z.array(z.uuid()).min(1).max(most),
      ),
    }),
    Output: z.strictObject({ rows: z.array(RowScores) }),
  },
  async ({ world, project }, { ids }) => {
    const [{ rows }, notes] = await Promise.all([
      world.pool.query<HeadlineRecord & { id: string }>(
        `SELECT id, representativeness, representativeness_percentile, distinctiveness, distinctiveness_percentile
         FROM conversation WHERE project_id = $1 AND id = ANY($2::uuid[])`,
        [project.id, ids],
      ),
      readScoreNotes(world.pool, project.id, ids),
    ]);
    return { rows: rows.map((row) => toRowScores(row, notes(row.id))) };
  },
);
