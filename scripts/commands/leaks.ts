import { type Command, Option } from "commander";
import { type Leak, LeakKind, type LeakPage } from "#lib/schema/leak.ts";
import { listLeaks } from "#lib/services/list-leaks.ts";
import { excerpt } from "./excerpt.ts";
import { operator, runCommand } from "./run-command.ts";

/** `tessera leaks` */
export function addLeaks(program: Command): void {
  program
    .command("leaks")
    .description("list what is said in other cultures too, or more than once in one, a page at a time")
    .requiredOption("--project <slug>", "the project")
    .addOption(
      new Option("--kind <kind>", "`leaks`: shared with other cultures; `copies`: near copies within a culture")
        .choices(LeakKind.options)
        .default("leaks"),
    )
    .option("--culture <codes>", "codes of cultures, several with commas")
    .option("--topic <keys>", "keys of topics, several with commas")
    .option("--status <statuses>", "pending, accepted or rejected; -rejected leaves those out", "-rejected")
    .option("--least <cultures>", "leaks: in at least so many other cultures", "1")
    .option("--from <similarity>", "copies: at least so alike, 0.5 to 1", "0.9")
    .option("--limit <count>", "rows on a page, 1 to 100", "20")
    .option("--cursor <cursor>", "where the page begins: `next` of the page before")
    .action(async (options: Record<string, string>, command: Command) => {
      await runCommand(command, (world) => listLeaks.run(world, operator, options), toText);
    });
}

function toText({ rows, next, pass }: LeakPage): string {
  if (pass === null) return "Neighbours are not computed yet. Score the project first: tessera score.";
  if (rows.length === 0) return "Nothing is that near.";
  return [...rows.flatMap(toLines), ...(next === null ? [] : [`The next page: --cursor ${next}`])].join("\n");
}

function toLines({ id, culture, status, answer, question, sameIn, compared, near }: Leak): string[] {
  const same = compared === 0 ? "" : `  same in ${sameIn} of ${compared}`;
  return [
    `${id}  ${status.padEnd(8)}  ${culture.code.padEnd(8)}${same}  ${excerpt(answer || question)}`,
    ...near.map(
      (one) =>
        `    ${one.similarity.toFixed(2)}  ${one.id}  ${one.culture.code.padEnd(8)}  ${excerpt(one.answer || one.question)}`,
    ),
  ];
}
