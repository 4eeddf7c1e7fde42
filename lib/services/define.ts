import type { z } from "zod";
import { type ProjectAccess, requireProject } from "#lib/auth/require-project.ts";
import type { Transaction } from "#lib/db/client.ts";
import { StudioError } from "#lib/errors.ts";
import type { Actor } from "#lib/schema/actor.ts";
import { parse } from "#lib/schema/parse.ts";
import { type Action, permissions } from "#lib/schema/permissions.ts";
import type { World } from "#lib/world/world.ts";
import { answerOnce, type Command } from "./answer-once.ts";
import { appendEvent, type NewEvent } from "./append-event.ts";
import { requireStorable } from "./storable.ts";

/** What a verb is given besides its input. `project` is set for every action that the role table ties to a project. */
export interface Context {
  world: World;
  actor: Actor | null;
}
export interface ProjectContext extends Context {
  actor: Actor;
  project: ProjectAccess;
}
/** What a changing verb is given besides: the transaction, and the event that makes the change part of the history. */
export interface ChangeContext extends ProjectContext {
  tx: Transaction;
  /** Appends one event under this write's idempotency key and returns its number. */
  record(event: NewEvent): Promise<number>;
}

interface Definition<Input extends z.ZodType, Output extends z.ZodType> {
  action: Action;
  /** One line for the API document. */
  summary: string;
  Input: Input;
  Output: Output;
  /** What of an answer is kept for a repeated request; secrets are shown once and so are left out. */
  kept?: (answer: z.output<Output>) => z.output<Output>;
}

/** A verb of the studio: one definition serves a page, a route, the command line, a test and the API document. */
export interface Service<Input extends z.ZodType = z.ZodType, Output extends z.ZodType = z.ZodType>
  extends Definition<Input, Output> {
  changes: boolean;
  run(world: World, actor: Actor | null, input: unknown, command?: Command): Promise<z.output<Output>>;
}

/** A read that is not about one project: for everybody (`public`) or anyone with an account. */
export function defineRead<Input extends z.ZodType, Output extends z.ZodType>(
  definition: Definition<Input, Output>,
  verb: (context: Context, input: z.output<Input>) => Promise<z.output<Output>>,
): Service<Input, Output> {
  return {
    ...definition,
    changes: false,
    async run(world, actor, input) {
      requireAccount(actor, definition.action);
      return verb({ world, actor }, checked(definition.Input, input));
    },
  };
}

/** A read within a project. The asker's right is checked before anything else is looked at. */
export function defineProjectRead<Input extends z.ZodType<{ project: string }>, Output extends z.ZodType>(
  definition: Definition<Input, Output>,
  verb: (context: ProjectContext, input: z.output<Input>) => Promise<z.output<Output>>,
): Service<Input, Output> {
  return {
    ...definition,
    changes: false,
    async run(world, actor, input) {
      const asker = requireAccount(actor, definition.action);
      const project = await requireProject(world, asker, projectOf(input), definition.action);
      return verb({ world, actor: asker, project }, checked(definition.Input, input));
    },
  };
}

/**
 * A write within a project. State, event, job and the kept answer commit in one transaction; the same key asked again gets
 * the same answer without a second effect.
 */
export function defineChange<Input extends z.ZodType<{ project: string }>, Output extends z.ZodType>(
  definition: Definition<Input, Output>,
  verb: (context: ChangeContext, input: z.output<Input>) => Promise<z.output<Output>>,
): Service<Input, Output> {
  return definePreparedChange(definition, async () => null, verb);
}

/**
 * A write within a project that rests on what is slow to find: `prepare` finds it after the asker's right is checked and before
 * the transaction, which waits for none of it. It is done again for a key asked again, so it refuses nothing itself.
 */
export function definePreparedChange<Input extends z.ZodType<{ project: string }>, Output extends z.ZodType, Prepared>(
  definition: Definition<Input, Output>,
  prepare: (context: ProjectContext, input: z.output<Input>) => Promise<Prepared>,
  verb: (context: ChangeContext, input: z.output<Input>, prepared: Prepared) => Promise<z.output<Output>>,
): Service<Input, Output> {
  return {
    ...definition,
    changes: true,
    async run(world, actor, input, command) {
      const asker = requireAccount(actor, definition.action);
      const project = await requireProject(world, asker, projectOf(input), definition.action);
      const parsed = checked(definition.Input, input);
      const prepared = await prepare({ world, actor: asker, project }, parsed);
      const key = command ?? { key: world.newId(), requestHash: "" };
      const run = (tx: Transaction) => {
        const record = (event: NewEvent) => appendEvent(tx, project.id, asker, key.key, event);
        return verb({ world, actor: asker, project, tx, record }, parsed, prepared);
      };
      return answerOnce(world, asker, key, run, definition.kept);
    },
  };
}

/** A write that no project's history holds: accounts, invitations and the creation of projects. */
export function defineAccountChange<Input extends z.ZodType, Output extends z.ZodType>(
  definition: Definition<Input, Output>,
  verb: (context: Context & { tx: Transaction }, input: z.output<Input>) => Promise<z.output<Output>>,
): Service<Input, Output> {
  return definePreparedAccountChange(definition, async () => null, verb);
}

/** Likewise with what is slow to find: see `definePreparedChange`. */
export function definePreparedAccountChange<Input extends z.ZodType, Output extends z.ZodType, Prepared>(
  definition: Definition<Input, Output>,
  prepare: (context: Context, input: z.output<Input>) => Promise<Prepared>,
  verb: (
    context: Context & { tx: Transaction },
    input: z.output<Input>,
    prepared: Prepared,
  ) => Promise<z.output<Output>>,
): Service<Input, Output> {
  return {
    ...definition,
    changes: true,
    async run(world, actor, input, command) {
      requireAccount(actor, definition.action);
      const parsed = checked(definition.Input, input);
      const prepared = await prepare({ world, actor }, parsed);
      const key = command ?? { key: world.newId(), requestHash: "" };
      return answerOnce(world, actor, key, (tx) => verb({ world, actor, tx }, parsed, prepared), definition.kept);
    },
  };
}

/**
 * A write whose work lies outside the database, such as asking an endpoint: no transaction waits for it, and asked again under the
 * same key it is done again.
 */
export function defineAccountAct<Input extends z.ZodType, Output extends z.ZodType>(
  definition: Definition<Input, Output>,
  verb: (context: Context, input: z.output<Input>) => Promise<z.output<Output>>,
): Service<Input, Output> {
  return { ...defineRead(definition, verb), changes: true };
}

function checked<Input extends z.ZodType>(schema: Input, input: unknown): z.output<Input> {
  requireStorable(input);
  return parse(schema, input);
}

function requireAccount(actor: Actor | null, action: Action): Actor {
  const needed = permissions[action];
  if (actor === null && needed !== "public") throw new StudioError("unauthenticated", "Sign in first.");
  // A token is tied to one project, so it never stands for the owner.
  if (needed === "owner" && actor?.kind !== "operator" && !(actor?.kind === "person" && actor.owner))
    throw new StudioError("forbidden", "Only the owner of this Tessera may do that.");
  return actor as Actor; // public verbs never read it; all others have it by the line above
}

function projectOf(input: unknown): string {
  const slug = typeof input === "object" && input !== null && "project" in input ? input.project : undefined;
  if (typeof slug !== "string") throw new StudioError("not_found", "There is no such project here.");
  return slug;
}
