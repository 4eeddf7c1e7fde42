import { z } from "zod";
import { type Actor, ProjectRole } from "#lib/schema/actor.ts";
import { permissions, reaches } from "#lib/schema/permissions.ts";
import { ProjectView } from "#lib/schema/project.ts";
import { defineRead } from "./define.ts";
import { readProjectViews } from "./project-view.ts";

/** At most so many projects are listed. */
const most = 500;

/** The projects that the asker may see, newest first; or the removed ones that they may bring back. */
export const listProjects = defineRead(
  {
    action: "project.list",
    summary: "List projects",
    Input: z.strictObject({ removed: z.stringbool().or(z.boolean()).default(false) }),
    Output: z.strictObject({ rows: z.array(ProjectView) }),
  },
  async ({ world, actor }, { removed }) => {
    const all = actor === null || actor.kind === "operator" || (actor.kind === "person" && actor.owner);
    const { rows } = await world.pool.query<{ id: string; role: string }>(
      `SELECT project.id, CASE WHEN $1 THEN 'admin' ELSE membership.role END AS role
       FROM project LEFT JOIN membership ON membership.project_id = project.id AND membership.user_id = $2
       WHERE (project.deleted_at IS NOT NULL) = $4 AND ($1 OR membership.user_id IS NOT NULL) AND ($3::uuid IS NULL OR project.id = $3)
       ORDER BY project.id DESC LIMIT ${most}`,
      [
        all || (actor.kind === "token" && actor.owner),
        actor?.userId ?? null,
        actor?.kind === "token" ? actor.projectId : null,
        removed,
      ],
    );
    const shown = rows
      .map((row) => ({ id: row.id, role: shownRole(actor, ProjectRole.parse(row.role)) }))
      .filter(({ role }) => !removed || reaches(role, permissions["project.restore"]));
    return { rows: await readProjectViews(world, shown) };
  },
);

/** A token does not exceed its own role, whatever that of its person. */
function shownRole(actor: Actor | null, own: ProjectRole): ProjectRole {
  return actor?.kind === "token" && reaches(own, actor.role) ? actor.role : own;
}
