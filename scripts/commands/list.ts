import type { Command } from "commander";
import { newestFirst } from "#lib/schema/conversation-sort.ts";
import type { ConversationRow } from "#lib/schema/conversation-view.ts";
import { listConversations } from "#lib/services/list-conversations.ts";
import { excerpt } from "./excerpt.ts";
import { operator, runCommand } from "./run-command.ts";

/** `tessera list` */
export function addList(program: Command): void {
  program
    .command("list")
    .description("list conversations, a page at a time")
    .requiredOption("--project <slug>", "the project")
    .option("--status <statuses>", "pending, accepted or rejected; several with commas")
    .option("--culture <codes>", "codes of cultures, several with commas")
    .option("--topic <keys>", "keys of topics, several with commas")
    .option("--language <tags>", "language tags, several with commas")
    .option("--search <text>", 'words, "phrases", start*, -without and field:value')
    .option(
      "--sort <order>",
      "one or two of added, updated, representativeness, distinctiveness, culture and status, each with .ascending or .descending",
      newestFirst,
    )
    .option("--limit <count>", "rows on a page, 1 to 200", "50")
    .option("--cursor <cursor>", "where the page begins: `next` of the page before")
    .action(async (options: Record<string, string>, command: Command) => {
      await runCommand(
        command,
        (world) => listConversations.run(world, operator, options),
        ({ rows, next }) =>
          [
            ...rows.map(toLine),
            ...(rows.length === 0 ? ["No conversation matches."] : []),
            ...(next === null ? [] : [`The next page: --cursor ${next}`]),
          ].join("\n"),
      );
    });
}

function toLine(row: ConversationRow): string {
  const { id, status, culture, representativeness: r, distinctiveness: d, question } = row;
  const score = (value: number | undefined) => (value === undefined ? "  – " : value.toFixed(2));
  return `${id}  ${status.padEnd(8)}  ${culture.code.padEnd(8)}  R ${score(r?.value)}  D ${score(d?.value)}  ${excerpt(question)}`;
}
