import { z } from "zod";

/** Why an annotator rejects a conversation, in the order of the keys 1 to 6. */
export const RejectReason = z.enum(["untrue", "stereotype", "other-culture", "off-question", "language", "harm"]);
export type RejectReason = z.infer<typeof RejectReason>;
