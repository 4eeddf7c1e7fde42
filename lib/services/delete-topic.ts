import { z } from "zod";
import { StudioError } from "#lib/errors.ts";
import { TopicRef } from "#lib/schema/vocabulary-input.ts";
import { defineChange } from "./define.ts";

/** Removes a topic that no conversation uses, or a layer without topics. */
export const deleteTopic = defineChange(
  { action: "vocabulary.edit", summary: "Remove an unused topic", Input: TopicRef, Output: z.strictObject({}) },
  async ({ project, tx, record }, { topic: id }) => {
    const topic = await tx.topic.findFirst({ where: { id, projectId: project.id }, omit: { projectId: true } });
    if (!topic) throw new StudioError("not_found", "There is no such topic in this project.");
    const [used, children] = await Promise.all([
      tx.conversation.count({ where: { projectId: project.id, topicId: id } }),
      tx.topic.count({ where: { parentId: id } }),
    ]);
    if (used > 0) throw new StudioError("conflict", `${used} conversations are about ${topic.name}, so it stays.`);
    if (children > 0) throw new StudioError("conflict", `${topic.name} holds ${children} topics. Remove these first.`);
    await tx.topic.delete({ where: { id } });
    await record({ kind: "topic.deleted", payload: { ...topic } });
    return {};
  },
);
