import { z } from "zod";
import { StudioError } from "#lib/errors.ts";
import { ProjectRole } from "#lib/schema/actor.ts";
import { type ChangeContext, defineChange } from "./define.ts";

/** Gives a member another role. The last admin keeps theirs, and nobody changes their own. */
export const changeRole = defineChange(
  {
    action: "member.manage",
    summary: "Change a member's role",
    Input: z.strictObject({ project: z.string(), user: z.uuid(), role: ProjectRole }),
    Output: z.strictObject({ userId: z.uuid(), role: ProjectRole }),
  },
  async (context, { user, role }) => {
    const member = await requireOtherMember(context, user);
    if (member.role === "admin" && role !== "admin") await requireAnotherAdmin(context, user);
    await context.tx.membership.update({
      where: { projectId_userId: { projectId: context.project.id, userId: user } },
      data: { role },
    });
    await context.record({ kind: "member.role-changed", payload: { user, before: member.role, after: role } });
    return { userId: user, role };
  },
);

/** Takes a member out of the project; what they did stays. */
export const removeMember = defineChange(
  {
    action: "member.manage",
    summary: "Remove a member",
    Input: z.strictObject({ project: z.string(), user: z.uuid() }),
    Output: z.strictObject({}),
  },
  async (context, { user }) => {
    const member = await requireOtherMember(context, user);
    if (member.role === "admin") await requireAnotherAdmin(context, user);
    await context.tx.membership.delete({
      where: { projectId_userId: { projectId: context.project.id, userId: user } },
    });
    await context.record({ kind: "member.removed", payload: { user, role: member.role } });
    return {};
  },
);

async function requireOtherMember({ actor, project, tx }: ChangeContext, user: string) {
  const member = await tx.membership.findUnique({
    where: { projectId_userId: { projectId: project.id, userId: user } },
  });
  if (!member) throw new StudioError("not_found", "There is no such member in this project.");
  if (actor.userId === user) throw new StudioError("forbidden", "Your own role is changed by another admin.");
  return member;
}

async function requireAnotherAdmin({ project, tx }: ChangeContext, user: string): Promise<void> {
  const admins = await tx.$queryRaw<
    { user_id: string }[]
  >`SELECT user_id FROM membership WHERE project_id = ${project.id}::uuid AND role = 'admin' FOR UPDATE`;
  if (!admins.some((admin) => admin.user_id !== user))
    throw new StudioError("conflict", "A project keeps at least one admin. Make somebody else admin first.");
}
