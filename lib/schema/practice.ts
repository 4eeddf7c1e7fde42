import { z } from "zod";
import { RejectReason } from "./decision.ts";
import { ProjectKind } from "./project.ts";

/** The projects that Tessera brings along. */
export const SampleKind = ProjectKind.exclude(["work"]);
export type SampleKind = z.infer<typeof SampleKind>;

/** How one's own verdict stands to that of a careful reader: `partly` is a rejection for another reason, or without one. */
export const Agreement = z.enum(["yes", "partly", "no"]);
export type Agreement = z.infer<typeof Agreement>;

/** What a careful reader decided about a practice conversation that the asker has decided. */
export const PracticeAnswer = z.strictObject({
  conversation: z.uuid(),
  decision: z.strictObject({
    kind: z.enum(["accept", "reject"]),
    reason: RejectReason.nullable(),
    /** Whether it was accepted in another text than the first. */
    edited: z.boolean(),
  }),
  expected: z.strictObject({ kind: z.enum(["accept", "edit", "reject"]), reason: RejectReason.nullable() }),
  /** One sentence. */
  why: z.string(),
  agreement: Agreement,
});
export type PracticeAnswer = z.infer<typeof PracticeAnswer>;
