import { type Command, Option } from "commander";
import { requireProject } from "#lib/auth/require-project.ts";
import { RunEstimatorName } from "#lib/schema/score.ts";
import { countScores } from "#lib/services/count-scores.ts";
import { scoreProject } from "#lib/services/score-project.ts";
import { startScoring } from "#lib/services/scoring.ts";
import { operator, runCommand } from "./run-command.ts";

/** `tessera score` */
export function addScore(program: Command): void {
  program
    .command("score")
    .description("score all conversations of a project: by a worker, or with --wait in this process")
    .requiredOption("--project <slug>", "the project")
    .addOption(
      new Option("--estimator <name>", "only this one; all that the project runs by default").choices(
        RunEstimatorName.options,
      ),
    )
    .option("--wait", "compute here and now, and print how many have a score")
    .action(async ({ project, estimator, wait }, command: Command) => {
      if (wait !== true) {
        await runCommand(
          command,
          (world) => startScoring.run(world, operator, { project, estimator }),
          () => "Left for a worker. See how far it is on the project's page, or compute here with --wait.",
        );
        return;
      }
      const names = estimator === undefined ? undefined : [RunEstimatorName.parse(estimator)];
      await runCommand(
        command,
        async (world) => {
          const { id } = await requireProject(world, operator, project, "score.start");
          const begin = performance.now();
          await scoreProject(world, id, names);
          const seconds = Math.round(performance.now() - begin) / 1000;
          return { ...(await countScores(world, id)), seconds };
        },
        ({ conversations, scored, seconds }) =>
          [
            `${conversations} conversations in ${seconds.toFixed(1)} s; with a score:`,
            ...Object.entries(scored).map(
              ([name, { representativeness, distinctiveness }]) =>
                `  ${name}: representativeness ${representativeness}, distinctiveness ${distinctiveness}`,
            ),
          ].join("\n"),
      );
    });
}
