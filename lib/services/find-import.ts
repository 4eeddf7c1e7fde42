import { z } from "zod";
import type { Import } from "#lib/db/generated/client.ts";
import { StudioError } from "#lib/errors.ts";
import type { World } from "#lib/world/world.ts";

/** An import of the project. @throws StudioError `not_found` */
export async function getImportRow(db: Pick<World["db"], "import">, projectId: string, id: string): Promise<Import> {
  const row = z.uuid().safeParse(id).success ? await db.import.findFirst({ where: { id, projectId } }) : null;
  if (row === null) throw new StudioError("not_found", "There is no such import in this project.");
  return row;
}
