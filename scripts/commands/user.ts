import { randomBytes } from "node:crypto";
import { text } from "node:stream/consumers";
import { type Command, Option } from "commander";
import { StudioError } from "#lib/errors.ts";
import { ProjectRole } from "#lib/schema/actor.ts";
import { createUser } from "#lib/services/create-user.ts";
import { operator, runCommand } from "./run-command.ts";

/** `tessera user create` */
export function addUser(program: Command): void {
  const user = program.command("user").description("make accounts");
  user
    .command("create")
    .description(
      "make an account; the first one owns this Tessera. Without a password a strong one is made and printed once",
    )
    .requiredOption("--email <address>", "the address to sign in with")
    .requiredOption("--name <name>", "what others read")
    .option("--owner", "own this Tessera, where nobody does yet")
    .option("--project <slug>", "give the account a place in this project; needs --role")
    .addOption(new Option("--role <role>", "the role in the project").choices(ProjectRole.options))
    .option("--password-stdin", "read the password from standard input")
    .option(
      "--password <password>",
      "the password; others may see it in the list of processes, so rather use one of the other ways",
    )
    .addHelpText("after", "\nThe password is also taken from TESSERA_PASSWORD.")
    .action(async ({ email, name, owner, project, role, passwordStdin, password }, command: Command) => {
      if ((project === undefined) !== (role === undefined))
        command.error("error: --project and --role go together", { exitCode: 2 });
      const given = await givenPassword(passwordStdin === true, password);
      const made = given === null ? randomBytes(18).toString("base64url") : null;
      await runCommand(
        command,
        async (world) => {
          const input = { email, name, password: given ?? made, owner: owner === true };
          const membership = project === undefined ? null : { project, role };
          const account = await createUser(world, operator, { ...input, membership });
          return { ...account, password: made };
        },
        (account) =>
          [
            `Made the account of ${account.name} <${account.email}>${account.owner ? ", who owns this Tessera" : ""}.`,
            ...(account.project === null ? [] : [`Role in ${account.project}: ${account.role}.`]),
            ...(account.password === null ? [] : [`Password, shown only now: ${account.password}`]),
          ].join("\n"),
      );
    });
}

async function givenPassword(fromStandardInput: boolean, option: string | undefined): Promise<string | null> {
  if (fromStandardInput) {
    const read = (await text(process.stdin)).replace(/\r?\n$/, "");
    if (read === "") throw new StudioError("invalid", "password: standard input is empty.");
    return read;
  }
  return option ?? (process.env.TESSERA_PASSWORD || null);
}
