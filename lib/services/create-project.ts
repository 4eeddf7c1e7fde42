import { StudioError } from "#lib/errors.ts";
import { CreateProjectInput, ProjectView } from "#lib/schema/project.ts";
import { defineAccountChange } from "./define.ts";
import { makeProject, requireMaker, reservedSlugs } from "./make-project.ts";
import { toProjectView } from "./project-view.ts";

/** Makes a project with its own copy of the registries; the asker becomes its admin. Only the owner and the operator make projects. */
export const createProject = defineAccountChange(
  { action: "project.create", summary: "Create a project", Input: CreateProjectInput, Output: ProjectView },
  async ({ world, actor, tx }, { name, slug, description }) => {
    const maker = requireMaker(actor);
    if (reservedSlugs.has(slug) || (await tx.project.count({ where: { slug } })) > 0) {
      throw new StudioError("invalid", `slug: “${slug}” is taken. Choose another.`, {
        fields: [{ field: "slug", message: "is taken" }],
      });
    }
    const id = await makeProject(world, tx, maker, { name, slug, description, kind: "work" });
    return toProjectView(await tx.project.findUniqueOrThrow({ where: { id } }), "admin");
  },
);
