import { addressHeader } from "#lib/auth/auth.ts";
import { openDoor } from "#lib/auth/door.ts";
import { StudioError } from "#lib/errors.ts";

/** Of better-auth's routes only these exist here; all others answer as if there were nothing. */
const open = new Set(["sign-in/email", "sign-out"]);

/** Signs in and out. The library sets the cookie; the door has checked the origin. */
export const POST = openDoor("account.sign-in", true, async ({ auth }, _actor, request, { path = "" }) => {
  if (!open.has(path)) throw new StudioError("not_found", "There is nothing at this address.");
  if (!/^application\/json\b/i.test(request.headers.get("content-type") ?? "")) {
    throw new StudioError("unsupported_type", "Send the body as application/json.");
  }
  if (!request.headers.has(addressHeader)) request.headers.set(addressHeader, "127.0.0.1");
  const answer = await auth.handler(request);
  if (!answer.ok) return answer;
  // The library repeats the session's secret in the body; it belongs in the cookie alone.
  return new Response("{}", { status: answer.status, headers: answer.headers });
});
