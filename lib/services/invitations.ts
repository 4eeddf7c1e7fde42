import { z } from "zod";
import { newToken, tokenHash } from "#lib/auth/token.ts";
import type { Transaction } from "#lib/db/client.ts";
import { StudioError } from "#lib/errors.ts";
import { type Actor, ProjectRole } from "#lib/schema/actor.ts";
import { AcceptInvitationInput, InvitationView, InviteInput } from "#lib/schema/member.ts";
import { createAccount } from "./accounts.ts";
import { appendEvent } from "./append-event.ts";
import { defineAccountChange, defineChange, defineProjectRead, defineRead } from "./define.ts";
import { lockLink } from "./use-link.ts";

/** How long an invitation works, in days. */
const days = 7;

/** Makes an invitation link for one person. The link is shown once; only its hash is kept. */
export const invite = defineChange(
  {
    action: "member.manage",
    summary: "Invite somebody",
    Input: InviteInput,
    Output: InvitationView.extend({ link: z.string() }),
  },
  async ({ world, actor, project, tx, record }, { role, email }) => {
    const token = newToken("link");
    const now = world.now();
    const invitation = await tx.invitation.create({
      data: {
        id: world.newId(),
        kind: "invitation",
        tokenHash: tokenHash(token),
        projectId: project.id,
        role,
        email: email ?? null,
        createdBy: actor.userId,
        createdAt: now,
        expiresAt: new Date(now.getTime() + days * 86_400_000),
      },
    });
    await record({ kind: "member.invited", payload: { invitation: invitation.id, role } });
    return { ...toView(invitation), link: `/invitation?token=${token}` };
  },
);

/** The invitations that still work, newest first. */
export const listInvitations = defineProjectRead(
  {
    action: "member.manage",
    summary: "List open invitations",
    Input: z.strictObject({ project: z.string() }),
    Output: z.strictObject({ rows: z.array(InvitationView) }),
  },
  async ({ world, project }) => {
    const rows = await world.db.invitation.findMany({
      where: {
        projectId: project.id,
        kind: "invitation",
        acceptedAt: null,
        revokedAt: null,
        expiresAt: { gt: world.now() },
      },
      orderBy: { id: "desc" },
      take: 200,
    });
    return { rows: rows.map(toView) };
  },
);

export const revokeInvitation = defineChange(
  {
    action: "member.manage",
    summary: "Revoke an invitation",
    Input: z.strictObject({ project: z.string(), invitation: z.uuid() }),
    Output: z.strictObject({}),
  },
  async ({ world, project, tx, record }, { invitation }) => {
    const { count } = await tx.invitation.updateMany({
      where: { id: invitation, projectId: project.id, acceptedAt: null, revokedAt: null },
      data: { revokedAt: world.now() },
    });
    if (count === 0) throw new StudioError("not_found", "There is no such open invitation in this project.");
    await record({ kind: "member.invitation-revoked", payload: { invitation } });
    return {};
  },
);

/** What an invitation link, or the set-up link, leads to; so that the page can say it before anything is typed. */
export const findInvitation = defineRead(
  {
    action: "invitation.find",
    summary: "Look up an invitation by its token",
    Input: z.strictObject({ token: z.string().max(200) }),
    Output: z.strictObject({
      valid: z.boolean(),
      kind: z.string().nullable(),
      role: ProjectRole.nullable(),
      project: z.strictObject({ name: z.string() }).nullable(),
      email: z.string().nullable(),
    }),
  },
  async ({ world }, { token }) => {
    const found = await world.db.invitation.findFirst({
      where: {
        tokenHash: tokenHash(token),
        acceptedAt: null,
        revokedAt: null,
        expiresAt: { gt: world.now() },
        OR: [{ projectId: null }, { project: { deletedAt: null } }],
      },
      include: { project: { select: { name: true } } },
    });
    if (!found) return { valid: false, kind: null, role: null, project: null, email: null };
    return {
      valid: true,
      kind: found.kind,
      role: found.role === null ? null : ProjectRole.parse(found.role),
      project: found.project,
      email: found.email,
    };
  },
);

/** Takes the place that the invitation gives: as whoever is signed in, or with an account made for it. */
export const acceptInvitation = defineAccountChange(
  {
    action: "invitation.accept",
    summary: "Accept an invitation",
    Input: AcceptInvitationInput,
    Output: z.strictObject({ project: z.string().nullable() }),
  },
  async ({ world, actor, tx }, { token, ...person }) => {
    const link = await lockLink(tx, "invitation", token);
    if (link.projectId === null) throw new StudioError("not_found", "This invitation leads nowhere any more.");
    const own = await ownAccount(tx, actor, person);
    if (link.email !== null && link.email !== (own ?? person).email) {
      throw new StudioError("forbidden", "This invitation was made for another e-mail address.", {
        fields: [{ field: "email", message: "is not the address the invitation was made for" }],
      });
    }
    const userId = own?.id ?? (await createAccount(world, tx, { ...newPerson(person), owner: false }));
    if ((await tx.membership.count({ where: { projectId: link.projectId, userId } })) > 0)
      throw new StudioError("conflict", "You are a member of this project already.");
    await tx.membership.create({ data: { projectId: link.projectId, userId, role: link.role ?? "viewer" } });
    await tx.invitation.update({ where: { id: link.id }, data: { acceptedAt: world.now(), acceptedBy: userId } });
    const project = await tx.project.findUniqueOrThrow({ where: { id: link.projectId }, select: { slug: true } });
    const joined = { kind: "person", userId, name: "", owner: false } as const;
    await appendEvent(tx, link.projectId, joined, world.newId(), {
      kind: "member.joined",
      payload: { user: userId, role: link.role, invitation: link.id },
    });
    return { project: project.slug };
  },
);

type GivenPerson = Omit<z.output<typeof AcceptInvitationInput>, "token">;

/** The account of whoever is signed in and gave nothing but the token; null when an account is to be made. */
async function ownAccount(tx: Transaction, actor: Actor | null, given: GivenPerson) {
  if (actor?.kind !== "person" || Object.values(given).some((value) => value !== undefined)) return null;
  return tx.user.findUniqueOrThrow({ where: { id: actor.userId }, select: { id: true, email: true } });
}

function newPerson({ name, email, password }: GivenPerson): { name: string; email: string; password: string } {
  if (name !== undefined && email !== undefined && password !== undefined) return { name, email, password };
  const missing = Object.entries({ name, email, password }).filter(([, value]) => value === undefined);
  throw new StudioError("invalid", "A new account needs a name, an e-mail address and a password.", {
    fields: missing.map(([field]) => ({ field, message: "is missing" })),
  });
}

function toView(row: { id: string; role: string | null; email: string | null; createdAt: Date; expiresAt: Date }) {
  return {
    id: row.id,
    role: ProjectRole.parse(row.role),
    email: row.email,
    createdAt: row.createdAt.toISOString(),
    expiresAt: row.expiresAt.toISOString(),
  };
}
