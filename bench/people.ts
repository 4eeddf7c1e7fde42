import { newToken, tokenHash } from "#lib/auth/token.ts";
import type { ProjectRole } from "#lib/schema/actor.ts";
import type { World } from "#lib/world/world.ts";

/** Somebody of a project who asks over HTTP by a token, since signing many people in is not what is measured. */
export interface BenchPerson {
  userId: string;
  token: string;
}

/** Makes `count` new members of a project. */
export async function addPeople(
  world: World,
  projectId: string,
  role: ProjectRole,
  count: number,
): Promise<BenchPerson[]> {
  const people: BenchPerson[] = [];
  for (let number = 1; number <= count; number++) {
    const [userId, token] = [world.newId(), newToken("tsr")];
    const email = `${userId}@bench.example`;
    const memberships = { create: { projectId, role } };
    await world.db.user.create({ data: { id: userId, name: `Person ${number}`, email, memberships } });
    const id = world.newId();
    await world.db.apiToken.create({
      data: { id, tokenHash: tokenHash(token), name: "bench", role, userId, projectId },
    });
    people.push({ userId, token });
  }
  return people;
}
