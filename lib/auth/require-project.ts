import { StudioError } from "#lib/errors.ts";
import { type Actor, ProjectRole } from "#lib/schema/actor.ts";
import { type Action, permissions, reaches } from "#lib/schema/permissions.ts";
import { Slug } from "#lib/schema/project.ts";
import type { World } from "#lib/world/world.ts";

/** The project a request is about and the asker's role in it. */
export interface ProjectAccess {
  id: string;
  slug: string;
  name: string;
  role: ProjectRole;
}

/**
 * Finds the project by slug and checks the asker's right to `action` in it. An outsider is told that there is no such
 * project, a member without the right that the role does not allow it. A removed project is found only to be brought back.
 * One indexed query.
 */
export async function requireProject(world: World, actor: Actor, slug: string, action: Action): Promise<ProjectAccess> {
  const needed = permissions[action];
  if (needed === "public" || needed === "account" || needed === "owner")
    throw new RangeError(`${action} is not about a project`);
  if (!Slug.safeParse(slug).success) throw noProject(slug);
  const { rows } = await world.pool.query<{ id: string; slug: string; name: string; role: string | null }>(
    `SELECT project.id, project.slug, project.name, membership.role
     FROM project LEFT JOIN membership ON membership.project_id = project.id AND membership.user_id = $2
     WHERE project.slug = $1 AND ($3 OR project.deleted_at IS NULL)`,
    [slug, actor.userId, action === "project.restore"],
  );
  const found = rows[0];
  const role = found ? roleOf(actor, found.id, found.role) : null;
  if (!found || role === null) throw noProject(slug);
  if (!reaches(role, needed)) {
    throw new StudioError("forbidden", `Your role in this project is ${role}; this needs ${needed} or above.`);
  }
  return { id: found.id, slug: found.slug, name: found.name, role };
}

function noProject(slug: string): StudioError {
  return new StudioError("not_found", `There is no project “${slug.slice(0, 80).toWellFormed()}” here.`);
}

function roleOf(actor: Actor, projectId: string, membership: string | null): ProjectRole | null {
  if (actor.kind === "operator") return "admin";
  const own = membership === null ? null : ProjectRole.parse(membership);
  if (actor.kind === "person") return actor.owner ? "admin" : own;
  // A token is tied to its project and never exceeds its own role, nor that of the person it stands for.
  if (actor.projectId !== projectId) return null;
  if (actor.owner) return actor.role;
  if (own === null) return null;
  return reaches(own, actor.role) ? actor.role : own;
}
