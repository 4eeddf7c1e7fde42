import { z } from "zod";
import { newToken, tokenHash } from "#lib/auth/token.ts";
import { StudioError } from "#lib/errors.ts";
import { ProjectRole } from "#lib/schema/actor.ts";
import { CreateTokenInput, TokenView } from "#lib/schema/member.ts";
import { reaches } from "#lib/schema/permissions.ts";
import { defineChange, defineProjectRead } from "./define.ts";

/** Makes a token for scripts, tied to one project and one role. It is shown once; only its hash is kept. */
export const createToken = defineChange(
  {
    action: "token.manage",
    summary: "Create an API token",
    Input: CreateTokenInput,
    Output: TokenView.extend({ token: z.string() }),
  },
  async ({ world, actor, project, tx, record }, { name, role }) => {
    if (!reaches(project.role, role)) throw new StudioError("forbidden", "A token cannot do more than you can.");
    const userId = actor.userId ?? (await tx.user.findFirst({ where: { owner: true }, select: { id: true } }))?.id;
    if (userId === undefined)
      throw new StudioError(
        "conflict",
        "A token stands for a person, and there is no account yet. Make the owner first: tessera user create.",
      );
    const token = newToken("tsr");
    const row = await tx.apiToken.create({
      data: {
        id: world.newId(),
        tokenHash: tokenHash(token),
        name,
        role,
        userId,
        projectId: project.id,
        createdAt: world.now(),
      },
    });
    await record({ kind: "token.created", payload: { id: row.id, name, role } });
    return { ...toView(row), token };
  },
);

/** The project's tokens that still work, newest first, without their secrets. */
export const listTokens = defineProjectRead(
  {
    action: "token.manage",
    summary: "List API tokens",
    Input: z.strictObject({ project: z.string() }),
    Output: z.strictObject({ rows: z.array(TokenView) }),
  },
  async ({ world, project }) => {
    const rows = await world.db.apiToken.findMany({
      where: { projectId: project.id, revokedAt: null },
      orderBy: { id: "desc" },
      take: 200,
    });
    return { rows: rows.map(toView) };
  },
);

export const revokeToken = defineChange(
  {
    action: "token.manage",
    summary: "Revoke an API token",
    Input: z.strictObject({ project: z.string(), token: z.uuid() }),
    Output: z.strictObject({}),
  },
  async ({ world, project, tx, record }, { token }) => {
    const { count } = await tx.apiToken.updateMany({
      where: { id: token, projectId: project.id, revokedAt: null },
      data: { revokedAt: world.now() },
    });
    if (count === 0) throw new StudioError("not_found", "There is no such token in this project.");
    await record({ kind: "token.revoked", payload: { id: token } });
    return {};
  },
);

function toView(row: { id: string; name: string; role: string; createdAt: Date; lastUsedAt: Date | null }): TokenView {
  return {
    id: row.id,
    name: row.name,
    role: ProjectRole.parse(row.role),
    createdAt: row.createdAt.toISOString(),
    lastUsedAt: row.lastUsedAt?.toISOString() ?? null,
  };
}
