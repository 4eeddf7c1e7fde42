import { StudioError } from "#lib/errors.ts";
import { log } from "#lib/log.ts";
import type { Actor } from "#lib/schema/actor.ts";

/** Notes who was refused what, so that somebody trying doors is seen. Names no text, address or secret of the request. */
export function logRefusal(error: unknown, action: string, actor: Actor | null, request: Request): void {
  if (!(error instanceof StudioError)) return;
  if (error.code !== "forbidden" && error.code !== "too_many" && !(error.code === "not_found" && actor !== null))
    return;
  const asker = actor === null ? null : { kind: actor.kind, userId: actor.userId };
  log().info({ action, asker, method: request.method, code: error.code }, "refused");
}
