import { headers } from "next/headers";
import { notFound, redirect } from "next/navigation";
import type { z } from "zod";
import { pageHeader } from "#lib/auth/page-header.ts";
import { StudioError } from "#lib/errors.ts";
import type { Actor } from "#lib/schema/actor.ts";
import type { Service } from "#lib/services/define.ts";
import { findActor } from "./find-actor.ts";
import { studio } from "./studio.ts";

/** Who looks at a page that is open to all; null for nobody. */
export async function findVisitor(): Promise<Actor | null> {
  const { world, auth } = studio();
  return findActor(world, auth, await headers());
}

/**
 * Reads for a page: the session's person asks the service. Nobody is sent to sign in and then comes back to the page, and
 * what is not there, or is not the person's to see, is a page not found.
 */
export async function read<Input extends z.ZodType, Output extends z.ZodType>(
  service: Service<Input, Output>,
  input: z.input<Input>,
): Promise<z.output<Output>> {
  const { world, auth } = studio();
  const asked = await headers();
  try {
    const actor = await findActor(world, auth, asked);
    return await service.run(world, actor, input);
  } catch (error) {
    if (error instanceof StudioError && error.code === "unauthenticated")
      redirect(`/sign-in?next=${encodeURIComponent(asked.get(pageHeader) ?? "/projects")}`);
    if (error instanceof StudioError && (error.code === "not_found" || error.code === "forbidden")) notFound();
    throw error;
  }
}
