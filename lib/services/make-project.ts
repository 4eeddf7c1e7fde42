import type { Transaction } from "#lib/db/client.ts";
import { StudioError } from "#lib/errors.ts";
import type { Actor } from "#lib/schema/actor.ts";
import type { ProjectKind } from "#lib/schema/project.ts";
import type { World } from "#lib/world/world.ts";
import { appendEvent } from "./append-event.ts";
import { fillVocabulary } from "./fill-vocabulary.ts";

/** Words that stand in the place of a project in addresses. */
export const reservedSlugs: ReadonlySet<string> = new Set(["new", "samples"]);

/** Only the owner and the operator make projects. @throws StudioError `forbidden` */
export function requireMaker(actor: Actor | null): Actor {
  if (actor !== null && (actor.kind === "operator" || (actor.kind === "person" && actor.owner))) return actor;
  throw new StudioError("forbidden", "Projects are made by the owner of this Tessera.");
}

/** Inserts a project with its own copy of the registries; the maker becomes its admin. Returns its id. */
export async function makeProject(
  world: World,
  tx: Transaction,
  actor: Actor,
  facts: { name: string; slug: string; description: string; kind: ProjectKind; guideline?: string },
): Promise<string> {
  const id = world.newId();
  await tx.project.create({ data: { id, ...facts } });
  if (actor.userId !== null)
    await tx.membership.create({ data: { projectId: id, userId: actor.userId, role: "admin" } });
  await fillVocabulary(world, tx, id);
  const { name, slug, kind } = facts;
  await appendEvent(tx, id, actor, world.newId(), { kind: "project.created", payload: { name, slug, kind } });
  return id;
}
