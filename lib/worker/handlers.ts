import type { JobName, JobPayload } from "#lib/jobs/definitions.ts";
import { indexSearch } from "#lib/services/index-search.ts";
import { rescoreConversation } from "#lib/services/rescore-conversation.ts";
import { runBulk } from "#lib/services/run-bulk.ts";
import { runImportCommit } from "#lib/services/run-import-commit.ts";
import { writePlan } from "#lib/services/runs/write-plan.ts";
import { scoreRatings } from "#lib/services/score-ratings.ts";
import { showProjectScores } from "#lib/services/show-scores.ts";
import { stageImport } from "#lib/services/stage-import.ts";
import { writeExport } from "#lib/services/write-export.ts";
import type { World } from "#lib/world/world.ts";
import { scoreInThread } from "./score-thread.ts";

type Handlers = { [Name in JobName]: (world: World, payload: JobPayload<Name>) => Promise<void> };

/** What each job does. Every one can be run again after a crash at any point. */
export const handlers: Handlers = {
  "import.stage": (world, { importId }) => stageImport(world, importId),
  "import.commit": (world, { importId }) => runImportCommit(world, importId),
  "score.project": (_world, { projectId, estimator }) =>
    scoreInThread(projectId, estimator === undefined ? undefined : [estimator]),
  "score.embedding": (_world, { projectId }) => scoreInThread(projectId, ["embedding"]),
  "score.conversation": (world, { projectId, conversationId }) => rescoreConversation(world, projectId, conversationId),
  "score.headlines": (world, { projectId }) => showProjectScores(world, projectId),
  "score.ratings": (world, { projectId, cultureId }) => scoreRatings(world, projectId, cultureId),
  "search.index": (world, { projectId }) => indexSearch(world, projectId),
  "export.write": (world, { exportId }) => writeExport(world, exportId),
  "bulk.run": (world, { bulkId }) => runBulk(world, bulkId),
  "run.plan": (world, { runId }) => writePlan(world, runId),
};
