import type { Command } from "commander";
import { examineStudio } from "#lib/host/examine-studio.ts";
import { GlobalOptions, print } from "./run-command.ts";

/** `tessera doctor` */
export function addDoctor(program: Command): void {
  program
    .command("doctor")
    .description("say what runs and what is missing; changes nothing")
    .action(async (_options, command: Command) => {
      const { data, json } = GlobalOptions.parse(command.optsWithGlobals());
      const checks = await examineStudio(data);
      const ok = checks.every((check) => check.ok);
      print(json, { ok, checks }, () =>
        [
          ...checks.map(({ name, ok: fine, detail, mend }) =>
            [
              `${fine ? "ok     " : "MISSING"}  ${name.padEnd(11)}  ${detail}`,
              ...(mend === null ? [] : [`${" ".repeat(22)}${mend}`]),
            ].join("\n"),
          ),
          ok ? "Nothing that is needed is missing." : "Something that is needed is missing.",
        ].join("\n"),
      );
      if (!ok) process.exitCode = 1;
    });
}
