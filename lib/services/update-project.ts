import { z } from "zod";
import { invalidField, StudioError } from "#lib/errors.ts";
import { EstimatorSettings, ProjectView, UpdateProjectInput } from "#lib/schema/project.ts";
import { RunEstimatorName } from "#lib/schema/score.ts";
import { defineChange } from "./define.ts";
import { enqueueScoring } from "./enqueue-scoring.ts";

/** Changes a project's name, guideline or policy. Refused against another version than the one the writer saw. */
export const updateProject = defineChange(
  {
    action: "project.update",
    summary: "Change a project",
    Input: UpdateProjectInput,
    Output: ProjectView.pick({ slug: true, name: true, version: true }).extend({ slug: z.string() }),
  },
  async ({ project, tx, record, world }, { project: _slug, expectedVersion, ...changes }) => {
    const before = await tx.project.findUniqueOrThrow({ where: { id: project.id } });
    const { count } = await tx.project.updateMany({
      where: { id: project.id, version: expectedVersion },
      data: { ...changes, version: { increment: 1 } },
    });
    if (count !== 1)
      throw new StudioError("conflict", "Somebody changed these settings in the meantime. Load them again.", {
        details: { version: before.version },
      });
    requireRun(before, changes);
    // What is run anew is also chosen and copied anew.
    if (changes.estimators !== undefined) await enqueueScoring(world, tx, project.id);
    else if (changes.representativenessEstimator !== undefined || changes.distinctivenessEstimator !== undefined)
      await world.queue.enqueue(tx, "score.headlines", { projectId: project.id }, project.id);
    await record({
      kind: "project.updated",
      fromVersion: before.version,
      toVersion: before.version + 1,
      payload: {
        before: Object.fromEntries(Object.keys(changes).map((key) => [key, Reflect.get(before, key)])),
        after: changes,
      },
    });
    return { slug: before.slug, name: changes.name ?? before.name, version: before.version + 1 };
  },
);

type Chosen = { [Name in keyof EstimatorSettings]?: unknown };

/** @throws StudioError `invalid` where a column would be fed by an estimator that is not run */
function requireRun(before: Chosen, changes: Chosen): void {
  if (!Object.keys(EstimatorSettings.shape).some((name) => Reflect.get(changes, name) !== undefined)) return;
  const after = EstimatorSettings.pick({ estimators: true }).parse({
    estimators: changes.estimators ?? before.estimators,
  });
  for (const field of ["representativenessEstimator", "distinctivenessEstimator"] as const) {
    const wanted = RunEstimatorName.safeParse(changes[field] ?? before[field]);
    if (!wanted.success || after.estimators.includes(wanted.data)) continue;
    const message = `asks for the estimator “${wanted.data}”, which the project does not run`;
    throw invalidField(field, message);
  }
}
