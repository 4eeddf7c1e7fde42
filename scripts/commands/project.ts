import type { Command } from "commander";
import { createProject } from "#lib/services/create-project.ts";
import { listProjects } from "#lib/services/list-projects.ts";
import { removeProject, restoreProject } from "#lib/services/remove-project.ts";
import { operator, runCommand } from "./run-command.ts";

/** `tessera project create|list` */
export function addProject(program: Command): void {
  const project = program.command("project").description("make, list, remove and restore projects");
  project
    .command("create")
    .description("make a project with its own registries of cultures, topics and tags")
    .requiredOption("--name <name>", "what people read")
    .requiredOption("--slug <slug>", "its part of addresses and commands: lower-case letters, digits and hyphens")
    .option("--description <text>", "what it is for")
    .action(async ({ name, slug, description }, command: Command) => {
      await runCommand(
        command,
        (world) => createProject.run(world, operator, { name, slug, ...(description ? { description } : {}) }),
        (made) => `Made the project ${made.name} (${made.slug}).`,
      );
    });
  project
    .command("list")
    .description("list the projects, newest first")
    .action(async (_options, command: Command) => {
      await runCommand(
        command,
        (world) => listProjects.run(world, operator, {}),
        ({ rows }) =>
          rows.length === 0
            ? "There is no project yet. Make one with: tessera project create --name NAME --slug SLUG"
            : rows
                .map(({ slug, name, counts: { total, pending, accepted, rejected } }) =>
                  [
                    slug,
                    name,
                    `${total} conversations`,
                    `${pending} pending, ${accepted} accepted, ${rejected} rejected`,
                  ].join("\t"),
                )
                .join("\n"),
      );
    });
  project
    .command("remove")
    .description("take a project out of sight; nothing of it is deleted")
    .requiredOption("--project <slug>", "the project")
    .action(async ({ project: slug }, command: Command) => {
      await runCommand(
        command,
        (world) => removeProject.run(world, operator, { project: slug }),
        ({ name }) => `Removed ${name}. Bring it back with: tessera project restore --project ${slug}`,
      );
    });
  project
    .command("restore")
    .description("bring a removed project back")
    .requiredOption("--project <slug>", "the project")
    .action(async ({ project: slug }, command: Command) => {
      await runCommand(
        command,
        (world) => restoreProject.run(world, operator, { project: slug }),
        ({ name }) => `${name} is back.`,
      );
    });
}
