import { z } from "zod";
import { Culture } from "./culture.ts";
import { ExpectedVersion } from "./decision.ts";
import { Tag } from "./tag.ts";
import { Topic } from "./topic.ts";

const InProject = { project: z.string() };
const Expected = { expectedVersion: ExpectedVersion };

export const CreateCultureInput = z.strictObject({ ...InProject, ...Culture.shape });
/** The code is an entry's name in addresses and files, so it stays. */
export const UpdateCultureInput = z.strictObject({
  ...InProject,
  culture: z.uuid(),
  ...Expected,
  ...Culture.omit({ code: true }).partial().shape,
});
export const CultureRef = z.strictObject({ ...InProject, culture: z.uuid() });

/** `parent` is the id of a layer, or null for a new layer. */
export const CreateTopicInput = z.strictObject({
  ...InProject,
  name: Topic.shape.name,
  parent: z.uuid().nullable(),
  aliases: Topic.shape.aliases.default([]),
});
export const UpdateTopicInput = z.strictObject({
  ...InProject,
  topic: z.uuid(),
  ...Expected,
  name: Topic.shape.name.optional(),
  aliases: Topic.shape.aliases.optional(),
});
export const TopicRef = z.strictObject({ ...InProject, topic: z.uuid() });

export const CreateTagInput = z.strictObject({
  ...InProject,
  name: Tag.shape.name,
  kind: Tag.shape.kind,
  parent: z.uuid().nullable(),
  description: Tag.shape.description.default(""),
});
export const UpdateTagInput = z.strictObject({
  ...InProject,
  tag: z.uuid(),
  ...Expected,
  name: Tag.shape.name.optional(),
  description: Tag.shape.description.optional(),
  parent: z.uuid().nullable().optional(),
});
export const MergeTagsInput = z.strictObject({ ...InProject, tag: z.uuid(), into: z.uuid(), ...Expected });
