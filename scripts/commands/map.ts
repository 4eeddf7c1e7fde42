import type { Command } from "commander";
import type { MapCulture, MapSummary } from "#lib/schema/map.ts";
import { getMapCultures } from "#lib/services/get-map-cultures.ts";
import { operator, runCommand } from "./run-command.ts";

/** `tessera map` */
export function addMap(program: Command): void {
  program
    .command("map")
    .description("say where the scores of each culture lie: medians with their 95 % intervals, and how many have none")
    .requiredOption("--project <slug>", "the project")
    .option("--status <statuses>", "pending, accepted or rejected; several with commas")
    .option("--culture <codes>", "codes of cultures, several with commas")
    .option("--topic <keys>", "keys of topics, several with commas")
    .option("--language <tags>", "language tags, several with commas")
    .action(async (options: Record<string, string>, command: Command) => {
      await runCommand(
        command,
        (world) => getMapCultures.run(world, operator, { ...options, reasons: true }),
        ({ cultures }) => (cultures.length === 0 ? "No conversation matches." : cultures.map(toLine).join("\n")),
      );
    });
}

function toLine({ code, conversations, representativeness: r, distinctiveness: d }: MapCulture): string {
  return `${code.padEnd(8)}  ${String(conversations).padStart(7)}  R ${told(r)}  D ${told(d)}`;
}

function told({ median, interval, scored }: MapSummary): string {
  const range = interval === null ? "" : ` (${interval.low.toFixed(2)}–${interval.high.toFixed(2)})`;
  return `${median === null ? "–" : median.toFixed(2)}${range} of ${scored}`.padEnd(28);
}
