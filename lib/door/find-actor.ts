import type { Auth } from "#lib/auth/auth.ts";
import { tokenHash } from "#lib/auth/token.ts";
import { StudioError } from "#lib/errors.ts";
import { type Actor, ProjectRole } from "#lib/schema/actor.ts";
import type { World } from "#lib/world/world.ts";

/**
 * Who asks: a token in the Authorization header (then cookies are not looked at), or a session cookie; null for nobody.
 *
 * @throws StudioError `unauthenticated` when a token is given that is not, or no longer, valid
 */
export async function findActor(world: World, auth: Auth, headers: Headers): Promise<Actor | null> {
  const authorization = headers.get("authorization");
  if (authorization !== null) return actorOfToken(world, authorization);
  if (!headers.get("cookie")?.includes("tessera-session")) return null;
  const session = await auth.api.getSession({ headers });
  if (session === null) return null;
  const user = await world.db.user.findUnique({
    where: { id: session.user.id },
    select: { owner: true, name: true, deactivatedAt: true },
  });
  if (user === null || user.deactivatedAt !== null) return null;
  return { kind: "person", userId: session.user.id, name: user.name, owner: user.owner };
}

async function actorOfToken(world: World, authorization: string): Promise<Actor> {
  const token = /^Bearer ([A-Za-z0-9_-]{20,200})$/.exec(authorization)?.[1];
  if (token === undefined)
    throw new StudioError("unauthenticated", "The Authorization header must be: Bearer, a space, a Tessera token.");
  const found = await world.db.apiToken.findUnique({
    where: { tokenHash: tokenHash(token) },
    include: { user: { select: { owner: true, name: true, deactivatedAt: true } } },
  });
  if (found === null || found.revokedAt !== null || found.user.deactivatedAt !== null || found.projectId === null) {
    throw new StudioError("unauthenticated", "This token is not known, or was revoked.");
  }
  // To the minute is enough for whoever looks for tokens that nobody uses, and spares each request a write.
  if (found.lastUsedAt === null || world.now().getTime() - found.lastUsedAt.getTime() > 60_000)
    await world.db.apiToken.update({ where: { id: found.id }, data: { lastUsedAt: world.now() } });
  return {
    kind: "token",
    tokenId: found.id,
    userId: found.userId,
    name: found.user.name,
    owner: found.user.owner,
    role: ProjectRole.parse(found.role),
    projectId: found.projectId,
  };
}
