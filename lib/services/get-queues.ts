import { z } from "zod";
import { countQueues } from "#lib/curation/columns/count-queues.ts";
import { defineProjectRead } from "./define.ts";

/** How much waits to be decided, and where a look is worth most: estimators that disagree, cells without anything accepted. */
export const getQueues = defineProjectRead(
  {
    action: "conversation.list",
    summary: "Count what waits to be decided, and where it matters most",
    Input: z.strictObject({ project: z.string() }),
    Output: z.strictObject({
      pending: z.int(),
      /** Pending ones over which estimators or judges differ by more than .3. */
      disagreeing: z.int(),
      /** Cells of culture and topic in which something waits. */
      waitingCells: z.int(),
      /** Of those, the ones in which nothing is accepted yet. */
      emptyCells: z.int(),
    }),
  },
  ({ world, project }) => world.columns.look(project.id, countQueues),
);
