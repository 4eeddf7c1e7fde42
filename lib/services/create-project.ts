import { StudioError } from "#lib/errors.ts";
import { CreateProjectInput, ProjectView } from "#lib/schema/project.ts";
import { appendEvent } from "./append-event.ts";
import { defineAccountChange } from "./define.ts";
import { fillVocabulary } from "./fill-vocabulary.ts";

/** Makes a project with its own copy of the registries; the asker becomes its admin. Only the owner and the operator make projects. */
export const createProject = defineAccountChange(
  { action: "project.create", summary: "Create a project", Input: CreateProjectInput, Output: ProjectView },
  async ({ world, actor, tx }, { name, slug, description }) => {
    if (actor === null || !(actor.kind === "operator" || (actor.kind === "person" && actor.owner))) {
      throw new StudioError("forbidden", "Projects are made by the owner of this Tessera.");
    }
    if ((await tx.project.count({ where: { slug } })) > 0) {
      throw new StudioError("invalid", `slug: “${slug}” is taken. Choose another.`, {
        fields: [{ field: "slug", message: "is taken" }],
      });
    }
    const id = world.newId();
    const project = await tx.project.create({ data: { id, name, slug, description } });
    if (actor.userId !== null)
      await tx.membership.create({ data: { projectId: id, userId: actor.userId, role: "admin" } });
    await fillVocabulary(world, tx, id);
    await appendEvent(tx, id, actor, world.newId(), { kind: "project.created", payload: { name, slug } });
    return ProjectView.parse({
      id,
      slug,
      name,
      description,
      kind: project.kind,
      guideline: project.guideline,
      blind: project.blind,
      hideScores: project.hideScores,
      ratings: project.ratings,
      overlap: project.overlap,
      distinctivenessEstimator: project.distinctivenessEstimator,
      shownDistinctiveness: project.shownDistinctiveness,
      version: project.version,
      role: "admin",
      counts: { pending: 0, accepted: 0, rejected: 0, total: 0, scored: 0 },
    });
  },
);
