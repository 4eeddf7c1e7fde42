import { z } from "zod";
import { StudioError } from "#lib/errors.ts";
import { methods } from "#lib/methods/methods.ts";
import type { ModelChoice } from "#lib/schema/connection.ts";
import { parse } from "#lib/schema/parse.ts";
import { type FrozenPrompts, PlanRunInput, type RunModels, RunView } from "#lib/schema/run.ts";
import type { World } from "#lib/world/world.ts";
import { modelsOf } from "../connection-view.ts";
import { defineChange } from "../define.ts";
import { methodContext } from "../engine/method-context.ts";
import { readAssigned } from "../open-connection.ts";
import { readPrompts } from "../prompts/read-prompts.ts";
import { readRun, toMicros } from "./run-view.ts";

/**
 * Makes a run and has a worker write its items; it begins when they are there. What it is made of is frozen here: options,
 * seed, models and the wording of its templates.
 */
export const planRun = defineChange(
  { action: "run.create", summary: "Start a run of a method", Input: PlanRunInput, Output: RunView },
  async ({ world, actor, project, tx, record }, input) => {
    const method = methods.get(input.method);
    if (method === undefined)
      throw new StudioError(
        "invalid",
        `There is no method ${input.method}. Known: ${[...methods.keys()].join(", ")}.`,
        {
          fields: [{ field: "method", message: "is not the name of a method" }],
        },
      );
    const options = parse(z.object({ options: method.Options }), { options: input.options }).options;
    const models = await chooseModels(world, project.id, input.models ?? {});
    for (const role of method.roles)
      if (models[role].length === 0)
        throw new StudioError(
          "invalid",
          `${method.title} needs a model with the role of ${role}. Choose one in Settings → Models, or name a connection.`,
          { fields: [{ field: `models.${role}`, message: "names no model" }] },
        );
    const { simulated } = await requireUsable(world, [...models.generator, ...models.judge], input.budget);
    const prompts: FrozenPrompts = await readPrompts(world, project.id, method);
    // A plan that leads nowhere is refused now, with its field, and not by a worker later.
    const context = await methodContext(world, { projectId: project.id, prompts, models });
    if (peek(method.plan(options, { ...context, random: () => 0.5 })) === undefined)
      throw new StudioError("invalid", "These options plan nothing.");
    const { _max } = await tx.run.aggregate({ where: { projectId: project.id }, _max: { number: true } });
    const number = (_max.number ?? 0) + 1;
    const id = world.newId();
    await tx.run.create({
      data: {
        id,
        projectId: project.id,
        number,
        method: method.id,
        title: input.title ?? method.title,
        options: z.json().parse(options) ?? {},
        seed: input.seed,
        models,
        prompts,
        state: "planning",
        trial: input.trial,
        simulated,
        budgetMicros: toMicros(input.budget),
        maxCalls: input.maxCalls,
        concurrency: input.concurrency,
        createdBy: actor.userId,
        createdAt: world.now(),
      },
    });
    await world.queue.enqueue(tx, "run.plan", { runId: id }, id);
    await record({
      kind: "run.planned",
      payload: {
        run: id,
        number,
        method: method.id,
        seed: input.seed,
        models,
        budget: input.budget,
        maxCalls: input.maxCalls,
      },
    });
    return readRun(tx, project.id, id);
  },
);

function peek<Value>(values: Iterable<Value>): Value | undefined {
  for (const value of values) return value;
  return undefined;
}

/** The models that are asked for; where a role is left out, those that have it in the project. */
async function chooseModels(world: World, projectId: string, asked: Partial<RunModels>): Promise<RunModels> {
  return {
    generator: asked.generator ?? (await readAssigned(world, projectId, "generator")),
    judge: asked.judge ?? (await readAssigned(world, projectId, "judge")),
    others: [],
  };
}

/** @throws StudioError `invalid` for a connection that is gone, or a budget in money where a price is not known */
export async function requireUsable(
  world: World,
  chosen: readonly ModelChoice[],
  budget: number | null,
): Promise<{ simulated: boolean }> {
  const rows = await world.db.connection.findMany({
    where: { id: { in: chosen.map(({ connection }) => connection) }, removedAt: null },
  });
  for (const { connection, model } of chosen) {
    const row = rows.find(({ id }) => id === connection);
    if (row === undefined) throw new StudioError("invalid", "A connection of these models is not there any more.");
    const price = modelsOf(row).find(({ name }) => name === model);
    const known = price !== undefined && price.inputPrice !== null && price.outputPrice !== null;
    if (budget !== null && !known && !row.simulated)
      throw new StudioError(
        "invalid",
        `The price of ${model} is not known, so a budget in dollars cannot be kept. Write its price down at ${row.name}, or limit the calls.`,
        { fields: [{ field: "budget", message: `needs the price of ${model}` }] },
      );
  }
  return { simulated: rows.some(({ simulated }) => simulated) };
}
