import { type Command, InvalidArgumentError, Option } from "commander";
import { StudioError } from "#lib/errors.ts";
import { timeLeft } from "#lib/runs/time-left.ts";
import type { ModelChoice } from "#lib/schema/connection.ts";
import type { RunModels, RunView } from "#lib/schema/run.ts";
import { startRunEngine } from "#lib/services/engine/run-engine.ts";
import { offeredBy } from "#lib/services/model-roles.ts";
import { getRun } from "#lib/services/runs/list-runs.ts";
import { planRun } from "#lib/services/runs/plan-run.ts";
import { cancelRun, pauseRunByHand, resumeRun, retryRun } from "#lib/services/runs/turn-run.ts";
import { writePlan } from "#lib/services/runs/write-plan.ts";
import type { World } from "#lib/world/world.ts";
import { readInput } from "./read-input.ts";
import { GlobalOptions, operator, runCommand } from "./run-command.ts";

/** How often the command line looks at a run, in milliseconds. */
const lookEvery = 250;

interface StartOptions {
  project: string;
  method: string;
  options: string;
  connection?: string[];
  model?: string;
  budget?: number;
  maxCalls?: number;
  seed?: number;
  concurrency?: number;
  trial?: true;
  wait?: true;
}

interface RetryOptions {
  code?: string | undefined;
  connection?: string | undefined;
  model?: string | undefined;
}

/** `tessera run` */
export function addRun(program: Command): void {
  const run = program.command("run").description("have a method make conversations with language models");
  run
    .command("start")
    .description("plan a run and leave it to the workers; or with --wait make it here and now")
    .requiredOption("--project <slug>", "the project")
    .requiredOption("--method <name>", "the method, such as ask")
    .requiredOption("--options <file>", "its options as JSON; - reads standard input")
    .option("--connection <names...>", "which connections generate and judge; those of the project by default")
    .option("--model <name>", "with --connection: the model, where a connection offers several")
    .addOption(new Option("--budget <dollars>", "pause before it spends more").argParser(toNumber))
    .addOption(new Option("--max-calls <n>", "pause before it asks more often").argParser(toNumber))
    .addOption(new Option("--seed <n>", "the same options and seed plan the same items").argParser(toNumber))
    .addOption(new Option("--concurrency <n>", "calls under way at once").argParser(toNumber))
    .option("--trial", "three items first, then wait for: run resume")
    .option("--wait", "work on it here until it ends or pauses")
    .action(async (options: StartOptions, command: Command) => {
      const begin = async (world: World) => {
        const { project, method, budget, maxCalls, seed, concurrency, trial } = options;
        const models = options.connection === undefined ? undefined : await modelsOf(world, options);
        const planned = await planRun.run(world, operator, {
          project,
          method,
          options: await readJson(options.options),
          ...(models === undefined ? {} : { models }),
          ...(budget === undefined ? {} : { budget }),
          ...(maxCalls === undefined ? {} : { maxCalls }),
          ...(seed === undefined ? {} : { seed }),
          ...(concurrency === undefined ? {} : { concurrency }),
          ...(trial === undefined ? {} : { trial }),
        });
        if (options.wait === undefined) return toFacts(planned);
        await writePlan(world, planned.id);
        const engine = startRunEngine(world);
        try {
          return await watch(world, project, planned.id, command);
        } finally {
          await engine.stop();
        }
      };
      finish(await runCommand(command, begin, toText));
    });
  run
    .command("watch <id>")
    .description("tell how far a run is until it ends or pauses")
    .action(async (id: string, _options, command: Command) => {
      finish(await runCommand(command, async (world) => watch(world, await projectOf(world, id), id, command), toText));
    });
  const verbs = {
    pause: ["let calls under way end and send no more", pauseRunByHand],
    resume: ["go on after a pause or a trial", resumeRun],
    cancel: ["end it; what it has made stays", cancelRun],
  } as const;
  for (const [verb, [description, service]] of Object.entries(verbs))
    run
      .command(`${verb} <id>`)
      .description(description)
      .action(async (id: string, _options, command: Command) => {
        const act = async (world: World) =>
          toFacts(await service.run(world, operator, { project: await projectOf(world, id), run: id }));
        await runCommand(command, act, toText);
      });
  run
    .command("retry <id>")
    .description("try its failed items again; what was answered before is not asked again")
    .option("--code <cause>", "only those that ended for this cause; note: those that were answered and gave nothing")
    .option("--connection <name>", "ask this connection what is still open")
    .option("--model <name>", "ask this model of it, or of the connection that generates")
    .action(async (id: string, { code, connection, model }: RetryOptions, command: Command) => {
      const act = async (world: World) => {
        const project = await projectOf(world, id);
        const other = await otherModel(world, { project, run: id, connection, model });
        return toFacts(
          await retryRun.run(world, operator, {
            project,
            run: id,
            ...(code === undefined ? {} : { code }),
            ...(other === null ? {} : { model: other }),
          }),
        );
      };
      await runCommand(command, act, toText);
    });
}

function toNumber(text: string): number {
  const number = Number(text);
  if (text.trim() === "" || !Number.isFinite(number)) throw new InvalidArgumentError("Give a number.");
  return number;
}

async function readJson(file: string): Promise<unknown> {
  const text = await readInput(file);
  try {
    return JSON.parse(text);
  } catch (error) {
    throw new StudioError("invalid", `${file} is not JSON: ${error instanceof Error ? error.message : String(error)}`);
  }
}

/** The models of the connections named: the one that is named, else the first that each offers. They generate and judge. */
async function modelsOf(
  world: World,
  { connection = [], model }: StartOptions,
): Promise<Pick<RunModels, "generator" | "judge">> {
  const chosen = await Promise.all(connection.map((name) => choiceOf(world, name, model)));
  return { generator: chosen, judge: chosen };
}

async function choiceOf(world: World, name: string, model: string | undefined): Promise<ModelChoice> {
  const row = await world.db.connection.findFirst({ where: { name, removedAt: null } });
  if (row === null) throw new StudioError("not_found", `There is no connection ${name}. See: tessera connection list`);
  const offered = offeredBy(row);
  const found = model ?? offered[0];
  if (found === undefined)
    throw new StudioError("invalid", `It is not known which models ${name} offers. Test it, or give --model.`);
  return { connection: row.id, model: found };
}

/** Whom a retry is to ask: the connection that is named, else the one that generates; null where neither option is given. */
async function otherModel(
  world: World,
  { project, run, connection, model }: RetryOptions & { project: string; run: string },
): Promise<ModelChoice | null> {
  if (connection !== undefined) return choiceOf(world, connection, model);
  if (model === undefined) return null;
  const { models } = await getRun.run(world, operator, { project, run });
  const own = models.generator[0] ?? models.judge[0];
  if (own === undefined) throw new StudioError("invalid", "This run asks no model. Name a connection.");
  return { connection: own.connection, model };
}

async function projectOf(world: World, run: string): Promise<string> {
  const row = /^[0-9a-f-]{36}$/i.test(run)
    ? await world.db.run.findUnique({ where: { id: run }, include: { project: { select: { slug: true } } } })
    : null;
  if (row === null) throw new StudioError("not_found", `There is no run ${run}.`);
  return row.project.slug;
}

/** What came in so lately, in milliseconds, tells how long the rest takes. */
const stretch = 90_000;

/** Looks at a run until it stands still; for people, a line on standard error whenever something has come in. */
async function watch(world: World, project: string, id: string, command: Command): Promise<RunFacts> {
  const { json } = GlobalOptions.parse(command.optsWithGlobals());
  const since = performance.now();
  let ended: number | null = null;
  let finished: number[] = [];
  for (let told = ""; ; ) {
    const run = await getRun.run(world, operator, { project, run: id });
    const now = performance.now();
    const count = run.done + run.failed;
    finished = finished.filter((at) => at > now - stretch);
    for (let more = count - (ended ?? count); more > 0; more--) finished.push(now);
    ended = count;
    const range = timeLeft({ finished, now, left: run.pending, since });
    const left = range === null || run.pending === 0 ? "" : `, ${minutes(range.least)}–${minutes(range.most)} min left`;
    const line = `${count} of ${run.requested}, ${run.failed} failed, ${run.calls} calls, $${run.cost.toFixed(4)}${left}`;
    if (!json && line !== told) process.stderr.write(`${line}\n`);
    told = line;
    const moving = ["planning", "trial", "running"].includes(run.state) || run.active > 0;
    if (!moving) return toFacts(run);
    await new Promise((resolve) => setTimeout(resolve, lookEvery));
  }
}

/** Minutes with one decimal below ten, such as `0.4` and `12`. */
function minutes(milliseconds: number): string {
  const value = milliseconds / 60_000;
  return value < 10 ? value.toFixed(1) : String(Math.round(value));
}

/** What scripts read of a run. */
interface RunFacts
  extends Pick<
    RunView,
    | "id"
    | "number"
    | "state"
    | "reason"
    | "requested"
    | "done"
    | "failed"
    | "cancelled"
    | "pending"
    | "produced"
    | "calls"
    | "cost"
  > {
  /** Of requests and replies together. */
  tokens: number;
}

function toFacts(run: RunView): RunFacts {
  const { id, number, state, reason, requested, done, failed, cancelled, pending, produced, calls, cost } = run;
  const tokens = run.tokens.input + run.tokens.output;
  return { id, number, state, reason, requested, done, failed, cancelled, pending, produced, calls, tokens, cost };
}

function toText(run: RunFacts): string {
  return [
    `Run ${run.number} (${run.id}) is ${run.state}${run.reason === null ? "." : `: ${run.reason}`}`,
    `${run.requested} requested = ${run.done} done + ${run.failed} failed + ${run.cancelled} cancelled + ${run.pending} pending`,
    `${run.produced} conversations, ${run.calls} calls, ${run.tokens} tokens, $${run.cost.toFixed(4)}`,
  ].join("\n");
}

/** A run that could not be made whole ends the command with a status of its own. */
function finish({ state, failed }: RunFacts): void {
  if (state === "failed" || failed > 0) process.exitCode = 3;
  else if (state === "paused") process.exitCode = 4;
}
