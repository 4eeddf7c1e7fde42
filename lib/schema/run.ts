import { z } from "zod";
import { ModelChoice } from "./connection.ts";
import { ExpectedVersion } from "./decision.ts";
import { attemptStates, laneReasons, runItemStates, runStates } from "./run-choices.ts";

export const RunState = z.enum(runStates);
export type RunState = z.infer<typeof RunState>;

/** The models of a run by what they do, as chosen when it was planned: another choice would be another run. */
export const RunModels = z.strictObject({
  generator: z.array(ModelChoice).default([]),
  judge: z.array(ModelChoice).default([]),
  /** Those that failed items were tried again with later. */
  others: z.array(ModelChoice).default([]),
});
export type RunModels = z.infer<typeof RunModels>;

/** US dollars; a run that may spend nothing is asked for with `maxCalls` of 0 and is of no use. */
const Budget = z.number().min(0.000001).max(1_000_000);
const MaxCalls = z.int().min(1).max(100_000_000);
const Concurrency = z.int().min(1).max(512);

/** What is to be run. The options are those of the method and are parsed by it. */
export const PlanRunInput = z.strictObject({
  project: z.string(),
  method: z.string().min(1).max(40),
  title: z.string().trim().min(1).max(120).optional(),
  options: z.json(),
  /** The same options and seed plan the same items. */
  seed: z.int().min(0).max(4_294_967_295).default(1),
  /** Left out: those that have the role in the project. */
  models: RunModels.omit({ others: true }).partial().optional(),
  /** It pauses before a call that it could no longer pay for. Null for no limit. */
  budget: Budget.nullable().default(null),
  maxCalls: MaxCalls.nullable().default(null),
  /** Calls under way at once, over all workers. */
  concurrency: Concurrency.default(8),
  /** Begin with three items, and wait for a word before the rest. */
  trial: z.boolean().default(false),
});
export type PlanRunInput = z.input<typeof PlanRunInput>;

/** Which failed items are tried again, and by whom. */
export const RetryRunInput = z.strictObject({
  project: z.string(),
  run: z.uuid(),
  /** Only items that ended for this cause; all that failed by default. `note` stands for those that were answered and gave nothing. */
  code: z.string().max(60).optional(),
  /** Whom what is still open is asked of; by default whoever was asked before. */
  model: ModelChoice.optional(),
});

export const ChangeRunInput = z.strictObject({
  project: z.string(),
  run: z.uuid(),
  expectedVersion: ExpectedVersion,
  budget: Budget.nullable().optional(),
  maxCalls: MaxCalls.nullable().optional(),
  concurrency: Concurrency.optional(),
});

/** Of the items of a run: `requested` is always the sum of the others. */
export const RunLedger = z.strictObject({
  requested: z.int(),
  done: z.int(),
  failed: z.int(),
  cancelled: z.int(),
  /** Planned, or under way. */
  pending: z.int(),
});
export type RunLedger = z.infer<typeof RunLedger>;

export const RunView = z.strictObject({
  id: z.uuid(),
  /** Counted from 1 in its project. */
  number: z.int(),
  method: z.string(),
  title: z.string(),
  state: RunState,
  /** Why it stands still, in a sentence; null while it does not, or where a person asked for it. */
  reason: z.string().nullable(),
  ...RunLedger.shape,
  /** Of the pending ones, those under way. */
  active: z.int(),
  /** Conversations that it made. */
  produced: z.int(),
  /** Requests to endpoints, those that failed included. */
  calls: z.int(),
  tokens: z.strictObject({ input: z.int(), output: z.int() }),
  /** US dollars, as far as the prices of the models are known. */
  cost: z.number(),
  /** Calls whose price is not known. */
  unpriced: z.int(),
  budget: z.number().nullable(),
  maxCalls: z.int().nullable(),
  concurrency: z.int(),
  seed: z.int(),
  options: z.json(),
  models: RunModels,
  /** Whether any of its models is a simulator: what it makes is then marked for ever. */
  simulated: z.boolean(),
  trial: z.boolean(),
  version: z.int(),
  createdBy: z.string().nullable(),
  createdAt: z.string(),
  startedAt: z.string().nullable(),
  finishedAt: z.string().nullable(),
});
export type RunView = z.infer<typeof RunView>;

/** The templates of a run by name, as they stood when it was planned. */
export const FrozenPrompts = z.record(z.string(), z.strictObject({ text: z.string(), revision: z.string() }));
export type FrozenPrompts = z.infer<typeof FrozenPrompts>;

export const RunItemState = z.enum(runItemStates);

/** One item where it stands in the matrix of its run. */
export const RunItemView = z.strictObject({
  id: z.uuid(),
  ordinal: z.int(),
  /** A culture code, or null. */
  column: z.string().nullable(),
  row: z.string(),
  state: RunItemState,
  /** How often it was begun. */
  attempt: z.int(),
  /** Why it failed or made nothing: a code, and a sentence. */
  code: z.string().nullable(),
  problem: z.string().nullable(),
  produced: z.int(),
});
export type RunItemView = z.infer<typeof RunItemView>;

/** What a page that follows a run is told: how it stands, and what changed since it was last told. */
export const RunChanges = z.strictObject({
  /** Moves on with every change, in the order in which changes are committed. Give it as `after` to be told what came since. */
  tick: z.int(),
  run: RunView,
  /** Items that changed since; null where they are too many, or where it is not known since when: list them then. */
  items: z.array(RunItemView).nullable(),
  /** Milliseconds that it still takes, in about 60 of 100 cases; null while that cannot be told. */
  left: z.strictObject({ least: z.number(), most: z.number() }).nullable(),
  /** Items that came in during the last minute and a half, by the minute; null while there are too few to tell. */
  perMinute: z.number().nullable(),
});
export type RunChanges = z.infer<typeof RunChanges>;

/** Failures of one cause. */
export const RunProblem = z.strictObject({
  code: z.string(),
  /** Items that ended so. */
  items: z.int(),
  /** Calls that came to that, also of items that ended well. */
  calls: z.int(),
  /** The first sentence that tells of it. */
  example: z.string(),
});
export type RunProblem = z.infer<typeof RunProblem>;

/** The way from a run to one of its connections, as it stands. */
export const RunLane = z.strictObject({
  /** The connection by its name, and the models of it that the run asks. */
  connection: z.string(),
  models: z.array(z.string()),
  /** Calls under way to it, of all runs, and those of this run; the latter hold some that are about to leave. */
  used: z.int(),
  ofRun: z.int(),
  /** Calls that wait for a place, of all runs. */
  waiting: z.int(),
  /** Calls at once, as far as it lets itself be asked now, and as its settings allow. */
  places: z.int(),
  most: z.int(),
  requestsPerMinute: z.int().nullable(),
  tokensPerMinute: z.int().nullable(),
  reason: z.enum(laneReasons),
  /** When it goes on, where that is known. */
  until: z.string().nullable(),
  /** The failure that closed it, and how often in a row. */
  code: z.string().nullable(),
  times: z.int(),
});
export type RunLane = z.infer<typeof RunLane>;

export const AttemptState = z.enum(attemptStates);

/** One request and what came back. */
export const AttemptView = z.strictObject({
  id: z.uuid(),
  item: z.uuid(),
  number: z.int(),
  connection: z.string(),
  model: z.string(),
  /** As the endpoint names it. */
  repliedModel: z.string().nullable(),
  role: z.string(),
  prompt: z.string(),
  promptRevision: z.string(),
  state: AttemptState,
  code: z.string().nullable(),
  tokens: z.strictObject({ input: z.int().nullable(), output: z.int().nullable() }),
  cost: z.number().nullable(),
  latency: z.int().nullable(),
  sentAt: z.string(),
  /** Only where one attempt is asked for. */
  request: z.json().nullable(),
  reply: z.string().nullable(),
});
export type AttemptView = z.infer<typeof AttemptView>;
