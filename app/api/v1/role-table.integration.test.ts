import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { tokenHash } from "#lib/auth/token.ts";
import type { ProjectRole } from "#lib/schema/actor.ts";
import { permissions, reaches } from "#lib/schema/permissions.ts";
import { type Route, routes } from "./routes.ts";
import type { Attempt } from "./testing/attempt.ts";
import { type Stand, send, setUpStand } from "./testing/attempts.ts";
import type { Answer, Client } from "./testing/client.ts";
import { stateHash } from "./testing/state-hash.ts";
import { openTestStudio, type Person, type TestStudio } from "./testing/test-studio.ts";

interface Principal {
  client: Client;
  /** The role that counts in the project; null for none; "401" for whoever is nobody to the studio. */
  role: ProjectRole | null | "401";
  /** The account behind it, and its address, which it may see. */
  userId: string | null;
  email: string | null;
}

let studio: TestStudio;
let alpha: Stand;
let beta: Stand;
const principals: Record<string, Principal> = {};
/** Secrets that no answer may hold, whoever asks. */
const canaries: string[] = [];
const inProject = routes.filter(({ path }) => path.includes("{project}"));
const names = [
  "signed-out",
  "outsider",
  "viewer",
  "annotator",
  "curator",
  "admin",
  "owner",
  "deactivated",
  "deleted",
  "viewer token of an admin",
  "admin token of a viewer",
  "token of another project",
  "revoked token",
];

beforeAll(async () => {
  studio = await openTestStudio();
  const { world } = studio;
  alpha = await setUpStand(studio, "alpha");
  beta = await setUpStand(studio, "beta");
  const person = async (name: string, role: ProjectRole | null, options = {}) => {
    const made = await studio.addPerson(name, options);
    if (role !== null) await studio.join(alpha.id, made, role);
    return made;
  };
  const as = (name: string, { client, id, email }: Person, role: Principal["role"]) => {
    principals[name] = { client, role, userId: id, email };
  };
  principals["signed-out"] = { client: studio.nobody, role: "401", userId: null, email: null };
  const outsider = await person("Outsider", null, { password: "correct horse" });
  await studio.join(beta.id, outsider, "admin");
  as("outsider", outsider, null);
  const viewer = await person("Viewer", "viewer");
  as("viewer", viewer, "viewer");
  as("annotator", await person("Annotator", "annotator"), "annotator");
  as("curator", await person("Curator", "curator"), "curator");
  const admin = await person("Admin", "admin");
  as("admin", admin, "admin");
  const owner = await person("Owner", null, { owner: true });
  // An owner without a membership is an admin all the same; this one is a mere viewer on paper.
  await studio.join(alpha.id, owner, "viewer");
  as("owner", owner, "admin");
  const deactivated = await person("Deactivated", "admin");
  await world.db.user.update({ where: { id: deactivated.id }, data: { deactivatedAt: new Date() } });
  as("deactivated", deactivated, "401");
  const deleted = await person("Deleted", "admin");
  await world.db.user.delete({ where: { id: deleted.id } });
  as("deleted", deleted, "401");
  const tokens = {
    "viewer token of an admin": {
      ...(await studio.addToken(alpha.id, admin, "viewer")),
      person: admin,
      role: "viewer",
    },
    "admin token of a viewer": {
      ...(await studio.addToken(alpha.id, viewer, "admin")),
      person: viewer,
      role: "viewer",
    },
    "token of another project": {
      ...(await studio.addToken(beta.id, outsider, "admin")),
      person: outsider,
      role: null,
    },
    "revoked token": { ...(await studio.addToken(alpha.id, admin, "admin")), person: admin, role: "401" },
  } as const;
  await world.db.apiToken.update({ where: { id: tokens["revoked token"].id }, data: { revokedAt: new Date() } });
  for (const [name, { client, person: of, role, token }] of Object.entries(tokens)) {
    principals[name] = { client, role, userId: of.id, email: of.email };
    canaries.push(token, tokenHash(token));
  }
  const sessions = await world.db.session.findMany();
  const accounts = await world.db.account.findMany();
  canaries.push(...sessions.map(({ token }) => token), ...accounts.flatMap(({ password }) => password ?? []));
});
afterAll(() => studio.end());

function principal(name: string): Principal {
  const found = principals[name];
  if (!found) throw new RangeError(`There is no principal ${name}`);
  return found;
}

function expectNoSecrets(answer: Answer, { role, email }: Principal): void {
  for (const canary of canaries) expect(answer.text).not.toContain(canary);
  expect(answer.text).not.toMatch(/"password"|token_?hash/i);
  if (role !== "admin")
    expect((answer.text.match(/[a-z-]+@canary\.example/g) ?? []).filter((found) => found !== email)).toEqual([]);
  if (answer.status >= 400)
    expect(answer.text).not.toMatch(/\bat .+:\d+:\d+|SELECT |INSERT |node_modules|\/work\/|\.ts\b|prisma/i);
}

function expected(role: Principal["role"], action: keyof typeof permissions): number {
  const needed = permissions[action];
  if (role === "401") return 401;
  if (role === null) return 404;
  return needed !== "public" && needed !== "account" && needed !== "owner" && reaches(role, needed) ? 200 : 403;
}

async function attemptOf(
  stand: Stand,
  route: { method: string; path: string },
  asker: string | null,
): Promise<Attempt> {
  const make = stand.attempts[`${route.method} ${route.path}`];
  if (!make) throw new RangeError(`There is no attempt for ${route.method} ${route.path}`);
  return make(asker);
}

test("there is an attempt for every route in a project", () => {
  expect(new Set(Object.keys(alpha.attempts))).toEqual(
    new Set(inProject.map(({ method, path }) => `${method} ${path}`)),
  );
});

describe.each(names)("%s", (name) => {
  test("gets what the role table says from every route of a project, and nothing changes where it is refused", async () => {
    const asker = principal(name);
    const wrong: string[] = [];
    const attempts: { route: Route; wanted: number; attempt: Attempt }[] = [];
    for (const route of inProject) {
      const wanted = expected(asker.role, route.action);
      attempts.push({ route, wanted, attempt: await attemptOf(alpha, route, asker.userId) });
    }
    const ask = async (chosen: typeof attempts) => {
      for (const { route, wanted, attempt } of chosen) {
        const answer = await send(asker.client, route.method, attempt);
        const name = `${route.method} ${attempt.path}`;
        if (answer.status !== wanted)
          wrong.push(`${name}: ${answer.status} instead of ${wanted}: ${answer.text.slice(0, 200)}`);
        expectNoSecrets(answer, asker);
      }
    };
    const before = await stateHash(studio.world);
    await ask(attempts.filter(({ wanted }) => wanted !== 200));
    expect(wrong).toEqual([]);
    expect(await stateHash(studio.world)).toBe(before);
    await ask(attempts.filter(({ wanted }) => wanted === 200));
    expect(wrong).toEqual([]);
  });

  test("outside projects: own account, list of projects, making one", async () => {
    const asker = principal(name);
    const answers = {
      me: await asker.client.get("/api/v1/me"),
      list: await asker.client.get("/api/v1/projects"),
      create: await asker.client.post("/api/v1/projects", { name: "New", slug: `new-${names.indexOf(name)}` }),
      find: await asker.client.get("/api/v1/invitations/find?token=unknown"),
    };
    const nobody = asker.role === "401";
    expect(answers.me.status).toBe(nobody ? 401 : 200);
    expect(answers.list.status).toBe(nobody ? 401 : 200);
    expect(answers.create.status).toBe(nobody ? 401 : name === "owner" ? 200 : 403);
    // A token that is no longer valid is refused even where none is needed.
    expect(answers.find.status).toBe(name === "revoked token" ? 401 : 200);
    for (const answer of Object.values(answers)) expectNoSecrets(answer, asker);
    if (!nobody && name !== "owner") {
      // A token shows its own role, or that of its person where it is less.
      expect(answers.list.text).toContain(`"role":"${asker.role ?? "admin"}"`);
      const slugs = [...answers.list.text.matchAll(/"slug":"(\w+)"/g)].map(([, slug]) => slug);
      expect(slugs).toEqual([asker.role === null ? "beta" : "alpha"]);
    }
  });
});

test("an id of one project named through another is not found, for an admin of both, and changes nothing", async () => {
  const both = await studio.addPerson("Both");
  await studio.join(alpha.id, both, "admin");
  await studio.join(beta.id, both, "admin");
  // A prompt is named by its method, which every project has.
  const withIds = inProject.filter(({ path }) => /\{(?!(project|method|name)\})/.test(path));
  expect(withIds.length).toBeGreaterThan(15);
  const attempts: { route: Route; attempt: Attempt }[] = [];
  for (const route of withIds) attempts.push({ route, attempt: await attemptOf(beta, route, both.id) });
  const before = await stateHash(studio.world);
  for (const { route, attempt } of attempts) {
    const path = attempt.path.replace("/projects/beta", "/projects/alpha");
    const answer = await send(both.client, route.method, { ...attempt, path });
    expect(answer.status, `${route.method} ${path} ${answer.text}`).toBe(404);
    expect(answer.text).not.toContain("of beta");
  }
  expect(await stateHash(studio.world)).toBe(before);
});

test("ids of another project inside a body are refused, and change nothing", async () => {
  const both = await studio.addPerson("Both Bodies");
  await studio.join(alpha.id, both, "admin");
  await studio.join(beta.id, both, "admin");
  const { world } = studio;
  const theirTag = await world.db.tag.findFirstOrThrow({
    where: { projectId: beta.id, parentId: null, mergedIntoId: null },
  });
  const theirTopic = await world.db.topic.findFirstOrThrow({ where: { projectId: beta.id, parentId: null } });
  const tagging = await attemptOf(
    alpha,
    { method: "POST", path: "/api/v1/projects/{project}/conversations/{conversation}/tags" },
    null,
  );
  const merging = await attemptOf(alpha, { method: "POST", path: "/api/v1/projects/{project}/tags/{tag}/merge" }, null);
  const moving = await attemptOf(alpha, { method: "PATCH", path: "/api/v1/projects/{project}/tags/{tag}" }, null);
  const deciding = await attemptOf(
    beta,
    { method: "POST", path: "/api/v1/projects/{project}/conversations/{conversation}/decisions" },
    null,
  );
  const decided = await send(both.client, "POST", deciding);
  const theirEvent = JSON.parse(decided.text).event;
  const before = await stateHash(world);
  const answers = [
    await both.client.post(tagging.path, { expectedVersion: 1, add: [theirTag.id] }),
    await both.client.post(tagging.path, { expectedVersion: 1, remove: [theirTag.id] }),
    await both.client.post(merging.path, { expectedVersion: 1, into: theirTag.id }),
    await both.client.patch(moving.path, { expectedVersion: 1, parent: theirTag.id }),
    await both.client.post("/api/v1/projects/alpha/tags", { name: "x", kind: "other", parent: theirTag.id }),
    await both.client.post("/api/v1/projects/alpha/topics", { name: "x", parent: theirTopic.id }),
  ];
  expect(answers.map(({ status }) => status)).toEqual([422, 422, 422, 422, 422, 422]);
  // An event's number means another act, or none, in each project.
  const undone = await both.client.post("/api/v1/projects/alpha/undo", { event: theirEvent + 1_000 });
  expect(undone.status).toBe(404);
  expect(await stateHash(world)).toBe(before);
});
