import { type Command, Option } from "commander";
import { requireProject } from "#lib/auth/require-project.ts";
import { StudioError } from "#lib/errors.ts";
import type { EmbeddingStatus } from "#lib/schema/embedding-status.ts";
import { RunEstimatorName } from "#lib/schema/score.ts";
import { countScores } from "#lib/services/count-scores.ts";
import { readEmbeddingStatus } from "#lib/services/embedding-status.ts";
import { runsEmbedding } from "#lib/services/enqueue-scoring.ts";
import { scoreByEmbedding } from "#lib/services/score-by-embedding.ts";
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
      const name = estimator === undefined ? null : RunEstimatorName.parse(estimator);
      await runCommand(
        command,
        async (world) => {
          const { id } = await requireProject(world, operator, project, "score.start");
          const begin = performance.now();
          if (name !== "embedding") await scoreProject(world, id, name === null ? undefined : [name]);
          if (name === "embedding" || (name === null && (await runsEmbedding(world, id)))) {
            const { problem } = await scoreByEmbedding(world, id);
            if (problem !== null)
              throw new StudioError(
                "unavailable",
                `Embedding paused: ${problem} What was embedded is kept; score again to go on.`,
              );
          }
          const seconds = Math.round(performance.now() - begin) / 1000;
          return { ...(await countScores(world, id)), embedding: await readEmbeddingStatus(world, id), seconds };
        },
        ({ conversations, scored, embedding, seconds }) =>
          [
            `${conversations} conversations in ${seconds.toFixed(1)} s; with a score:`,
            ...Object.entries(scored).map(
              ([by, { representativeness, distinctiveness }]) =>
                `  ${by}: representativeness ${representativeness}, distinctiveness ${distinctiveness}`,
            ),
            ...(embedding === null || embedding.total === 0 ? [] : [embeddedLine(embedding)]),
          ].join("\n"),
      );
    });
}

function embeddedLine({ model, done, total, requests, tokens, cost, exact, recall }: EmbeddingStatus): string {
  const spent = `${requests} requests and ${tokens} tokens so far${cost === null ? "" : `, US$ ${cost.toFixed(4)}`}`;
  const search =
    exact === false && recall !== null ? `; ${(recall * 100).toFixed(1)} % of the nearest found in a sample` : "";
  return `${done} of ${total} different texts embedded by ${model}: ${spent}${search}`;
}
