import { z } from "zod";
import { MeasureName } from "./score.ts";

/**
 * Which of what is pending a queue offers first. `oldest`: what came first. `disagreement`: where estimators or judges differ
 * most. `near`: whose score of `measure` is nearest to `value`, such as the threshold that one would set. `thin`: cells of
 * culture and topic that have the fewest accepted. `random`: in an order of each person's own that stays the same.
 */
export const QueueOrder = z.discriminatedUnion("by", [
  z.strictObject({ by: z.enum(["oldest", "disagreement", "thin", "random"]) }),
  z.strictObject({ by: z.literal("near"), measure: MeasureName, value: z.number().min(0).max(1) }),
]);
export type QueueOrder = z.infer<typeof QueueOrder>;
