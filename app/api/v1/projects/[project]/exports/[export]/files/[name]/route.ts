import { openDoor } from "#lib/door/door.ts";
import { download } from "#lib/door/download.ts";
import { StudioError } from "#lib/errors.ts";
import { openExportFile } from "#lib/services/open-export-file.ts";

/** One file of a finished export: the data, its side-car or its manifest. */
export const GET = openDoor("export.download", false, async ({ world }, actor, _request, params) => {
  if (actor === null) throw new StudioError("unauthenticated", "Sign in first.");
  const { chunks, name, bytes } = await openExportFile(
    world,
    actor,
    params.project ?? "",
    params.export ?? "",
    params.name ?? "",
  );
  return download(chunks, name, name.endsWith(".json") ? "application/json" : "application/jsonl", bytes);
});
