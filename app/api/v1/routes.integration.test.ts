import { globSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { afterAll, beforeAll, expect, test } from "vitest";
import { z } from "zod";
import { permissions } from "#lib/schema/permissions.ts";
import { routes } from "./routes.ts";
import { bodyAs } from "./testing/client.ts";
import { findRoute, loadRoute, routeFiles } from "./testing/find-handler.ts";
import { openTestStudio, type TestStudio } from "./testing/test-studio.ts";

const app = join(import.meta.dirname, "../..");
const methods = ["GET", "HEAD", "POST", "PUT", "PATCH", "DELETE", "OPTIONS"];
const named = routes.map((route) => ({
  ...route,
  name: `${route.method} ${route.path}`,
  file: findRoute(route.path)?.file,
}));

let studio: TestStudio;
beforeAll(async () => {
  studio = await openTestStudio();
});
afterAll(() => studio.end());

test("every exported method of every route file is in the table, and every entry of the table is exported", async () => {
  const exported = new Set<string>();
  for (const file of routeFiles) {
    const module = await loadRoute(file);
    for (const method of Object.keys(module)) {
      expect(methods, `${file} exports ${method}`).toContain(method);
      exported.add(`${method} ${file}`);
    }
  }
  expect(new Set(named.map(({ method, file }) => `${method} ${file}`))).toEqual(exported);
  expect(new Set(named.map(({ name }) => name)).size).toBe(routes.length);
});

test("every door carries the action and the service that the table names", async () => {
  for (const { name, method, file, action, service } of named) {
    const door = (await loadRoute(file ?? ""))[method];
    expect(door?.action, name).toBe(action);
    expect(door?.service ?? null, name).toBe(service);
    if (service) expect(service.changes, name).toBe(method !== "GET");
  }
});

test("every action of the role table is used, and whatever lies in a project needs a role in it", () => {
  expect(new Set(routes.map(({ action }) => action))).toEqual(new Set(Object.keys(permissions)));
  for (const { name, path, action } of named) {
    const needed = permissions[action];
    const inProject = path.includes("{project}");
    expect(needed === "public" || needed === "account" || needed === "owner", `${name} needs ${needed}`).toBe(
      !inProject,
    );
  }
});

test("pages read through read() alone; those that read nothing are listed here", () => {
  const readNothing = new Set([
    "page.tsx",
    "(door)/layout.tsx",
    "(door)/set-up/page.tsx",
    "(door)/sign-in/page.tsx",
    "(studio)/layout.tsx",
    "(studio)/projects/(home)/new/page.tsx",
    "layout.tsx",
  ]);
  for (const file of globSync("**/{page,layout}.tsx", { cwd: app })) {
    const source = readFileSync(join(app, file), "utf8");
    expect(/\bread\(\w+,/.test(source), file).toBe(!readNothing.has(file));
    expect(source, file).not.toMatch(/\.run\(|#lib\/(db|world|jobs|host)\/|auth\/studio|"use server"|"use cache"/);
  }
});

const Operation = z.object({
  operationId: z.string(),
  summary: z.string().min(1),
  security: z.array(z.record(z.string(), z.array(z.string()))),
  parameters: z.array(
    z.union([z.object({ $ref: z.string() }), z.looseObject({ name: z.string(), in: z.string(), schema: z.json() })]),
  ),
  requestBody: z
    .object({ content: z.record(z.string(), z.object({ schema: z.record(z.string(), z.json()) })) })
    .optional(),
  responses: z.record(z.string(), z.json()),
});
const Document = z.object({
  openapi: z.literal("3.1.0"),
  paths: z.record(z.string(), z.record(z.string(), Operation)),
  components: z.json(),
});

const Form = z.object({ type: z.string().optional() });
const Answered = z.object({
  "200": z.object({
    content: z.object({ "application/json": z.object({ schema: Form.extend({ anyOf: z.array(Form).optional() }) }) }),
  }),
});

test("the API document is open to all and describes exactly the routes of the table", async () => {
  const answer = await studio.nobody.get("/api/v1/openapi.json");
  const document = bodyAs(answer, Document);
  const described = Object.entries(document.paths).flatMap(([path, of]) =>
    Object.keys(of).map((method) => `${method.toUpperCase()} ${path}`),
  );
  expect(new Set(described)).toEqual(new Set(named.map(({ name }) => name)));
  const ids = Object.values(document.paths).flatMap((of) => Object.values(of).map(({ operationId }) => operationId));
  expect(new Set(ids).size).toBe(ids.length);
  expect((await studio.nobody.get("/api/v1/openapi.json")).text).toBe(answer.text);
});

test("the document names path parts, keys of changes, security, and the fields of bodies and queries", async () => {
  const { paths } = bodyAs(await studio.nobody.get("/api/v1/openapi.json"), Document);
  for (const { path, method, action, service } of named) {
    const operation = paths[path]?.[method.toLowerCase()];
    const parameters = operation?.parameters ?? [];
    const inPath = parameters.flatMap((parameter) =>
      "in" in parameter && parameter.in === "path" ? [parameter.name] : [],
    );
    expect(inPath).toEqual([...path.matchAll(/\{(\w+)\}/g)].map(([, name]) => name));
    const hasKey = parameters.some((parameter) => "$ref" in parameter);
    expect(hasKey, path).toBe(method !== "GET" && path.startsWith("/api/v1"));
    expect(operation?.security.length === 0, path).toBe(permissions[action] === "public");
    if (service) {
      const answered = Answered.parse(operation?.responses);
      const { type, anyOf } = answered["200"].content["application/json"].schema;
      // An undo answers in one of two forms.
      expect(anyOf?.map((form) => form.type) ?? [type], path).toEqual(anyOf ? ["object", "object"] : ["object"]);
    }
  }
  const decisions = paths["/api/v1/projects/{project}/conversations/{conversation}/decisions"]?.post;
  expect(decisions?.requestBody?.content["application/json"]?.schema).toMatchObject({
    required: ["expectedVersion", "kind"],
    additionalProperties: false,
    properties: { kind: { enum: ["accept", "reject", "skip", "flag"] }, note: {} },
  });
  const list = paths["/api/v1/projects/{project}/conversations"]?.get?.parameters;
  expect(list).toContainEqual(
    expect.objectContaining({ name: "status", in: "query", required: false, style: "form", explode: false }),
  );
  expect(list).toContainEqual(
    expect.objectContaining({ name: "limit", schema: { type: "integer", minimum: 1, maximum: 200, default: 50 } }),
  );
});
