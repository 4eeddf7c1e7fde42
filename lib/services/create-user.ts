import { z } from "zod";
import type { Transaction } from "#lib/db/client.ts";
import { StudioError } from "#lib/errors.ts";
import { type Actor, ProjectRole } from "#lib/schema/actor.ts";
import { EmailAddress, Password, PersonName } from "#lib/schema/member.ts";
import { parse } from "#lib/schema/parse.ts";
import type { World } from "#lib/world/world.ts";
import { createAccount } from "./accounts.ts";
import { appendEvent } from "./append-event.ts";

const CreateUserInput = z.strictObject({
  email: EmailAddress,
  name: PersonName,
  password: Password,
  owner: z.boolean().default(false),
  membership: z.strictObject({ project: z.string(), role: ProjectRole }).nullable().default(null),
});

export interface CreatedUser {
  id: string;
  email: string;
  name: string;
  owner: boolean;
  project: string | null;
  role: ProjectRole | null;
}

/**
 * Makes an account for the operator of the machine, and gives it a place in a project if asked. The first account owns this
 * Tessera; the set-up link ends with it.
 *
 * @throws StudioError `forbidden` for anyone but the operator, `conflict` when there is an owner already
 */
export async function createUser(world: World, actor: Actor, input: unknown): Promise<CreatedUser> {
  if (actor.kind !== "operator")
    throw new StudioError("forbidden", "Accounts are made by invitation, or at the command line of the machine.");
  const { membership, owner: asked, ...person } = parse(CreateUserInput, input);
  return world.db.$transaction(async (tx) => {
    // Of two first accounts at the same moment, one owns.
    await tx.$executeRaw`SELECT pg_advisory_xact_lock(15, 0)`;
    const first = (await tx.user.count()) === 0;
    const owner = asked || first;
    if (owner && (await tx.user.count({ where: { owner: true } })) > 0)
      throw new StudioError("conflict", "This Tessera has an owner. Leave --owner out.");
    const id = await createAccount(world, tx, { ...person, owner });
    await tx.invitation.updateMany({ where: { kind: "set-up", revokedAt: null }, data: { revokedAt: world.now() } });
    const { email, name } = person;
    if (membership === null) return { id, email, name, owner, project: null, role: null };
    await join(world, tx, actor, id, membership);
    return { id, email, name, owner, ...membership };
  });
}

async function join(
  world: World,
  tx: Transaction,
  actor: Actor,
  userId: string,
  { project: slug, role }: { project: string; role: ProjectRole },
): Promise<void> {
  const project = await tx.project.findFirst({ where: { slug, deletedAt: null }, select: { id: true } });
  if (project === null) throw new StudioError("not_found", `There is no project “${slug.slice(0, 80)}” here.`);
  await tx.membership.create({ data: { projectId: project.id, userId, role } });
  await appendEvent(tx, project.id, actor, world.newId(), { kind: "member.joined", payload: { user: userId, role } });
}
