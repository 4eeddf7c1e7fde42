import { type Command, InvalidArgumentError, Option } from "commander";
import { StudioError } from "#lib/errors.ts";
import type { Abilities, ConnectionTest, ConnectionView, ModelRole } from "#lib/schema/connection.ts";
import { abilityNames, modelRoles } from "#lib/schema/connection-choices.ts";
import { allowHost, disallowHost, listAllowedHosts } from "#lib/services/allowed-hosts.ts";
import { createConnection, listConnections, removeConnection, updateConnection } from "#lib/services/connections.ts";
import { assignModels, getModels } from "#lib/services/model-roles.ts";
import { testConnection } from "#lib/services/test-connection.ts";
import type { World } from "#lib/world/world.ts";
import { operator, runCommand } from "./run-command.ts";

/** `tessera connection add|list|key|use|remove` */
export function addConnection(program: Command): void {
  const connection = program.command("connection").description("endpoints of models");
  connection
    .command("add")
    .description("add an OpenAI-compatible endpoint; its host must be allowed before")
    .requiredOption("--name <name>", "what people read")
    .requiredOption("--base-url <url>", "the address below which it answers, such as https://api.openai.com/v1")
    .option("--key-env <variable>", "the environment variable that holds its key")
    .option("--simulated", "what it writes is marked as simulated for ever")
    .option("--model <name>", "a model that it offers; may be given several times", collect, [])
    .option("--concurrency <count>", "requests under way at once, at most", count)
    .option("--requests-per-minute <count>", "requests in a minute, at most", count)
    .option("--tokens-per-minute <count>", "tokens in a minute, at most", count)
    .option("--timeout <seconds>", "how long one request may take", count)
    .action(async ({ keyEnv, model, timeout, ...facts }, command: Command) => {
      const key = keyEnv === undefined ? null : keyFrom(keyEnv);
      const models = model.map((name: string) => ({ name }));
      const input = { ...facts, key, models, timeoutSeconds: timeout };
      await runCommand(
        command,
        (world) => createConnection.run(world, operator, input),
        (made) => `Added ${made.name} at ${made.baseUrl}. Try it with: tessera connection test ${quoted(made.name)}`,
      );
    });
  connection
    .command("test")
    .description("ask an endpoint what it can do: about a dozen small requests; fails where it does not answer")
    .argument("<name>", "the connection")
    .action(async (name: string, _options, command: Command) => {
      const found = await runCommand(
        command,
        async (world) => testConnection.run(world, operator, { connection: (await getByName(world, name)).id }),
        (test) => testText(name, test),
      );
      if (!found.ok) process.exitCode = 1;
    });
  connection
    .command("list")
    .description("list the endpoints")
    .action(async (_options, command: Command) => {
      await runCommand(
        command,
        (world) => listConnections.run(world, operator, {}),
        ({ rows }) =>
          rows.length === 0 ? "No connections yet. Add one with: tessera connection add" : rows.map(toLine).join("\n"),
      );
    });
  connection
    .command("key")
    .description("replace the key of an endpoint")
    .argument("<name>", "the connection")
    .requiredOption("--key-env <variable>", "the environment variable that holds the new key")
    .action(async (name: string, { keyEnv }, command: Command) => {
      const key = keyFrom(keyEnv);
      await runCommand(
        command,
        async (world) => {
          const { id, version } = await getByName(world, name);
          return updateConnection.run(world, operator, { connection: id, expectedVersion: version, key });
        },
        (row) => `${row.name} has a new key.`,
      );
    });
  connection
    .command("use")
    .description("give a model of an endpoint a role in a project, besides those that have it")
    .argument("<name>", "the connection")
    .requiredOption("--project <slug>", "the project")
    .addOption(new Option("--role <role>", "what for").choices(modelRoles).makeOptionMandatory())
    .requiredOption("--model <name>", "the model, as the endpoint names it")
    .action(async (name: string, options: { project: string; role: ModelRole; model: string }, command: Command) => {
      await runCommand(
        command,
        (world) => give(world, name, options),
        (models) =>
          `${options.role}: ${models[options.role].map((each) => `${each.model} by ${each.connectionName}`).join(", ")}`,
      );
    });
  connection
    .command("remove")
    .description("remove an endpoint with its key; what it wrote still names it")
    .argument("<name>", "the connection")
    .action(async (name: string, _options, command: Command) => {
      await runCommand(
        command,
        async (world) => {
          const { id } = await getByName(world, name);
          await removeConnection.run(world, operator, { connection: id });
          return { removed: name };
        },
        () => `Removed ${name}.`,
      );
    });
}

/** `tessera allow-host` */
export function addAllowHost(program: Command): void {
  program
    .command("allow-host")
    .description("allow requests to a host; without a host, list those that are allowed")
    .argument("[host]", "a name or an address, with :port where only one is meant")
    .option("--private", "the name leads into a private network")
    .option("--remove", "take the host off the list")
    .action(async (host: string | undefined, options: { private?: boolean; remove?: boolean }, command: Command) => {
      if (host === undefined && (options.private || options.remove))
        command.error("error: --private and --remove need a host", { exitCode: 2 });
      await runCommand(
        command,
        async (world) => {
          if (host !== undefined && options.remove) await disallowHost.run(world, operator, { host });
          else if (host !== undefined)
            await allowHost.run(world, operator, { host, private: options.private === true });
          return listAllowedHosts.run(world, operator, {});
        },
        ({ rows }) =>
          [
            rows.length === 0 ? "No host is allowed: nothing is sent anywhere." : "Requests may go to:",
            ...rows.map(
              (row) => `  ${row.host}${row.port === null ? "" : `:${row.port}`}${row.private ? "  (private)" : ""}`,
            ),
          ].join("\n"),
      );
    });
}

async function getByName(world: World, name: string): Promise<ConnectionView> {
  const { rows } = await listConnections.run(world, operator, {});
  const found = rows.find((row) => row.name === name);
  if (!found) throw new StudioError("not_found", `There is no connection “${name}”. See: tessera connection list`);
  return found;
}

async function give(
  world: World,
  name: string,
  { project, role, model }: { project: string; role: ModelRole; model: string },
) {
  const { id } = await getByName(world, name);
  const now = await getModels.run(world, operator, { project });
  const kept = role === "embedder" ? [] : now[role].map((each) => ({ connection: each.connection, model: each.model }));
  if (kept.some((each) => each.connection === id && each.model === model)) return now;
  const input = { project, expectedVersion: now.version, [role]: [...kept, { connection: id, model }] };
  return assignModels.run(world, operator, input);
}

/** The key itself is never an argument: others may see it in the list of processes. */
function keyFrom(variable: string): string {
  const key = process.env[variable];
  if (!key) throw new StudioError("invalid", `The environment variable ${variable} holds no key.`);
  return key;
}

function toLine({ name, baseUrl, key, blocked, simulated, tested }: ConnectionView): string {
  const facts = [
    key === "none" ? "no key" : key === "kept" ? "key kept" : "key must be given again",
    ...(simulated ? ["simulated"] : []),
    blocked,
    tested === null ? "not tested yet" : tested.ok ? `answers in ${tested.latency} ms` : tested.problem,
  ];
  return `${name}  ${baseUrl}  ${facts.filter((fact) => fact !== null).join(", ")}`;
}

const abilityWords: Record<keyof Abilities, string> = {
  chat: "chat",
  jsonSchema: "JSON by a schema",
  jsonMode: "JSON",
  logprobs: "logprobs",
  seed: "seed",
  embeddings: "embeddings",
  batch: "batches",
};

function testText(
  name: string,
  { problem, latency, models, abilities, chatModel, embeddingModel, dimensions }: ConnectionTest,
): string {
  const shown = models.slice(0, 20);
  return [
    problem === null ? `${name} answers.` : `${name}: ${problem}`,
    ...(latency === null ? [] : [`  latency     ${latency} ms`]),
    ...(models.length === 0
      ? []
      : [`  models      ${shown.join(", ")}${models.length > 20 ? ` and ${models.length - 20} more` : ""}`]),
    ...(chatModel === null ? [] : [`  chat by     ${chatModel}`]),
    ...(embeddingModel === null ? [] : [`  vectors by  ${embeddingModel}, ${dimensions} dimensions`]),
    ...abilityNames.map((ability) => `  ${abilityWords[ability].padEnd(18)}${abilities[ability]}`),
  ].join("\n");
}

function quoted(name: string): string {
  return /^[\w.-]+$/.test(name) ? name : `"${name}"`;
}

function collect(value: string, all: string[]): string[] {
  return [...all, value];
}

function count(value: string): number {
  if (!/^\d{1,10}$/.test(value)) throw new InvalidArgumentError("It takes a whole number.");
  return Number(value);
}
