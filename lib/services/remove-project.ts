import { z } from "zod";
import { defineChange } from "./define.ts";

const Input = z.strictObject({ project: z.string() });
const Output = z.strictObject({ slug: z.string(), name: z.string(), removed: z.boolean() });

/** Takes a project out of sight: it answers nobody until an admin brings it back. Nothing of it is deleted. */
export const removeProject = defineChange(
  { action: "project.remove", summary: "Remove a project", Input, Output },
  async ({ world, project: { id, slug, name }, tx, record }) => {
    const { count } = await tx.project.updateMany({
      where: { id, deletedAt: null },
      data: { deletedAt: world.now() },
    });
    if (count > 0) await record({ kind: "project.removed", payload: {} });
    return { slug, name, removed: true };
  },
);

/** Brings a removed project back as it was. One that was not removed is left alone. */
export const restoreProject = defineChange(
  { action: "project.restore", summary: "Bring a removed project back", Input, Output },
  async ({ project: { id, slug, name }, tx, record }) => {
    const { count } = await tx.project.updateMany({
      where: { id, deletedAt: { not: null } },
      data: { deletedAt: null },
    });
    if (count > 0) await record({ kind: "project.restored", payload: {} });
    return { slug, name, removed: false };
  },
);
