import type { World } from "#lib/world/world.ts";

/**
 * Has imports that wait for review staged again when their stage is gone, as it is after a crash of the database: the table
 * is unlogged, the file is not. Returns how many.
 */
export async function restageLost(world: World): Promise<number> {
  const { rows } = await world.pool.query<{ id: string }>(
    `SELECT id FROM import WHERE state = 'review'
       AND read > (SELECT count(*) FROM import_reject WHERE import_reject.import_id = import.id AND import_reject.parsed)
       AND NOT EXISTS (SELECT 1 FROM import_row WHERE import_row.import_id = import.id)`,
  );
  for (const { id } of rows) {
    await world.db.$transaction(async (tx) => {
      const { count } = await tx.import.updateMany({ where: { id, state: "review" }, data: { state: "uploaded" } });
      if (count > 0) await world.queue.enqueue(tx, "import.stage", { importId: id }, id);
    });
  }
  return rows.length;
}
