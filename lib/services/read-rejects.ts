import { requireProject } from "#lib/auth/require-project.ts";
import type { Actor } from "#lib/schema/actor.ts";
import type { World } from "#lib/world/world.ts";
import { getImportRow } from "./find-import.ts";

const page = 2_000;

/** The rejected lines of an import as JSON lines: line, byte offset, code, field, sentence and the start of the line. Streamed. */
export async function readRejects(
  world: World,
  actor: Actor,
  slug: string,
  importId: string,
): Promise<{ fileName: string; lines: AsyncGenerator<string, void, void> }> {
  const project = await requireProject(world, actor, slug, "import.read");
  const row = await getImportRow(world.db, project.id, importId);
  return { fileName: `${row.fileName}.rejects.jsonl`, lines: rejectLines(world, row.id) };
}

/** Walks the rejects in the order of the file, a page at a time. */
export async function* rejectLines(world: World, importId: string): AsyncGenerator<string, void, void> {
  for (let after = 0; ; ) {
    const rows = await world.db.importReject.findMany({
      where: { importId, line: { gt: after } },
      orderBy: { line: "asc" },
      take: page,
    });
    if (rows.length === 0) return;
    yield rows
      .map(
        ({ line, byteOffset, code, field, message, excerpt }) =>
          `${JSON.stringify({ line, byteOffset: Number(byteOffset), code, field, message, excerpt })}\n`,
      )
      .join("");
    after = rows.at(-1)?.line ?? after;
  }
}
