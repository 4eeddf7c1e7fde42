import { env } from "#lib/env.ts";
import { StudioError } from "#lib/errors.ts";
import type { Actor } from "#lib/schema/actor.ts";
import { type Action, permissions } from "#lib/schema/permissions.ts";
import type { Service } from "#lib/services/define.ts";
import { checkedAnswer } from "./checked-answer.ts";
import { findActor } from "./find-actor.ts";
import { logRefusal } from "./log-refusal.ts";
import { problem } from "./problem.ts";
import { bodyInput, commandOf, queryInput } from "./request-input.ts";
import { requireSameOrigin } from "./same-origin.ts";
import { type Studio, studio } from "./studio.ts";

/** Routes without a named part get no params at all. */
type RouteContext = { params: Promise<object> };

/** A route handler that carries the action it needs, so that a test can hold every route against the role table. */
export interface Door {
  (request: Request, context: RouteContext): Promise<Response>;
  action: Action;
  service?: Service;
}

/** The JSON door of a service: reads who asks and what, calls it, answers. Reads take the query string, writes a body. */
export function door(service: Service): Door {
  return openDoor(
    service.action,
    service.changes,
    async ({ world, secret }, actor, request, params) => {
      if (!service.changes)
        return json(service, await service.run(world, actor, merged(params, queryInput(request.url))));
      const { input, text } = await bodyInput(request);
      return json(service, await service.run(world, actor, merged(params, input), commandOf(request, text, secret)));
    },
    service,
  );
}

/** A door for what is not JSON: uploads, downloads and documents. The same checks stand before it. */
export function openDoor(
  action: Action,
  changes: boolean,
  handle: (studio: Studio, actor: Actor | null, request: Request, params: Record<string, string>) => Promise<Response>,
  service?: Service,
): Door {
  const handler = async (request: Request, context: RouteContext) => {
    let actor: Actor | null = null;
    try {
      if (changes) requireSameOrigin(request.headers, env().origin);
      const opened = studio();
      actor = await findActor(opened.world, opened.auth, request.headers);
      // Before anything of the request is read: a stranger learns nothing of what would have been wrong with it.
      if (actor === null && permissions[action] !== "public")
        throw new StudioError("unauthenticated", "Sign in first.");
      return await handle(opened, actor, request, named(await context.params));
    } catch (error) {
      logRefusal(error, action, actor, request);
      return problem(error);
    }
  };
  return Object.assign(handler, service ? { action, service } : { action });
}

/** The named parts of an address; the parts of a catch-all are joined again. */
function named(params: object | undefined): Record<string, string> {
  return Object.fromEntries(
    Object.entries(params ?? {}).map(([name, part]: [string, unknown]) => [
      name,
      Array.isArray(part) ? part.join("/") : String(part),
    ]),
  );
}

/** What the address names is not overruled by what the body says. */
function merged(params: Record<string, string>, input: Record<string, unknown>): Record<string, unknown> {
  for (const key of Object.keys(params)) {
    if (key in input)
      throw new StudioError("invalid", `${key}: is given by the address; leave it out of the request.`, {
        fields: [{ field: key, message: "is given by the address" }],
      });
  }
  return { ...input, ...params };
}

function json(service: Service, answer: unknown): Response {
  return Response.json(checkedAnswer(service.Output, answer), { headers: { "cache-control": "private, no-store" } });
}
