import { openDoor } from "#lib/door/door.ts";
import { download } from "#lib/door/download.ts";
import { StudioError } from "#lib/errors.ts";
import { readRejects } from "#lib/services/read-rejects.ts";

/** The rejected lines of an import, as a file. */
export const GET = openDoor("import.read", false, async ({ world }, actor, _request, params) => {
  if (actor === null) throw new StudioError("unauthenticated", "Sign in first.");
  const { fileName, lines } = await readRejects(world, actor, params.project ?? "", params.import ?? "");
  const bytes = async function* () {
    for await (const text of lines) yield Buffer.from(text);
  };
  return download(bytes(), fileName, "application/jsonl");
});
