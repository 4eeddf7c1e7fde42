import { z } from "zod";
import { errorStatus } from "#lib/errors.ts";
import { ImportView, UploadQuery } from "#lib/schema/import-view.ts";
import { permissions } from "#lib/schema/permissions.ts";
import { getRunChanges } from "#lib/services/runs/get-run-changes.ts";
import { type Route, routes } from "./routes.ts";

type Json = Record<string, unknown>;

/** Routes that are no JSON service: what they take and give. */
const others: Record<string, { query?: z.ZodType; body?: Json; type?: string; answer?: z.ZodType }> = {
  "POST /api/auth/sign-in/email": {
    body: content("application/json", {
      type: "object",
      properties: { email: { type: "string" }, password: { type: "string" } },
      required: ["email", "password"],
      additionalProperties: false,
    }),
  },
  "POST /api/auth/sign-out": { body: content("application/json", { type: "object", additionalProperties: false }) },
  "GET /api/v1/openapi.json": { type: "application/json" },
  "POST /api/v1/projects/{project}/imports": {
    query: UploadQuery,
    body: content("application/octet-stream", { description: "The file itself" }),
    answer: ImportView,
  },
  "GET /api/v1/projects/{project}/imports/{import}/rejects": { type: "application/jsonl" },
  "GET /api/v1/projects/{project}/runs/{run}/events": {
    query: getRunChanges.Input,
    type: "text/event-stream",
  },
  "GET /api/v1/projects/{project}/exports/{export}/files/{name}": { type: "application/jsonl" },
};

/** The whole API in OpenAPI 3.1, from the schemas that check what comes in and goes out. Some 20 ms. */
export function openApiDocument(): Json {
  const paths: Record<string, Json> = {};
  for (const route of routes) {
    const path = paths[route.path] ?? {};
    path[route.method.toLowerCase()] = operation(route);
    paths[route.path] = path;
  }
  return {
    openapi: "3.1.0",
    info: {
      title: "Tessera",
      version: "1",
      description:
        "Scripts send a token, pages a session cookie. Each change carries an Idempotency-Key: the same key with the same body is answered from memory, without a second effect.",
    },
    paths,
    components: {
      securitySchemes: {
        token: { type: "http", scheme: "bearer" },
        session: { type: "apiKey", in: "cookie", name: "__Host-tessera-session" },
      },
      parameters: {
        IdempotencyKey: {
          name: "Idempotency-Key",
          in: "header",
          required: true,
          schema: { type: "string", format: "uuid" },
        },
      },
      schemas: { Problem: problemSchema },
      responses: {
        Problem: {
          description: "What went wrong",
          ...content("application/problem+json", { $ref: "#/components/schemas/Problem" }),
        },
      },
    },
  };
}

function operation(route: Route): Json {
  const other = others[`${route.method} ${route.path}`];
  const names = [...route.path.matchAll(/\{(\w+)\}/g)].map(([, name = ""]) => name);
  const reads = route.method === "GET";
  const input = properties(route.service?.Input ?? other?.query ?? z.strictObject({}), reads || !route.service);
  const inPath = names.map((name) => ({
    name,
    in: "path",
    required: true,
    schema: input.properties[name] ?? { type: "string" },
  }));
  const rest = Object.entries(input.properties).filter(([name]) => !names.includes(name));
  const inQuery =
    reads || !route.service ? rest.map(([name, schema]) => queryParameter(name, schema, input.required)) : [];
  const needsKey = !reads && !route.path.startsWith("/api/auth/");
  const body =
    reads || !route.service
      ? other?.body
      : bodyOf(
          rest,
          input.required.filter((name) => !names.includes(name)),
        );
  return {
    operationId: operationId(route),
    summary: route.summary,
    tags: [route.action.split(".")[0]],
    security: permissions[route.action] === "public" ? [] : [{ token: [] }, { session: [] }],
    "x-action": route.action,
    parameters: [...inPath, ...inQuery, ...(needsKey ? [{ $ref: "#/components/parameters/IdempotencyKey" }] : [])],
    ...(body ? { requestBody: { required: true, ...body } } : {}),
    responses: {
      200: { description: "Done", ...answerOf(route, other?.type, other?.answer) },
      default: { $ref: "#/components/responses/Problem" },
    },
  };
}

function answerOf(route: Route, type?: string, answer?: z.ZodType): Json {
  const schema = route.service?.Output ?? answer;
  if (schema) return content("application/json", toSchema(schema, "output"));
  if (type === undefined) return content("application/json", { type: "object" });
  return content(type, {});
}

/** In a query a list is one value, its items joined by commas. */
function queryParameter(name: string, schema: unknown, required: readonly string[]): Json {
  const isList = typeof schema === "object" && schema !== null && "type" in schema && schema.type === "array";
  return {
    name,
    in: "query",
    required: required.includes(name) && !(typeof schema === "object" && schema !== null && "default" in schema),
    schema,
    ...(isList ? { style: "form", explode: false } : {}),
  };
}

function bodyOf(rest: [string, unknown][], required: readonly string[]): Json {
  return content("application/json", {
    type: "object",
    properties: Object.fromEntries(rest),
    ...(required.length > 0 ? { required } : {}),
    additionalProperties: false,
  });
}

const ObjectSchema = z.object({
  properties: z.record(z.string(), z.json()).default({}),
  required: z.array(z.string()).default([]),
});

/** The fields of an input. Those of a query are described as they are once read: numbers, lists and flags, not their text. */
function properties(schema: z.ZodType, asRead: boolean): z.infer<typeof ObjectSchema> {
  return ObjectSchema.parse(toSchema(schema, asRead ? "output" : "input"));
}

function toSchema(schema: z.ZodType, io: "input" | "output"): Json {
  const { $schema: _dialect, ...plain } = z.toJSONSchema(schema, { io, unrepresentable: "any" });
  return plain;
}

function operationId({ method, path }: Route): string {
  const words = path
    .replace(/^\/api\/(v1\/)?/, "")
    .split(/[^A-Za-z0-9]+/)
    .filter((word) => word !== "");
  return [method.toLowerCase(), ...words.map((word) => word.charAt(0).toUpperCase() + word.slice(1))].join("");
}

function content(type: string, schema: Json): Json {
  return { content: { [type]: { schema } } };
}

const problemSchema: Json = {
  type: "object",
  description:
    "RFC 9457, with a code for programs and the fields at fault. A stale write holds the newer state in details.",
  properties: {
    type: { type: "string" },
    title: { type: "string" },
    status: { type: "integer" },
    code: { type: "string", enum: [...Object.keys(errorStatus), "internal"] },
    detail: { type: "string" },
    errors: {
      type: "array",
      items: {
        type: "object",
        properties: { field: { type: "string" }, message: { type: "string" } },
        required: ["field", "message"],
      },
    },
    details: { type: "object" },
  },
  required: ["type", "title", "status", "code", "detail"],
};
