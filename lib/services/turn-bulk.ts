import { Prisma } from "#lib/db/generated/client.ts";
import { StudioError } from "#lib/errors.ts";
import { BulkStepPayload, type BulkView } from "#lib/schema/bulk.ts";
import { permissions, reaches } from "#lib/schema/permissions.ts";
import { readBulk } from "./bulk-view.ts";
import type { ChangeContext } from "./define.ts";

export interface LockedBulk {
  /** The event that began it. */
  event: number;
  view: BulkView;
}

/** Locks the act on many that an event began, so that one undo of it comes at a time. @throws StudioError `forbidden` */
export async function lockBulk({ tx, project }: ChangeContext, event: number, payload: unknown): Promise<LockedBulk> {
  const needed = permissions["conversation.bulk"];
  if (!reaches(project.role, needed))
    throw new StudioError(
      "forbidden",
      `Your role in this project is ${project.role}; an act on many needs ${needed} or above.`,
    );
  const { bulk } = BulkStepPayload.parse(payload);
  await tx.$queryRaw`SELECT id FROM bulk_act WHERE id = ${bulk}::uuid FOR UPDATE`;
  return { event, view: (await readBulk(tx, project.id, bulk)).view };
}

/**
 * Begins to take an act on many back, or to do it again: the rows it had changed wait for their outcome anew, and the walk
 * is left for a worker. @throws StudioError `conflict`
 */
export async function turnBulk(
  { world, project, tx, record }: ChangeContext,
  { event, view: { id, state, act, total } }: LockedBulk,
  direction: "undo" | "redo",
): Promise<BulkView> {
  if (state !== (direction === "undo" ? "done" : "undone"))
    throw new StudioError("conflict", "This act on many conversations is still under way. Wait until it is done.");
  if (act.kind === "tag") await requireUnmerged({ tx, project }, event, [...act.add, ...act.remove]);
  await tx.bulkItem.updateMany({ where: { bulkId: id, outcome: "done" }, data: { outcome: null } });
  await tx.bulkAct.update({
    where: { id },
    data: { state: direction === "undo" ? "undoing" : "redoing", finishedAt: null },
  });
  await world.queue.enqueue(tx, "bulk.run", { bulkId: id }, id);
  await record({
    kind: direction === "undo" ? "bulk.undone" : "bulk.redone",
    subject: event,
    payload: { bulk: id, act, total },
  });
  return (await readBulk(tx, project.id, id)).view;
}

/** As for a single act: after a merge nothing says which tags to give back. */
async function requireUnmerged(
  { tx, project }: Pick<ChangeContext, "tx" | "project">,
  event: number,
  tags: string[],
): Promise<void> {
  const merges = await tx.$queryRaw<unknown[]>(Prisma.sql`
    SELECT number FROM event WHERE project_id = ${project.id}::uuid AND number > ${event} AND kind = 'tag.merged'
      AND (payload->>'id' = ANY(${tags}) OR payload->>'into' = ANY(${tags})) LIMIT 1`);
  if (merges.length > 0)
    throw new StudioError("conflict", "A tag of this act was merged since, so the act can no longer be taken back.");
}
