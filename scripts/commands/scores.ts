import { type Command, Option } from "commander";
import type { Agreement } from "#lib/schema/agreement.ts";
import { Against } from "#lib/schema/agreement.ts";
import { CalibrationMethod } from "#lib/schema/calibration.ts";
import { EstimatorName, MeasureName } from "#lib/schema/score.ts";
import { fitCalibration, shortageWords } from "#lib/services/calibrations.ts";
import { getAgreement } from "#lib/services/get-agreement.ts";
import { getScoreHealth } from "#lib/services/get-score-health.ts";
import { operator, runCommand } from "./run-command.ts";

const estimator = () => new Option("--estimator <name>", "the estimator").choices(EstimatorName.options);
const measure = () =>
  new Option("--measure <name>", "representativeness or distinctiveness").choices(MeasureName.options);
const against = () =>
  new Option("--against <what>", "what people decided, or what they rated")
    .choices(Against.options)
    .default("decisions");

/** `tessera scores` */
export function addScores(program: Command): void {
  program
    .command("scores")
    .description("say how the scores stand; with --estimator and --measure also how they agree with people")
    .requiredOption("--project <slug>", "the project")
    .addOption(estimator())
    .addOption(measure())
    .addOption(against())
    .action(async ({ project, ...options }, command: Command) => {
      if ((options.estimator === undefined) !== (options.measure === undefined))
        command.error("error: --estimator and --measure go together");
      await runCommand(
        command,
        async (world) => ({
          ...(await getScoreHealth.run(world, operator, { project })),
          agreement:
            options.estimator === undefined ? null : await getAgreement.run(world, operator, { project, ...options }),
        }),
        ({ conversations, estimators, shown, agreement }) =>
          [
            `${conversations} conversations; shown: representativeness by ${shown.representativeness}, distinctiveness by ${shown.distinctiveness}`,
            ...estimators.flatMap((each) =>
              each.measures.map(
                (name) => `  ${each.estimator} ${each.version}: ${name} ${each[name].scored}, ${each.stale} stale`,
              ),
            ),
            ...(agreement === null
              ? []
              : [
                  `Agreement of ${agreement.estimator} ${agreement.measure} with ${agreement.against}:`,
                  toLine("all cultures", agreement.all, agreement.against),
                  ...agreement.cultures.map(({ code, agreement: found }) => toLine(code, found, agreement.against)),
                ]),
          ].join("\n"),
      );
    });
}

/** `tessera calibrate` */
export function addCalibrate(program: Command): void {
  program
    .command("calibrate")
    .description("fit scores to what people said, as a new version; it changes nothing until it is on")
    .requiredOption("--project <slug>", "the project")
    .addOption(estimator().makeOptionMandatory())
    .addOption(measure().makeOptionMandatory())
    .option("--culture <code>", "one culture; all together by default")
    .addOption(against())
    .addOption(
      new Option("--method <name>", "platt below 200 items and isotonic from there by default").choices(
        CalibrationMethod.options,
      ),
    )
    .option("--activate", "switch it on in the same step", false)
    .action(async (options: Record<string, unknown>, command: Command) => {
      await runCommand(
        command,
        (world) => fitCalibration.run(world, operator, options),
        ({ calibration: { version, items, map, brierRaw, brierCalibrated, active } }) =>
          [
            `Version ${version} (${map.method}) fitted to ${items} items, ${active ? "and is on" : "not switched on"}.`,
            `Mean squared distance from what people said: ${brierRaw.toFixed(3)} raw, ${brierCalibrated.toFixed(3)} calibrated (on items left out).`,
          ].join("\n"),
      );
    });
}

function toLine(name: string, { items, shortage, rank, auroc, suggested }: Agreement, of: Against): string {
  if (shortage !== null) return `  ${name}: ${shortageWords(shortage, of)}`;
  const figure = (word: string, value: number, low: number, high: number) =>
    `${word} ${value.toFixed(2)} (${low.toFixed(2)} to ${high.toFixed(2)})`;
  return [
    `  ${name}: ${items}`,
    ...(rank === null ? [] : [figure("rank", rank.value, rank.low, rank.high)]),
    ...(auroc === null ? [] : [figure("AUROC", auroc.value, auroc.interval.low, auroc.interval.high)]),
    ...(suggested === null ? [] : [`threshold ${suggested.threshold.toFixed(2)}`]),
  ].join(", ");
}
