import type { ScoringContext, ScoringItem } from "../estimator.ts";

/** Of longer texts only the beginning is embedded: what nearly every embedding model takes in one go. */
const mostCharacters = 8_000;

/** What is sent to be embedded of one item; null where there is nothing to embed. */
export interface EmbeddedTexts {
  answer: string | null;
  question: string | null;
}

/**
 * The two texts that stand for an item, places masked, as they are sent. They are embedded apart: answers are compared alone with
 * their siblings, and a question that many items share is embedded once.
 */
export function embeddedTexts({ question, response }: ScoringItem, { mask }: ScoringContext): EmbeddedTexts {
  return { answer: embeddedText(mask(response)), question: embeddedText(mask(question)) };
}

function embeddedText(text: string): string | null {
  const cut = text.trim().slice(0, mostCharacters);
  // Half a character at the cut would be no text.
  const whole = cut.replace(/[\ud800-\udbff]$/, "").toWellFormed();
  return /[\p{L}\p{N}]/u.test(whole) ? whole : null;
}
