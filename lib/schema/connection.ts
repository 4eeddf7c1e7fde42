import { z } from "zod";
import { parseBaseUrl } from "#lib/outbound/parse-base-url.ts";
import {
  abilityAnswers,
  abilityNames,
  connectionDefaults,
  connectionLimits,
  modelRoles,
} from "./connection-choices.ts";
import { ExpectedVersion } from "./decision.ts";

/** An address below which an OpenAI-compatible endpoint answers, without a slash at its end. */
const BaseUrlText = z.string().transform((text, context) => {
  const base = parseBaseUrl(text.trim());
  if (!("trouble" in base)) return base.href;
  context.addIssue({ code: "custom", message: base.trouble });
  return z.NEVER;
});

const ConnectionName = z
  .string()
  .trim()
  .min(1)
  .max(connectionLimits.nameCharacters)
  .regex(/^\P{C}*$/u, { error: "holds a character that cannot be seen" });

/** A model as its endpoint names it. */
export const ModelName = z
  .string()
  .trim()
  .min(1)
  .max(connectionLimits.modelCharacters)
  .regex(/^[^\p{C}\s]+$/u, { error: "holds a space or a character that cannot be seen" });

const Price = z.number().min(0).max(100_000).nullable();

/** A model that a connection offers. Null stands for what is not known. */
export const ConnectionModel = z.strictObject({
  name: ModelName,
  /** Tokens of request and reply together. */
  contextTokens: z.int().min(1).max(100_000_000).nullable().default(null),
  /** US dollars for a million tokens of requests. */
  inputPrice: Price.default(null),
  /** US dollars for a million tokens of replies. */
  outputPrice: Price.default(null),
});
export type ConnectionModel = z.infer<typeof ConnectionModel>;

/** What a client sets itself, or what would change whom a request reaches. */
const ownHeaders = new Set([
  "accept",
  "accept-encoding",
  "authorization",
  "connection",
  "content-length",
  "content-type",
  "cookie",
  "expect",
  "host",
  "keep-alive",
  "proxy-authorization",
  "te",
  "trailer",
  "transfer-encoding",
  "upgrade",
]);
const HeaderName = z
  .string()
  .max(100)
  .regex(/^[A-Za-z0-9!#$%&'*+.^_`|~-]+$/, { error: "is not the name of a header" })
  .refine((name) => !ownHeaders.has(name.toLowerCase()), { error: "is a header that Tessera sets itself" });
const HeaderValue = z
  .string()
  .max(4_096)
  .regex(/^[\x20-\x7e]*$/, { error: "holds a character beyond ASCII" });
const ExtraHeaders = z
  .record(HeaderName, HeaderValue)
  .refine((headers) => Object.keys(headers).length <= connectionLimits.headers, {
    error: `holds more than ${connectionLimits.headers} headers`,
  });

const ApiKey = z
  .string()
  .min(1)
  .max(connectionLimits.keyCharacters)
  .regex(/^[\x21-\x7e]+$/, { error: "holds a space or a character beyond ASCII" });

const Limits = {
  requestsPerMinute: z.int().min(1).max(10_000_000).nullable(),
  tokensPerMinute: z.int().min(1).max(2_000_000_000).nullable(),
  /** Requests under way at once, at most. */
  concurrency: z.int().min(1).max(connectionLimits.concurrency),
  /** How long one request may take, its whole answer included. */
  timeoutSeconds: z.int().min(1).max(connectionLimits.timeoutSeconds),
};

const Models = z
  .array(ConnectionModel)
  .max(connectionLimits.models)
  .refine((models) => new Set(models.map(({ name }) => name)).size === models.length, {
    error: "names a model twice",
  });

export const CreateConnectionInput = z.strictObject({
  name: ConnectionName,
  baseUrl: BaseUrlText,
  key: ApiKey.nullable().default(null),
  headers: ExtraHeaders.default({}),
  models: Models.default([]),
  requestsPerMinute: Limits.requestsPerMinute.default(null),
  tokensPerMinute: Limits.tokensPerMinute.default(null),
  concurrency: Limits.concurrency.default(connectionDefaults.concurrency),
  timeoutSeconds: Limits.timeoutSeconds.default(connectionDefaults.timeoutSeconds),
  simulated: z.boolean().default(false),
});

/** What is left out stays. A key of null is taken away; another address needs its key and headers anew. */
export const UpdateConnectionInput = z.strictObject({
  connection: z.uuid(),
  expectedVersion: ExpectedVersion,
  name: ConnectionName.optional(),
  baseUrl: BaseUrlText.optional(),
  key: ApiKey.nullable().optional(),
  headers: ExtraHeaders.optional(),
  models: Models.optional(),
  requestsPerMinute: Limits.requestsPerMinute.optional(),
  tokensPerMinute: Limits.tokensPerMinute.optional(),
  concurrency: Limits.concurrency.optional(),
  timeoutSeconds: Limits.timeoutSeconds.optional(),
});
export const ConnectionRef = z.strictObject({ connection: z.uuid() });

export const Abilities = z.record(z.enum(abilityNames), z.enum(abilityAnswers));
export type Abilities = z.infer<typeof Abilities>;

/** What asking an endpoint found out. Holds nothing that the endpoint wrote but names of models. */
export const ConnectionTest = z.strictObject({
  at: z.iso.datetime(),
  /** Whether it answered anything as an OpenAI-compatible endpoint does. */
  ok: z.boolean(),
  /** From the request for the list of models to its answer, in milliseconds. */
  latency: z.int().nullable(),
  /** Why it is not ok, in a sentence. */
  problem: z.string().nullable(),
  /** The names it lists, cut to the first 1,000. */
  models: z.array(z.string()),
  /** Which models answered the probes of chat and of embeddings. */
  chatModel: z.string().nullable(),
  embeddingModel: z.string().nullable(),
  /** The length of its vectors. */
  dimensions: z.int().nullable(),
  abilities: Abilities,
});
export type ConnectionTest = z.infer<typeof ConnectionTest>;

/** A connection as its owner sees it. Keys and values of headers are never in it. */
export const ConnectionView = z.strictObject({
  id: z.uuid(),
  name: z.string(),
  baseUrl: z.string(),
  /** Why nothing can be sent there now, or null. */
  blocked: z.string().nullable(),
  /** `unreadable`: sealed under another secret, so that it has to be given again. */
  key: z.enum(["none", "kept", "unreadable"]),
  headerNames: z.array(z.string()),
  models: z.array(ConnectionModel),
  ...Limits,
  simulated: z.boolean(),
  tested: ConnectionTest.nullable(),
  /** In how many projects it has a role. */
  projects: z.int(),
  version: z.int(),
  createdAt: z.string(),
});
export type ConnectionView = z.infer<typeof ConnectionView>;

export const AllowedHostView = z.strictObject({
  host: z.string(),
  port: z.int().nullable(),
  private: z.boolean(),
  createdAt: z.string(),
});
export type AllowedHostView = z.infer<typeof AllowedHostView>;

/** A host with or without a port, as an operator writes it. */
export const HostInput = z.strictObject({ host: z.string().min(1).max(300), private: z.boolean().default(false) });

export const ModelRole = z.enum(modelRoles);
export type ModelRole = z.infer<typeof ModelRole>;

/** A model that has a role: which connection, and what that calls it. */
export const ModelChoice = z.strictObject({ connection: z.uuid(), model: ModelName });
export type ModelChoice = z.infer<typeof ModelChoice>;

const Choices = z
  .array(ModelChoice)
  .max(connectionLimits.perRole)
  .refine((chosen) => new Set(chosen.map((each) => JSON.stringify(each))).size === chosen.length, {
    error: "names a model twice",
  });

/** Replaces whatever roles are given; those left out stay. */
export const AssignModelsInput = z.strictObject({
  project: z.string(),
  expectedVersion: ExpectedVersion,
  generator: Choices.optional(),
  judge: Choices.optional(),
  embedder: Choices.max(1, { error: "takes one model" }).optional(),
});

export const RoleView = z.strictObject({
  connection: z.uuid(),
  connectionName: z.string(),
  model: z.string(),
  simulated: z.boolean(),
  /** Why it cannot be asked now, or null. */
  trouble: z.string().nullable(),
});
export type RoleView = z.infer<typeof RoleView>;

export const ModelsView = z.strictObject({
  /** That of the choice of models, not of the project's other settings. */
  version: z.int(),
  generator: z.array(RoleView),
  judge: z.array(RoleView),
  embedder: z.array(RoleView),
  /** What may be chosen; empty for those who may not. */
  offered: z.array(
    z.strictObject({
      connection: z.uuid(),
      connectionName: z.string(),
      simulated: z.boolean(),
      models: z.array(z.string()),
      embeds: z.array(z.string()),
    }),
  ),
});
export type ModelsView = z.infer<typeof ModelsView>;
