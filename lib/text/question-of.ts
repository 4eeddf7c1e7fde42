import type { Turns } from "#lib/schema/conversation.ts";
import { cutText } from "./cut-text.ts";

/** How much of a question lists keep, in UTF-16 code units. */
const questionLength = 280;

/** What a list shows of a conversation: the start of its first user turn, or of its first turn. Never splits a surrogate pair. */
export function questionOf(turns: Turns): string {
  const turn = turns.find(({ role }) => role === "user") ?? turns[0];
  const text = turn?.content ?? "";
  return cutText(text, questionLength);
}
