import { z } from "zod";
import { UpdateTopicInput } from "#lib/schema/vocabulary-input.ts";
import { defineChange } from "./define.ts";
import { requireVersion } from "./require-version.ts";

/** Renames a topic or changes its aliases; conversations keep it, since they hold its id. */
export const updateTopic = defineChange(
  {
    action: "vocabulary.edit",
    summary: "Change a topic",
    Input: UpdateTopicInput,
    Output: z.strictObject({ id: z.uuid(), name: z.string(), version: z.int() }),
  },
  async ({ project, tx, record }, { project: _slug, topic: id, expectedVersion, ...changes }) => {
    const before = requireVersion(
      await tx.topic.findFirst({ where: { id, projectId: project.id }, omit: { projectId: true } }),
      "topic",
      expectedVersion,
    );
    await tx.topic.update({ where: { id }, data: { ...changes, version: { increment: 1 } } });
    const after = { ...before, ...changes, version: before.version + 1 };
    await record({
      kind: "topic.updated",
      fromVersion: before.version,
      toVersion: after.version,
      payload: { id, before, after },
    });
    return { id, name: after.name, version: after.version };
  },
);
