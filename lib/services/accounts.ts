import { hashPassword } from "better-auth/crypto";
import type { Transaction } from "#lib/db/client.ts";
import { StudioError } from "#lib/errors.ts";
import type { World } from "#lib/world/world.ts";

/** A new person: their name, e-mail address (already normalised) and password. */
export interface NewPerson {
  name: string;
  email: string;
  password: string;
  owner: boolean;
}

/** Makes an account. There is no open sign-up: only the set-up link, invitations and the operator come here. */
export async function createAccount(world: World, tx: Transaction, person: NewPerson): Promise<string> {
  if ((await tx.user.count({ where: { email: person.email } })) > 0) {
    throw new StudioError("invalid", "email: has an account already. Sign in with it.", {
      fields: [{ field: "email", message: "has an account already" }],
    });
  }
  const id = world.newId();
  await tx.user.create({
    data: {
      id,
      name: person.name,
      email: person.email,
      owner: person.owner,
      accounts: {
        create: {
          id: world.newId(),
          accountId: id,
          providerId: "credential",
          password: await hashPassword(person.password),
        },
      },
    },
  });
  return id;
}
