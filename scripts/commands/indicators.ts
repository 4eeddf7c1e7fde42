import type { Command } from "commander";
import type { Indicator, SetIndicators } from "#lib/schema/set-indicators.ts";
import { getSetIndicators } from "#lib/services/get-set-indicators.ts";
import { operator, runCommand } from "./run-command.ts";

/** `tessera indicators` */
export function addIndicators(program: Command): void {
  program
    .command("indicators")
    .description(
      "measure the conversations of a filter as a set: coverage, balance, redundancy, separability, diversity",
    )
    .requiredOption("--project <slug>", "the project")
    .option("--status <statuses>", "pending, accepted or rejected; several with commas")
    .option("--culture <codes>", "codes of cultures, several with commas")
    .option("--topic <keys>", "keys of topics, several with commas")
    .option("--tag <keys>", "keys of tags, several with commas")
    .option("--language <tags>", "language tags, several with commas")
    .option("--method <names>", "what made them; several with commas")
    .option("--search <text>", 'words, "phrases", start*, -without and field:value')
    .action(async (options: Record<string, string>, command: Command) => {
      await runCommand(command, (world) => getSetIndicators.run(world, operator, options), toText);
    });
}

const named = [
  ["coverage", "coverage of the cultures' pool"],
  ["balance", "balance over topics"],
  ["redundancy", "share with a near copy"],
  ["diversityGain", "distance from what is accepted"],
  ["distinct1", "distinct words"],
  ["distinct2", "distinct pairs of words"],
  ["informativeness", "judges' information gain"],
] as const;

function toText(found: SetIndicators): string {
  const { conversations, sample, separability } = found;
  const drawn = sample.whole
    ? "all of them read"
    : `${sample.conversations} of them read, at most ${sample.perCulture} of a culture`;
  return [
    `${conversations} conversations, ${drawn}:`,
    ...named.map(([key, words]) => `  ${words.padEnd(32)}  ${say(found[key])}`),
    ...separability.map(
      ({ language, macroF1, confusion }) =>
        `  ${`told apart by wording in ${language}`.padEnd(32)}  ${macroF1.toFixed(2)}  macro-F1 over ${confusion.labels.length} cultures`,
    ),
    ...(separability.length === 0
      ? ["  No two cultures have ten answers in one language, so they cannot be told apart."]
      : []),
  ].join("\n");
}

function say(indicator: Indicator): string {
  return indicator.computed ? `${indicator.value.toFixed(2)}  of ${indicator.of}` : `  –   ${indicator.reason}`;
}
