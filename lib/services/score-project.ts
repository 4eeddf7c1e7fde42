import type { PoolClient } from "pg";
import { withLock } from "#lib/db/advisory-lock.ts";
import { maskPlaces } from "#lib/import/mask-places.ts";
import { buildPlaceMatcher } from "#lib/import/place-matcher.ts";
import { type RunEstimatorName, TextEstimatorName } from "#lib/schema/score.ts";
import type { ScoredItem, ScoringContext } from "#lib/scoring/estimator.ts";
import { estimators } from "#lib/scoring/estimators.ts";
import type { World } from "#lib/world/world.ts";
import { runsEmbedding } from "./enqueue-scoring.ts";
import { findProjectNeighbours } from "./find-project-neighbours.ts";
import { inPortions } from "./in-portions.ts";
import { loadVectors } from "./load-vectors.ts";
import { scoreAllRatings } from "./score-ratings.ts";
import { itemsOf } from "./scoring-items.ts";
import { showScores } from "./show-scores.ts";
import { maskedWords } from "./stage-import.ts";
import { lastEvent, settleQuestions } from "./stale-questions.ts";
import { type ScoreToWrite, writeScores } from "./write-scores.ts";

/** Scores are written in portions of so many, each a transaction. */
const portion = 20_000;

/** What masks places and peoples of the project's registry in a text. */
export async function scoringContext(world: World, projectId: string): Promise<ScoringContext> {
  const matcher = buildPlaceMatcher(await maskedWords(world, projectId));
  return { mask: (text) => maskPlaces(text, matcher) };
}

/**
 * Scores every conversation of a project with the given estimators (by default those that the project runs over its texts), keeps what they
 * learnt, and then finds who is near whom. One at a time per project; can be run again at any point. Heavy on the processor:
 * workers run it in a thread of its own.
 */
export async function scoreProject(
  world: World,
  projectId: string,
  asked?: readonly RunEstimatorName[],
): Promise<void> {
  const names = asked ?? (await readEstimators(world, projectId));
  const { rows } = await world.pool.query<{ total: number }>(
    "SELECT count(*)::int AS total FROM conversation WHERE project_id = $1",
    [projectId],
  );
  const total = (rows[0]?.total ?? 0) * (names.length + 1);
  const progress = (state: "active" | "idle", done: number) =>
    world.db.scoringProgress.upsert({
      where: { projectId },
      create: { projectId, state, done, total },
      update: { state, done, total, updatedAt: world.now() },
    });
  await withLock(world, "score", projectId, async (client) => {
    await progress("active", 0);
    try {
      const context = await scoringContext(world, projectId);
      let done = 0;
      let compared: number | null = null;
      const onWritten = async (count: number) => {
        done += count;
        await progress("active", done);
      };
      for (const name of names) {
        const seen = await fitAndWrite(world, client, projectId, name, context, onWritten);
        if (estimators[name].scope === "question") compared = Math.min(seen, compared ?? seen);
      }
      await scoreAllRatings(world, projectId);
      await showScores(world, client, projectId);
      if (compared !== null) await settleQuestions(client, projectId, compared);
      await findProjectNeighbours(world, client, projectId, context, onWritten);
    } finally {
      await progress("idle", total);
    }
  });
}

/** The estimators that a project runs over its texts; `embedding` comes after them, when there are vectors. */
export async function readEstimators(world: World, projectId: string): Promise<TextEstimatorName[]> {
  const { estimators: chosen } = await world.db.project.findUniqueOrThrow({
    where: { id: projectId },
    select: { estimators: true },
  });
  return TextEstimatorName.options.filter((name) => chosen.includes(name));
}

/** All that a project is scored by now: the estimators of `readEstimators`, and `embedding` where an embedder is chosen too. */
export async function readAllEstimators(world: World, projectId: string): Promise<RunEstimatorName[]> {
  const names = await readEstimators(world, projectId);
  return (await runsEmbedding(world, projectId)) ? [...names, "embedding"] : names;
}

/** Returns the last event that the estimator has seen. */
async function fitAndWrite(
  world: World,
  client: PoolClient,
  projectId: string,
  name: RunEstimatorName,
  context: ScoringContext,
  onWritten: (count: number) => Promise<void>,
): Promise<number> {
  const estimator = estimators[name];
  const { items, revisionOf } = itemsOf(client, projectId);
  await client.query("BEGIN ISOLATION LEVEL REPEATABLE READ READ ONLY");
  const seen = await lastEvent(client, projectId);
  // Answers are compared by one likeness, so siblings compare by vectors only where none is missing.
  const need = name === "siblings" ? "all" : "some";
  const vectors = name === "lexical" ? null : await loadVectors(world, client, projectId, context, need);
  const { model, scores, search } = await estimator.fit(items, vectors?.context ?? context);
  await client.query("COMMIT");
  const withRevision = function* (batch: readonly ScoredItem[]): Generator<ScoreToWrite> {
    for (const scored of batch) yield { scored, revision: revisionOf(scored.id) };
  };
  let count = 0;
  for await (const batch of inPortions(scores, portion)) {
    await onWritten(await writeScores(client, name, estimator.version, withRevision(batch)));
    count += batch.length;
  }
  const data = model.toBytes();
  const facts = {
    version: estimator.version,
    items: count,
    data,
    eventNumber: seen,
    fittedAt: world.now(),
    embedderConnectionId: vectors?.embedder.connection ?? null,
    embedderModel: vectors?.embedder.model ?? null,
  };
  await world.db.scoringModel.upsert({
    where: { projectId_estimator: { projectId, estimator: name } },
    create: { projectId, estimator: name, ...facts },
    update: facts,
  });
  if (search !== undefined) await world.db.embeddingProgress.updateMany({ where: { projectId }, data: { ...search } });
  return seen;
}
