import { type Command, Option } from "commander";
import { SampleKind } from "#lib/schema/practice.ts";
import { addSamples } from "#lib/services/add-samples.ts";
import { operator, runCommand } from "./run-command.ts";

/** `tessera sample add` */
export function addSample(program: Command): void {
  program
    .command("sample")
    .description("add conversations written for Tessera, in a project of their own")
    .command("add")
    .description("make the practice project or the sample project; remove it with: tessera project remove")
    .addOption(new Option("--kind <kind>", "which").choices(SampleKind.options).makeOptionMandatory())
    .action(async ({ kind }, command: Command) => {
      await runCommand(
        command,
        (world) => addSamples.run(world, operator, { kind }),
        ({ name, slug, counts }) => `Made the project ${name} (${slug}) with ${counts.total} conversations.`,
      );
    });
}
