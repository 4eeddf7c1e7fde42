import { newToken, tokenHash } from "#lib/auth/token.ts";
import type { World } from "#lib/world/world.ts";

/** How long a set-up link works, in hours. Each start makes a new one and ends those before it. */
const hours = 24;

/**
 * Makes the one-time link with which the first person makes the owner's account; null once an account exists. Returns the
 * path with its token. Only the token's hash is kept.
 */
export async function createSetupLink(world: World): Promise<string | null> {
  if ((await world.db.user.count()) > 0) return null;
  const token = newToken("link");
  const now = world.now();
  await world.db.$transaction([
    world.db.invitation.updateMany({ where: { kind: "set-up", revokedAt: null }, data: { revokedAt: now } }),
    world.db.invitation.create({
      data: {
        id: world.newId(),
        kind: "set-up",
        tokenHash: tokenHash(token),
        expiresAt: new Date(now.getTime() + hours * 3_600_000),
      },
    }),
  ]);
  return `/set-up?token=${token}`;
}
