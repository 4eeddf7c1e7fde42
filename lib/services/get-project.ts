import { z } from "zod";
import { ProjectView } from "#lib/schema/project.ts";
import { defineProjectRead } from "./define.ts";
import { readProjectView } from "./project-view.ts";

/** One project with its counts. */
export const getProject = defineProjectRead(
  {
    action: "project.read",
    summary: "Read one project",
    Input: z.strictObject({ project: z.string() }),
    Output: ProjectView,
  },
  async ({ world, project }) => readProjectView(world, project),
);
