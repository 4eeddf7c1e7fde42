import { type Command, Option } from "commander";
import { ExportFormat, ExportStatus } from "#lib/schema/export.ts";
import { exportNow } from "#lib/services/export-now.ts";
import { operator, runCommand } from "./run-command.ts";

/** `tessera export` */
export function addExport(program: Command): void {
  program
    .command("export")
    .description("write conversations to a file, with a manifest and the facts that the format has no place for")
    .requiredOption("--project <slug>", "the project")
    .addOption(new Option("--format <format>", "the format").choices(ExportFormat.options).makeOptionMandatory())
    .addOption(new Option("--status <status>", "which to take").choices(ExportStatus.options).default("accepted"))
    .option("--culture <codes>", "only these cultures, several with commas")
    .option("--topic <keys>", "only these topics, several with commas")
    .option("--language <tags>", "only these languages, several with commas")
    .option("--include-samples", "also from a practice or sample project, which is refused otherwise")
    .option("--include-simulated", "also what a simulator wrote, which is left out otherwise")
    .requiredOption("-o, --output <file>", "the file; FILE.manifest.json and FILE.metadata.jsonl lie beside it")
    .action(
      async (
        { project, format, status, output, culture, topic, language, includeSamples, includeSimulated },
        command: Command,
      ) => {
        const filter = {
          ...(status === "all" ? {} : { status }),
          ...(culture === undefined ? {} : { culture }),
          ...(topic === undefined ? {} : { topic }),
          ...(language === undefined ? {} : { language }),
        };
        await runCommand(
          command,
          (world) =>
            exportNow(world, operator, {
              project,
              format: ExportFormat.parse(format),
              filter,
              file: String(output),
              includeSamples: includeSamples === true,
              includeSimulated: includeSimulated === true,
            }),
          ({ rows, sha256, manifest, manifestFile, metadataFile }) =>
            [
              `${rows} rows in ${output}, SHA-256 ${sha256}`,
              ...manifest.leftOut.map(({ reason, count }) => `${count} left out: ${reason}`),
              `Manifest: ${manifestFile}`,
              ...(metadataFile === null ? [] : [`Facts for each row: ${metadataFile}`]),
              ...manifest.validation.errors.map(({ count, message }) => `Error on ${count} lines: ${message}`),
              ...manifest.validation.warnings.map(({ count, message }) => `Worth a look on ${count} lines: ${message}`),
            ].join("\n"),
        );
      },
    );
}
