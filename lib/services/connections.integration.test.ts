import { afterAll, beforeAll, expect, test } from "vitest";
import { openVault } from "#lib/auth/vault.ts";
import { embed } from "#lib/llm/embed.ts";
import type { Actor } from "#lib/schema/actor.ts";
import { type Simulator, startSimulator } from "#lib/simulator/start-simulator.ts";
import { allowHost, disallowHost, listAllowedHosts } from "./allowed-hosts.ts";
import { createConnection, listConnections, removeConnection, updateConnection } from "./connections.ts";
import { assignModels, getModels } from "./model-roles.ts";
import { openConnection, readAssigned } from "./open-connection.ts";
import { testConnection } from "./test-connection.ts";
import { addPerson } from "./testing/add-person.ts";
import { operator } from "./testing/import-text.ts";
import { openTestWorld, type TestWorld } from "./testing/test-world.ts";

const canary = "sk-canary-4c1b9e";
let world: TestWorld;
let simulator: Simulator;
let owner: Actor;
let admin: Actor;

beforeAll(async () => {
  world = await openTestWorld();
  simulator = await startSimulator({ port: 0, seed: 3, latency: 0, faults: [], key: canary });
  const project = await world.addProject("tea");
  owner = await addPerson(world, project, "Owner", "admin", { owner: true });
  admin = await addPerson(world, project, "Admin", "admin");
  await allowHost.run(world, operator, { host: "127.0.0.1" });
});
afterAll(async () => {
  await simulator.stop();
  await world.end();
});

let made = 0;
const add = (more: object = {}) => {
  const models = [{ name: "tessera-simulator-1" }, { name: "tessera-simulator-embedding" }];
  const input = { name: `Simulator ${++made}`, baseUrl: simulator.url, key: canary, models, simulated: true, ...more };
  return createConnection.run(world, operator, input);
};

test("nobody but the owner and the operator sees, adds or allows anything", async () => {
  const doors = [
    (actor: Actor | null) => listConnections.run(world, actor, {}),
    (actor: Actor | null) => createConnection.run(world, actor, { name: "x", baseUrl: "https://a.example/v1" }),
    (actor: Actor | null) => allowHost.run(world, actor, { host: "a.example" }),
    (actor: Actor | null) => listAllowedHosts.run(world, actor, {}),
  ];
  const token: Actor = {
    ...(owner as Extract<Actor, { kind: "person" }>),
    kind: "token",
    tokenId: "t",
    role: "admin",
    projectId: "p",
  };
  for (const door of doors) {
    await expect(door(null)).rejects.toMatchObject({ code: "unauthenticated" });
    await expect(door(admin)).rejects.toMatchObject({ code: "forbidden" });
    await expect(door(token)).rejects.toMatchObject({ code: "forbidden" });
  }
  expect(await listConnections.run(world, owner, {})).toEqual({ rows: [] });
});

test("a key is kept sealed, is never told, reaches the endpoint, and can be replaced", async () => {
  const headers = { "X-Team": "canary-header-77" };
  const connection = await add({ headers });
  expect(connection).toMatchObject({ key: "kept", headerNames: ["X-Team"], blocked: null, version: 1 });
  const { rows: told } = await listConnections.run(world, owner, {});
  expect(JSON.stringify([connection, told])).not.toMatch(/canary/);
  const { rows: kept } = await world.pool.query("SELECT row_to_json(connection)::text AS row FROM connection");
  const answers = await world.pool.query("SELECT answer::text AS row FROM idempotent_answer");
  for (const { row } of [...kept, ...answers.rows]) {
    expect(row).not.toContain("canary");
    expect(row).not.toContain(Buffer.from(canary).toString("hex"));
  }
  const endpoint = await openConnection(world, connection.id);
  expect((await embed(endpoint, "tessera-simulator-embedding", ["tea"])).vectors).toHaveLength(1);
  await endpoint.close();
  const changed = await updateConnection.run(world, owner, {
    connection: connection.id,
    expectedVersion: 1,
    key: "sk-other",
  });
  expect(changed).toMatchObject({ version: 2, key: "kept" });
  const other = await openConnection(world, connection.id);
  await expect(embed(other, "tessera-simulator-embedding", ["tea"])).rejects.toMatchObject({ code: "unauthorized" });
  await other.close();
});

test("a test tells what the endpoint can do, by asking, and nothing that it wrote but names", async () => {
  const connection = await add({ models: [] });
  const asked = await testConnection.run(world, owner, { connection: connection.id });
  expect(asked).toMatchObject({
    ok: true,
    problem: null,
    models: ["tessera-simulator-1", "tessera-simulator-2", "tessera-simulator-embedding"],
    chatModel: "tessera-simulator-1",
    embeddingModel: "tessera-simulator-embedding",
    dimensions: 256,
    abilities: {
      chat: "yes",
      jsonSchema: "yes",
      jsonMode: "yes",
      logprobs: "yes",
      seed: "yes",
      embeddings: "yes",
      batch: "yes",
    },
  });
  const { rows } = await listConnections.run(world, owner, {});
  expect(rows.find(({ id }) => id === connection.id)?.tested).toEqual(asked);
  const wrong = await add({ key: "sk-wrong" });
  expect(await testConnection.run(world, owner, { connection: wrong.id })).toMatchObject({
    ok: false,
    problem: "The key is not accepted. Give another.",
    models: [],
    abilities: { chat: "no", embeddings: "no" },
  });
  await expect(testConnection.run(world, admin, { connection: wrong.id })).rejects.toMatchObject({ code: "forbidden" });
});

test("with another secret the key cannot be read, and the connection says so", async () => {
  const connection = await add();
  const moved = { ...world, vault: openVault(() => "another secret of 32 bytes and more") };
  const { rows } = await listConnections.run(moved, operator, {});
  expect(rows.find(({ id }) => id === connection.id)?.key).toBe("unreadable");
  await expect(openConnection(moved, connection.id)).rejects.toMatchObject({ code: "unavailable" });
  await updateConnection.run(moved, operator, { connection: connection.id, expectedVersion: 1, key: canary });
  await (await openConnection(moved, connection.id)).close();
});

test("another address needs the key anew, so that a key goes nowhere its owner did not send it", async () => {
  await allowHost.run(world, operator, { host: "models.example" });
  const connection = await add({ headers: { "X-Team": "tea" } });
  const move = (more: object) =>
    updateConnection.run(world, owner, {
      connection: connection.id,
      expectedVersion: 1,
      baseUrl: "https://models.example/v1",
      ...more,
    });
  await expect(move({})).rejects.toMatchObject({ fields: [{ field: "key" }] });
  await expect(move({ key: "sk-new" })).rejects.toMatchObject({ fields: [{ field: "headers" }] });
  expect(await move({ key: "sk-new", headers: {} })).toMatchObject({ headerNames: [], tested: null });
});

test("a stale version and a name that is taken are refused; a removed connection frees its name and its roles", async () => {
  const connection = await add();
  const ref = { connection: connection.id };
  await updateConnection.run(world, owner, { ...ref, expectedVersion: 1, concurrency: 3 });
  await expect(
    updateConnection.run(world, owner, { ...ref, expectedVersion: 1, concurrency: 4 }),
  ).rejects.toMatchObject({
    code: "conflict",
    details: { version: 2 },
  });
  await expect(add({ name: connection.name })).rejects.toMatchObject({ fields: [{ field: "name" }] });
  const { version } = await getModels.run(world, admin, { project: "tea" });
  const judge = [{ ...ref, model: "tessera-simulator-1" }];
  await assignModels.run(world, admin, { project: "tea", expectedVersion: version, judge });
  await removeConnection.run(world, owner, ref);
  expect((await getModels.run(world, admin, { project: "tea" })).judge).toEqual([]);
  expect(await world.db.connection.findUnique({ where: { id: connection.id } })).toMatchObject({ sealedKey: null });
  await expect(openConnection(world, connection.id)).rejects.toMatchObject({ code: "not_found" });
  await add({ name: connection.name });
});

test("admins give models their roles; members read them, without address or choice", async () => {
  const connection = await add();
  const project = (await world.db.project.findUniqueOrThrow({ where: { slug: "tea" } })).id;
  const viewer = await addPerson(world, project, "Viewer", "viewer");
  const { version, offered } = await getModels.run(world, admin, { project: "tea" });
  expect(offered.find((each) => each.connection === connection.id)?.models).toEqual([
    "tessera-simulator-1",
    "tessera-simulator-embedding",
  ]);
  const choice = (model: string) => ({ connection: connection.id, model });
  const input = {
    project: "tea",
    expectedVersion: version,
    generator: [choice("tessera-simulator-1")],
    embedder: [choice("tessera-simulator-embedding")],
  };
  await expect(assignModels.run(world, viewer, input)).rejects.toMatchObject({ code: "forbidden" });
  await expect(assignModels.run(world, admin, { ...input, judge: [choice("unheard-of")] })).rejects.toMatchObject({
    fields: [{ field: "judge.0" }],
  });
  const chosen = await assignModels.run(world, admin, input);
  expect(chosen).toMatchObject({
    version: version + 1,
    generator: [{ model: "tessera-simulator-1", simulated: true }],
  });
  await expect(assignModels.run(world, admin, input)).rejects.toMatchObject({ code: "conflict" });
  expect(await readAssigned(world, project, "embedder")).toEqual([choice("tessera-simulator-embedding")]);
  const seen = await getModels.run(world, viewer, { project: "tea" });
  expect(seen.offered).toEqual([]);
  expect(JSON.stringify(seen)).not.toContain("127.0.0.1");
  const event = await world.db.event.findFirstOrThrow({
    where: { projectId: project, kind: "models.assigned" },
    orderBy: { number: "desc" },
  });
  expect(event.payload).toMatchObject({
    before: { generator: [] },
    after: { generator: [choice("tessera-simulator-1")] },
  });
});

test("what lies near is allowed at the command line only, and what is taken off the list rests at once", async () => {
  await expect(allowHost.run(world, owner, { host: "localhost" })).rejects.toThrow(/allow-host localhost/);
  await expect(allowHost.run(world, owner, { host: "inside.example", private: true })).rejects.toThrow(/operator/);
  await expect(allowHost.run(world, operator, { host: "169.254.169.254" })).rejects.toThrow(/never contacted/);
  const connection = await add();
  await disallowHost.run(world, operator, { host: "127.0.0.1" });
  const { rows } = await listConnections.run(world, owner, {});
  expect(rows.find(({ id }) => id === connection.id)?.blocked).toMatch(/tessera allow-host 127.0.0.1/);
  const endpoint = await openConnection(world, connection.id);
  await expect(embed(endpoint, "tessera-simulator-embedding", ["tea"])).rejects.toMatchObject({ code: "host-refused" });
  await endpoint.close();
  await expect(add()).rejects.toMatchObject({ fields: [{ field: "baseUrl" }] });
  await allowHost.run(world, operator, { host: "127.0.0.1" });
});
