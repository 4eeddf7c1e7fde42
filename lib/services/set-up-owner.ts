import { z } from "zod";
import { StudioError } from "#lib/errors.ts";
import { SetUpInput } from "#lib/schema/member.ts";
import { createAccount } from "./accounts.ts";
import { defineAccountChange } from "./define.ts";
import { lockLink } from "./use-link.ts";

/** Makes the owner's account through the one-time set-up link. */
export const setUpOwner = defineAccountChange(
  {
    action: "account.set-up",
    summary: "Make the owner's account with the set-up link",
    Input: SetUpInput,
    Output: z.strictObject({}),
  },
  async ({ world, tx }, { token, ...person }) => {
    const link = await lockLink(tx, "set-up", token);
    if ((await tx.user.count()) > 0) throw new StudioError("not_found", "Tessera is set up already. Sign in.");
    const userId = await createAccount(world, tx, { ...person, owner: true });
    await tx.invitation.update({ where: { id: link.id }, data: { acceptedAt: world.now(), acceptedBy: userId } });
    return {};
  },
);
