import { openDoor } from "#lib/door/door.ts";
import { openApiDocument } from "../openapi-document.ts";

let text: string | undefined;

/** Describes the API. Made at the first call, from the same schemas that check what comes in. */
export const GET = openDoor("instance.describe", false, async () => {
  text ??= JSON.stringify(openApiDocument());
  return new Response(text, { headers: { "content-type": "application/json", "cache-control": "no-cache" } });
});
