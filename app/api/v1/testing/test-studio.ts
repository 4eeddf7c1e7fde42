import { createHmac, randomBytes } from "node:crypto";
import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { hashPassword } from "better-auth/crypto";
import { newToken, tokenHash } from "#lib/auth/token.ts";
import { freshDatabase } from "#lib/db/testing/fresh-database.ts";
import { studio } from "#lib/door/studio.ts";
import type { ProjectRole } from "#lib/schema/actor.ts";
import { createProject } from "#lib/services/create-project.ts";
import { operator } from "#lib/services/testing/import-text.ts";
import type { World } from "#lib/world/world.ts";
import { type Client, clientWith } from "./client.ts";

/** Somebody with an account and a session. */
export interface Person {
  id: string;
  email: string;
  /** The session's secret, as the cookie carries it before its signature. */
  session: string;
  cookie: string;
  client: Client;
}

/** The studio's one world over a database and a folder of its own, with people to ask as. One for each test file. */
export interface TestStudio {
  world: World;
  nobody: Client;
  addProject(slug: string): Promise<string>;
  addPerson(name: string, options?: { owner?: boolean; password?: string }): Promise<Person>;
  join(projectId: string, person: Person, role: ProjectRole): Promise<void>;
  /** A token of a person for one project. */
  addToken(
    projectId: string,
    person: Person,
    role: ProjectRole,
  ): Promise<{ id: string; token: string; client: Client }>;
  end(): Promise<void>;
}

export async function openTestStudio(): Promise<TestStudio> {
  const database = await freshDatabase();
  const folder = await mkdtemp(join(tmpdir(), "tessera-studio-"));
  const secret = randomBytes(32).toString("hex");
  Object.assign(process.env, {
    TESSERA_DATABASE_URL: database.url,
    TESSERA_SECRET: secret,
    TESSERA_DATA: folder,
    TESSERA_LOG_LEVEL: "fatal",
  });
  const { world } = studio();
  return {
    world,
    nobody: clientWith({}),
    addProject: async (slug) => (await createProject.run(world, operator, { name: `Project ${slug}`, slug })).id,
    addPerson: (name, options) => addPerson(world, secret, name, options),
    async join(projectId, person, role) {
      await world.db.membership.create({ data: { projectId, userId: person.id, role } });
    },
    async addToken(projectId, person, role) {
      const token = newToken("tsr");
      const id = world.newId();
      await world.db.apiToken.create({
        data: { id, tokenHash: tokenHash(token), name: `token of ${role}`, role, userId: person.id, projectId },
      });
      return { id, token, client: clientWith({ authorization: `Bearer ${token}` }) };
    },
    async end() {
      await world.close();
      await database.drop();
      await rm(folder, { recursive: true, force: true });
    },
  };
}

async function addPerson(
  world: World,
  secret: string,
  name: string,
  { owner = false, password }: { owner?: boolean; password?: string } = {},
): Promise<Person> {
  const id = world.newId();
  const email = `${name.toLowerCase().replaceAll(" ", "-")}@canary.example`;
  const accounts =
    password === undefined
      ? {}
      : {
          accounts: {
            create: {
              id: world.newId(),
              accountId: id,
              providerId: "credential",
              password: await hashPassword(password),
            },
          },
        };
  const session = randomBytes(24).toString("base64url");
  await world.db.user.create({
    data: {
      id,
      name,
      email,
      owner,
      ...accounts,
      sessions: {
        create: { id: world.newId(), token: session, expiresAt: new Date(world.now().getTime() + 86_400_000) },
      },
    },
  });
  const cookie = sessionCookie(session, secret);
  return { id, email, session, cookie, client: clientWith({ cookie }) };
}

/** A session's cookie as the sign-in sets it: the secret, a dot and its HMAC-SHA-256, percent-encoded. */
function sessionCookie(session: string, secret: string): string {
  const signature = createHmac("sha256", secret).update(session).digest("base64");
  return `__Host-tessera-session=${encodeURIComponent(`${session}.${signature}`)}`;
}
