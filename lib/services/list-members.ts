import { z } from "zod";
import { ProjectRole } from "#lib/schema/actor.ts";
import { MemberView } from "#lib/schema/member.ts";
import { reaches } from "#lib/schema/permissions.ts";
import { defineProjectRead } from "./define.ts";

/** The project's members by name. Only admins see e-mail addresses. */
export const listMembers = defineProjectRead(
  {
    action: "member.list",
    summary: "List members",
    Input: z.strictObject({ project: z.string() }),
    Output: z.strictObject({ rows: z.array(MemberView) }),
  },
  async ({ world, project }) => {
    const members = await world.db.membership.findMany({
      where: { projectId: project.id },
      include: { user: true },
      orderBy: { user: { name: "asc" } },
    });
    const mayRead = reaches(project.role, "admin");
    return {
      rows: members.map(({ userId, role, user }) => ({
        userId,
        name: user.name,
        email: mayRead ? user.email : null,
        role: ProjectRole.parse(role),
        owner: user.owner,
      })),
    };
  },
);
