import { z } from "zod";

/** How far the texts of a project have been embedded by its embedder, and what that took. */
export const EmbeddingStatus = z.strictObject({
  connection: z.uuid(),
  connectionName: z.string(),
  model: z.string(),
  /** `paused`: some texts could not be embedded, for the reason in `problem`; scoring again goes on with them. */
  state: z.enum(["idle", "queued", "active", "paused"]),
  /** Different texts that have a vector, of how many; 0 of 0 before the first time. */
  done: z.int(),
  total: z.int(),
  problem: z.string().nullable(),
  /** Since the project was made: texts and requests sent, and tokens charged where endpoints say so. */
  texts: z.int(),
  requests: z.int(),
  tokens: z.int(),
  /** US dollars, of the tokens whose price is known; null where none is. */
  cost: z.number().nullable(),
  /** Whether neighbours were searched for exactly, and else the share of them found in a sample; null before the first scoring. */
  exact: z.boolean().nullable(),
  recall: z.number().nullable(),
});
export type EmbeddingStatus = z.infer<typeof EmbeddingStatus>;
