import { type Command, Option } from "commander";
import { ProjectRole } from "#lib/schema/actor.ts";
import { createToken } from "#lib/services/tokens.ts";
import { operator, runCommand } from "./run-command.ts";

/** `tessera token create` */
export function addToken(program: Command): void {
  const token = program.command("token").description("make tokens for scripts");
  token
    .command("create")
    .description("make an API token for one project and one role; it is printed once")
    .requiredOption("--project <slug>", "the project")
    .requiredOption("--name <name>", "what it is for")
    .addOption(new Option("--role <role>", "what it may do").choices(ProjectRole.options).makeOptionMandatory())
    .action(async ({ project, name, role }, command: Command) => {
      await runCommand(
        command,
        (world) => createToken.run(world, operator, { project, name, role }),
        (made) => `Token ${made.name} (${made.role}), shown only now:\n${made.token}`,
      );
    });
}
