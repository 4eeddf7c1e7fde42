import type { Actor, ProjectRole } from "#lib/schema/actor.ts";
import type { World } from "#lib/world/world.ts";

/** Makes somebody with an account and a role in a project; returns them as who asks. */
export async function addPerson(
  world: World,
  projectId: string,
  name: string,
  role: ProjectRole,
  { owner = false }: { owner?: boolean } = {},
): Promise<Extract<Actor, { kind: "person" }>> {
  const userId = world.newId();
  const email = `${name.toLowerCase().replaceAll(" ", "-")}@canary.example`;
  await world.db.user.create({
    data: { id: userId, name, email, owner, memberships: { create: { projectId, role } } },
  });
  return { kind: "person", userId, name, owner };
}
