import { z } from "zod";
import { StudioError } from "#lib/errors.ts";
import { CultureRef } from "#lib/schema/vocabulary-input.ts";
import { defineChange } from "./define.ts";

/** Removes an entry that no conversation uses. */
export const deleteCulture = defineChange(
  { action: "vocabulary.edit", summary: "Remove an unused culture", Input: CultureRef, Output: z.strictObject({}) },
  async ({ project, tx, record }, { culture: id }) => {
    const culture = await tx.culture.findFirst({ where: { id, projectId: project.id }, omit: { projectId: true } });
    if (!culture) throw new StudioError("not_found", "There is no such culture in this project.");
    const used = await tx.conversation.count({ where: { projectId: project.id, cultureId: id } });
    if (used > 0) throw new StudioError("conflict", `${used} conversations belong to ${culture.name}, so it stays.`);
    await tx.culture.delete({ where: { id } });
    await record({ kind: "culture.deleted", payload: { ...culture } });
    return {};
  },
);
