import { z } from "zod";
import { CultureLabel } from "./culture-label.ts";

/** Which cultures have how much on which topics. Only what nobody rejected makes a topic or a culture one in use. */
export const Coverage = z.strictObject({
  /** The topics that any conversation has, in the order of the tree; the forty most used when there are more. */
  topics: z.array(
    z.strictObject({
      key: z.string(),
      name: z.string(),
      /** The layer it is in; null for a layer itself. */
      layer: z.string().nullable(),
      /** Topics below it that have a column of their own, or would: what counts here is none of theirs. */
      below: z.array(z.string()),
    }),
  ),
  /** The cultures that have conversations, most first; the forty with most when there are more. */
  cultures: z.array(
    z.strictObject({
      ...CultureLabel.shape,
      /** How many it has on each topic that nobody rejected, in the order of `topics`. */
      counts: z.array(z.int()),
      /** How many of these are accepted; the others are pending. */
      accepted: z.array(z.int()),
      /** How many were rejected, which are none of these. */
      rejected: z.array(z.int()),
    }),
  ),
  /** How many accepted conversations each cell should have; null where nobody has said. */
  target: z.int().nullable(),
  /** Topics and cultures in use beyond those shown. */
  moreTopics: z.int(),
  moreCultures: z.int(),
  /** Topics of the tree without topics below them that no conversation has. */
  unusedTopics: z.array(z.string()),
  /** Conversations without a topic. */
  withoutTopic: z.int(),
});
export type Coverage = z.infer<typeof Coverage>;
