import { getIP } from "better-auth/api";
import { z } from "zod";
import { openDoor } from "#lib/door/door.ts";
import { limitAccount } from "#lib/door/limit-account.ts";
import { problem } from "#lib/door/problem.ts";
import { bodyInput } from "#lib/door/request-input.ts";
import { StudioError } from "#lib/errors.ts";
import { addressHeader } from "#lib/host/web/clean-headers.ts";
import { emailKey } from "#lib/schema/email-key.ts";
import { parse } from "#lib/schema/parse.ts";

/** Of better-auth's routes only these exist here; all others answer as if there were nothing. */
const bodies = {
  "sign-in/email": z.strictObject({
    email: z.string().max(254).transform(emailKey),
    password: z.string().max(1024),
    rememberMe: z.boolean().optional(),
  }),
  "sign-out": z.strictObject({}),
};

/** Signs in and out. The library sets the cookie; the door has checked the origin. */
export const POST = openDoor("account.sign-in", true, async ({ world, auth }, _actor, request, { path = "" }) => {
  if (path !== "sign-in/email" && path !== "sign-out")
    throw new StudioError("not_found", "There is nothing at this address.");
  const input = parse(bodies[path], (await bodyInput(request)).input);
  const headers = new Headers(request.headers);
  headers.delete("content-length");
  if (!headers.has(addressHeader)) headers.set(addressHeader, "127.0.0.1");
  const init = { method: "POST", headers, body: JSON.stringify(input) };
  const inner = new Request(new URL(`/api/auth/${path}`, request.url), init);
  if ("email" in input) await limitAccount(world, input.email, getIP(inner, auth.options));
  const answer = await auth.handler(inner);
  if (!answer.ok) return problem(refusal(answer));
  // The library repeats the session's secret in the body; it belongs in the cookie alone.
  return new Response("{}", { status: answer.status, headers: answer.headers });
});

/** What the library refuses, in our words and our form. */
function refusal(answer: Response): unknown {
  if (answer.status === 429) {
    const retryAfterSeconds = Number(answer.headers.get("x-retry-after") ?? 60);
    return new StudioError("too_many", "Too many attempts from here. Wait a minute, then try again.", {
      details: { retryAfterSeconds },
    });
  }
  if (answer.status < 500)
    return new StudioError("unauthenticated", "No account has this address and password. Check both.");
  return new Error(`Signing in or out was answered with ${answer.status}`);
}
