import type { Turn } from "../schema/conversation.ts";
import type { RejectReason } from "../schema/decision.ts";

/** A conversation written for Tessera, of the sample project. */
export interface SampleConversation {
  /** Unique in its room; lower-case letters, digits and hyphens. */
  id: string;
  /** Code of lib/registry/cultures. */
  culture: string;
  /** Key of lib/registry/topics.ts. */
  topic: string;
  /** BCP-47. */
  language: string;
  /** Equal for conversations that ask the same question. */
  questionKey: string;
  turns: readonly Turn[];
  /** Keys of lib/registry/tags.ts. */
  tags?: readonly string[];
}

/** What a careful reader decides about a practice conversation. */
export type ExpectedDecision = { kind: "accept" } | { kind: "edit" } | { kind: "reject"; reason: RejectReason };

/** A conversation of the practice set, some flawed on purpose. */
export interface PracticeItem extends SampleConversation {
  expected: ExpectedDecision;
  /** One sentence in English, shown after the decision. */
  why: string;
}
