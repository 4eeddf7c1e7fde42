import { z } from "zod";

/** What a tag says: a facet of culture, a harm, a doubt about validity, or a project's own word. */
export const TagKind = z.enum(["facet", "harm", "validity", "other"]);
export type TagKind = z.infer<typeof TagKind>;

/** One entry of the tag vocabulary; `parent` is the key of another entry or null at the top. */
export const Tag = z.strictObject({
  key: z
    .string()
    .min(1)
    .max(80)
    .regex(/^[a-z0-9]+(-[a-z0-9]+)*$/),
  parent: z.string().max(80).nullable(),
  kind: TagKind,
  name: z.string().min(1).max(120),
  /** What it means and when to use it, in one sentence. */
  description: z.string().max(600),
});
export type Tag = z.infer<typeof Tag>;
