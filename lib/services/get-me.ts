import { z } from "zod";
import { StudioError } from "#lib/errors.ts";
import { defineRead } from "./define.ts";

/** The account of the asker. */
export const getMe = defineRead(
  {
    action: "account.read-own",
    summary: "Read one's own account",
    Input: z.strictObject({}),
    Output: z.strictObject({ userId: z.uuid(), name: z.string(), email: z.string(), owner: z.boolean() }),
  },
  async ({ world, actor }) => {
    const user = actor?.userId ? await world.db.user.findUnique({ where: { id: actor.userId } }) : null;
    if (!user) throw new StudioError("unauthenticated", "Sign in first.");
    return { userId: user.id, name: user.name, email: user.email, owner: user.owner };
  },
);
