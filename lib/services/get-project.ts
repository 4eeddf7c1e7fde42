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
  async ({ world, project }) => {
    const view = await readProjectView(world, project);
    // Every page of a project asks this first: when Browse is opened, what it counts is in memory.
    world.columns.prepare(project.id);
    return view;
  },
);
