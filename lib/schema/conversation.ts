import { z } from "zod";
import { statuses, turnRoles } from "./choices.ts";
import { conversationLimits } from "./limits.ts";
import { textTrouble } from "./text-trouble.ts";

export const Role = z.enum(turnRoles);
export type Role = z.infer<typeof Role>;

/** Text that PostgreSQL stores unchanged: no U+0000, no lone surrogate, something besides white space. Never trimmed. */
export const Text = z
  .string()
  .max(conversationLimits.turnCharacters)
  .superRefine((text, context) => {
    const trouble = textTrouble(text);
    if (trouble !== null) context.addIssue({ code: "custom", message: trouble });
  });

export const Turn = z.strictObject({ role: Role, content: Text });
export type Turn = z.infer<typeof Turn>;

/** The turns of one revision. One turn without an answer and twelve turns are both normal. */
export const Turns = z.array(Turn).min(1).max(conversationLimits.turns);
export type Turns = z.infer<typeof Turns>;

/** Where a conversation stands; it follows from the decisions by the project's policy. */
export const Status = z.enum(statuses);
export type Status = z.infer<typeof Status>;

/** A BCP-47 language tag in canonical case, such as `en`, `zh-Hant-TW`; `und` when not known. */
export const LanguageTag = z
  .string()
  .max(35)
  .regex(/^[a-z]{2,8}(-[A-Za-z0-9]{1,8})*$/, { error: "is not a BCP-47 language tag" });
export type LanguageTag = z.infer<typeof LanguageTag>;

/** The name of what made a conversation; null stands for an import, so `import` is none. */
export const MethodName = z
  .string()
  .max(40)
  .regex(/^(?!import$)[a-z0-9]+(-[a-z0-9]+)*$/, { error: "is not the name of a method" });

/**
 * What an import, a method or a hand-written entry yields: a conversation before it is stored.
 * `culture` and `topic` are labels as the source wrote them; the import resolves them against the project's registry.
 */
export const Draft = z.strictObject({
  externalId: z.string().min(1).max(conversationLimits.externalIdCharacters).nullable(),
  culture: z.string().max(conversationLimits.labelCharacters).nullable(),
  topic: z.string().max(conversationLimits.labelCharacters).nullable(),
  language: LanguageTag.nullable(),
  questionKey: z.string().max(conversationLimits.externalIdCharacters).nullable(),
  source: z.string().max(conversationLimits.labelCharacters).nullable(),
  /** What made it; only our own format says so. */
  method: MethodName.nullable(),
  turns: Turns,
  tags: z.array(z.string().min(1).max(128)).max(64),
  metadata: z.record(z.string(), z.json()),
});
export type Draft = z.infer<typeof Draft>;
