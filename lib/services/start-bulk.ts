import { z } from "zod";
import { StudioError } from "#lib/errors.ts";
import { BulkView } from "#lib/schema/bulk.ts";
import { readBulk } from "./bulk-view.ts";
import { defineChange, type Service } from "./define.ts";
import { runIfSmall } from "./run-bulk.ts";

const Input = z.strictObject({ project: z.string(), bulk: z.uuid() });

/** Begins an act that was prepared, and leaves it for a worker. Only who prepared it may. */
const beginBulk = defineChange(
  { action: "conversation.bulk", summary: "Begin an act on many conversations", Input, Output: BulkView },
  async ({ world, actor, project, tx, record }, { bulk: id }) => {
    await tx.$queryRaw`SELECT id FROM bulk_act WHERE id = ${id}::uuid AND project_id = ${project.id}::uuid FOR UPDATE`;
    const { view, userId } = await readBulk(tx, project.id, id);
    if (userId !== actor.userId)
      throw new StudioError("forbidden", "Somebody else prepared this act. Prepare one of your own.");
    if (view.state === "running" || view.state === "done") return view;
    if (view.state !== "prepared")
      throw new StudioError("conflict", "This act was taken back. Redo it, or prepare another.");
    if (view.total === 0)
      throw new StudioError("invalid", "No conversation is in this set, so there is nothing to do.");
    await tx.bulkAct.update({ where: { id }, data: { state: "running" } });
    await world.queue.enqueue(tx, "bulk.run", { bulkId: id }, id);
    const event = await record({ kind: "bulk.started", payload: { bulk: id, act: view.act, total: view.total } });
    await tx.bulkAct.update({ where: { id }, data: { eventNumber: event } });
    return { ...view, state: "running" as const };
  },
);

/**
 * Begins a prepared act. A small one is done when the answer comes; the job that was left then finds nothing to do. A large
 * one is answered as running, and `getBulk` says how far it is.
 */
export const startBulk: Service<typeof Input, typeof BulkView> = {
  ...beginBulk,
  async run(world, actor, input, command) {
    return runIfSmall(world, await beginBulk.run(world, actor, input, command));
  },
};
