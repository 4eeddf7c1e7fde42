import { z } from "zod";
import { TextEstimatorName } from "#lib/schema/score.ts";

/** What a worker can be asked to do. Payloads carry ids only, so that a retry reads fresh rows. */
export const jobs = {
  "import.stage": z.strictObject({ importId: z.uuid() }),
  "import.commit": z.strictObject({ importId: z.uuid() }),
  /** By all estimators that read texts, or by one. */
  "score.project": z.strictObject({ projectId: z.uuid(), estimator: TextEstimatorName.optional() }),
  "score.embedding": z.strictObject({ projectId: z.uuid() }),
  "score.conversation": z.strictObject({ projectId: z.uuid(), conversationId: z.uuid() }),
  "score.headlines": z.strictObject({ projectId: z.uuid() }),
  "score.ratings": z.strictObject({ projectId: z.uuid(), cultureId: z.uuid() }),
  "search.index": z.strictObject({ projectId: z.uuid() }),
  "export.write": z.strictObject({ exportId: z.uuid() }),
  "bulk.run": z.strictObject({ bulkId: z.uuid() }),
  "run.plan": z.strictObject({ runId: z.uuid() }),
} as const;

export type JobName = keyof typeof jobs;
export type JobPayload<Name extends JobName> = z.infer<(typeof jobs)[Name]>;
export const jobNames: readonly JobName[] = [
  "import.stage",
  "import.commit",
  "score.project",
  "score.embedding",
  "score.conversation",
  "score.headlines",
  "score.ratings",
  "search.index",
  "export.write",
  "bulk.run",
  "run.plan",
];
