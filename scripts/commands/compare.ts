import type { Command } from "commander";
import { likenessOf, mostAlike } from "#lib/curation/near-copies.ts";
import type { Comparison } from "#lib/schema/comparison.ts";
import { getComparison } from "#lib/services/get-comparison.ts";
import { operator, runCommand } from "./run-command.ts";

/** `tessera compare` */
export function addCompare(program: Command): void {
  program
    .command("compare")
    .description("print how alike the answers of up to six cultures to one question are")
    .requiredOption("--project <slug>", "the project")
    .requiredOption("--question <key>", "the key of the question")
    .option("--cultures <codes>", "codes of cultures, several with commas; the first six by name unless given")
    .action(async (options: Record<string, string>, command: Command) => {
      await runCommand(command, (world) => getComparison.run(world, operator, options), toText);
    });
}

/** The text of the question, then the likeness of the first answer of each culture, as Compare shows it. */
function toText({ text, shown, answers, likeness }: Comparison): string {
  const columns = shown.flatMap((code) => answers.find(({ culture }) => culture.code === code) ?? []);
  if (!likeness.computed) return `${text}\n${likeness.reason}`;
  const width = Math.max(5, ...columns.map(({ culture }) => culture.code.length)) + 2;
  const line = (name: string, cells: readonly string[]) =>
    [name.padEnd(width), ...cells.map((cell) => cell.padStart(width))].join("");
  const cellOf = (one: string, other: string) =>
    one === other ? "" : (likenessOf(likeness, one, other)?.toFixed(2) ?? "–");
  const most = mostAlike(
    likeness,
    columns.map(({ id }) => id),
  );
  const codeOf = (id: string) => columns.find((column) => column.id === id)?.culture.code ?? "";
  return [
    text,
    line(
      "",
      columns.map(({ culture }) => culture.code),
    ),
    ...columns.map((row) =>
      line(
        row.culture.code,
        columns.map((column) => cellOf(row.id, column.id)),
      ),
    ),
    most === null
      ? "No two of them have a language in common, and wording is compared within a language."
      : `Most alike: ${codeOf(most.one)} and ${codeOf(most.other)}, ${most.similarity.toFixed(2)}.`,
  ].join("\n");
}
