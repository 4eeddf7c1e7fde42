import type { Command } from "commander";
import { InvalidArgumentError } from "commander";
import { StudioError } from "#lib/errors.ts";
import type { PromptHistory, PromptView } from "#lib/schema/prompt.ts";
import { getPrompt, listPrompts } from "#lib/services/prompts/list-prompts.ts";
import { restorePrompt, revisePrompt } from "#lib/services/prompts/revise-prompt.ts";
import type { World } from "#lib/world/world.ts";
import { readInput } from "./read-input.ts";
import { operator, runCommand } from "./run-command.ts";

/** `tessera prompt` */
export function addPrompt(program: Command): void {
  const prompt = program.command("prompt").description("read and word anew what methods tell language models");
  prompt
    .command("list")
    .description("the prompts of all methods, as the project words them")
    .requiredOption("--project <slug>", "the project")
    .action(async ({ project }: { project: string }, command: Command) => {
      const list = (world: World) => listPrompts.run(world, operator, { project });
      await runCommand(command, list, ({ rows }) => rows.map(lineOf).join("\n"));
    });
  prompt
    .command("show <prompt>")
    .description("one of them, such as ask/answer, with its earlier wordings")
    .requiredOption("--project <slug>", "the project")
    .action(async (name: string, { project }: { project: string }, command: Command) => {
      const show = (world: World) => getPrompt.run(world, operator, { project, ...partsOf(name) });
      await runCommand(command, show, toText);
    });
  prompt
    .command("set <prompt>")
    .description("word it anew; runs that began keep what they began with")
    .requiredOption("--project <slug>", "the project")
    .requiredOption("--file <file>", "the wording; - reads standard input")
    .action(async (name: string, { project, file }: { project: string; file: string }, command: Command) => {
      const set = async (world: World) => {
        const address = { project, ...partsOf(name) };
        const { prompt: before } = await getPrompt.run(world, operator, address);
        const text = await readInput(file);
        return revisePrompt.run(world, operator, { ...address, text, expectedVersion: before.revision });
      };
      await runCommand(command, set, ({ prompt: after }) => lineOf(after));
    });
  prompt
    .command("restore <prompt>")
    .description("put an earlier wording back, as a new revision")
    .requiredOption("--project <slug>", "the project")
    .requiredOption("--revision <n>", "which; 0 is the one that came with Tessera", toRevision)
    .action(async (name: string, { project, revision }: { project: string; revision: number }, command: Command) => {
      const restore = async (world: World) => {
        const address = { project, ...partsOf(name) };
        const { prompt: before } = await getPrompt.run(world, operator, address);
        return restorePrompt.run(world, operator, { ...address, revision, expectedVersion: before.revision });
      };
      await runCommand(command, restore, ({ prompt: after }) => lineOf(after));
    });
}

function partsOf(prompt: string): { method: string; name: string } {
  const [method = "", name = "", ...more] = prompt.split("/");
  if (method === "" || name === "" || more.length > 0)
    throw new StudioError("invalid", `${prompt} is no prompt: give its method and its name, such as ask/answer.`);
  return { method, name };
}

function toRevision(text: string): number {
  if (!/^\d{1,9}$/.test(text)) throw new InvalidArgumentError("Give a whole number.");
  return Number(text);
}

function lineOf({ method, name, label, title, changedBy }: PromptView): string {
  return `${method}/${name}  ${label}${changedBy === null ? "" : ` by ${changedBy}`}  ${title}`;
}

function toText({ prompt, revisions }: PromptHistory): string {
  const list = revisions.map(
    ({ revision, label, author, runs }) =>
      `  ${revision}  ${label}${author === null ? "" : ` by ${author}`}, ${runs} ${runs === 1 ? "run" : "runs"}`,
  );
  return [lineOf(prompt), "", prompt.text, "", "Wordings, the newest first:", ...list].join("\n");
}
