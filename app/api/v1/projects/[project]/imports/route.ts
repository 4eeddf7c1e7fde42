import { checkedAnswer } from "#lib/door/checked-answer.ts";
import { door, openDoor } from "#lib/door/door.ts";
import { commandOf, queryInput } from "#lib/door/request-input.ts";
import { StudioError } from "#lib/errors.ts";
import { ImportView, UploadQuery } from "#lib/schema/import-view.ts";
import { parse } from "#lib/schema/parse.ts";
import { listImports } from "#lib/services/list-imports.ts";
import { uploadImport } from "#lib/services/upload-import.ts";

export const GET = door(listImports);

/** Takes a file as the raw body of the request; its name is in the query. */
export const POST = openDoor("import.create", true, async ({ world, secret }, actor, request, { project = "" }) => {
  if (actor === null) throw new StudioError("unauthenticated", "Sign in first.");
  const { fileName, newCultures } = parse(UploadQuery, queryInput(request.url));
  if (request.body === null) throw new StudioError("malformed", "The request has no body. Send the file itself.");
  const announced = request.headers.get("content-length");
  const command = commandOf(request, JSON.stringify([fileName, newCultures]), secret);
  const upload = {
    project,
    fileName,
    newCultures,
    chunks: request.body,
    announced: announced === null ? null : Number(announced),
  };
  return Response.json(checkedAnswer(ImportView, await uploadImport(world, actor, upload, command)), {
    headers: { "cache-control": "private, no-store" },
  });
});
