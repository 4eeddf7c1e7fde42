import type { ClientBase } from "pg";
import { withLock } from "#lib/db/advisory-lock.ts";
import { EstimatorName, type MeasureName, RunEstimatorName } from "#lib/schema/score.ts";
import type { World } from "#lib/world/world.ts";
import { countScores } from "./count-scores.ts";
import { copyHeadlines, type Shown } from "./write-scores.ts";

/** With at least this share of items that it has a value for, an estimator is shown before those that come after it. */
const enoughShare = 0.2;

/** What "auto" tries in turn; the last where nothing else does. People's ratings are shown only where asked for: they are few. */
const preferred: Readonly<Record<MeasureName, readonly EstimatorName[]>> = {
  representativeness: ["panel", "lexical"],
  distinctiveness: ["siblings", "lexical"],
};

/** Which estimators feed the columns now, as the last scoring or change of settings chose. */
export async function readShown(world: World, projectId: string): Promise<Shown> {
  const { shownRepresentativeness, shownDistinctiveness } = await world.db.project.findUniqueOrThrow({
    where: { id: projectId },
    select: { shownRepresentativeness: true, shownDistinctiveness: true },
  });
  return {
    representativeness: EstimatorName.parse(shownRepresentativeness),
    distinctiveness: EstimatorName.parse(shownDistinctiveness),
  };
}

/**
 * Chooses which estimators feed the columns, as the project says, and copies their values there, calibrated where a
 * calibration is on. The caller holds the project's lock "score".
 */
export async function showScores(world: World, client: ClientBase, projectId: string): Promise<void> {
  const shown = await chooseShown(world, projectId);
  await world.db.project.update({
    where: { id: projectId },
    data: { shownRepresentativeness: shown.representativeness, shownDistinctiveness: shown.distinctiveness },
  });
  await copyHeadlines(client, projectId, shown);
}

/** Does so on its own, after a change of settings or calibrations. Goes over the whole project in batches. */
export async function showProjectScores(world: World, projectId: string): Promise<void> {
  await withLock(world, "score", projectId, (client) => showScores(world, client, projectId));
}

async function chooseShown(world: World, projectId: string): Promise<Shown> {
  const project = await world.db.project.findUniqueOrThrow({
    where: { id: projectId },
    select: { representativenessEstimator: true, distinctivenessEstimator: true, estimators: true },
  });
  const wanted = {
    representativeness: project.representativenessEstimator,
    distinctiveness: project.distinctivenessEstimator,
  };
  const counts = Object.values(wanted).includes("auto") ? await countScores(world, projectId) : null;
  const choose = (measure: MeasureName): EstimatorName => {
    const found = EstimatorName.safeParse(wanted[measure]);
    if (found.success) return found.data;
    const order = preferred[measure].filter(
      (name) => project.estimators.includes(name) || !RunEstimatorName.safeParse(name).success,
    );
    const share = (name: EstimatorName) =>
      (counts?.scored[name]?.[measure] ?? 0) / Math.max(1, counts?.conversations ?? 0);
    return order.find((name) => share(name) >= enoughShare) ?? order.at(-1) ?? "lexical";
  };
  return { representativeness: choose("representativeness"), distinctiveness: choose("distinctiveness") };
}
