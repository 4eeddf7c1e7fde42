import { formatScore } from "#components/ui/format-score.ts";
import { statuses } from "#lib/schema/choices.ts";
import type { ConversationFilter } from "#lib/schema/conversation-search.ts";

/** A filter as words, for chips and lists. Empty when it lets everything through. */
export function filterWords(filter: ConversationFilter): string[] {
  const words: string[] = [];
  const { status, culture, topic, language, flagged } = filter;
  if (status?.length && status.length < statuses.length) words.push(status.join(" or "));
  if (culture?.length) words.push(`culture ${culture.join(", ")}`);
  if (topic?.length) words.push(`topic ${topic.join(", ")}`);
  if (language?.length) words.push(`language ${language.join(", ")}`);
  if (flagged !== undefined) words.push(flagged ? "flagged" : "not flagged");
  if (filter.run !== undefined) words.push("made by one run");
  words.push(...range("representative", filter.representativenessFrom, filter.representativenessTo));
  words.push(...range("distinctive", filter.distinctivenessFrom, filter.distinctivenessTo));
  return words;
}

function range(name: string, from: number | undefined, to: number | undefined): string[] {
  if (from === undefined && to === undefined) return [];
  if (to === undefined) return [`${name} ≥ ${formatScore(from ?? 0)}`];
  if (from === undefined) return [`${name} ≤ ${formatScore(to)}`];
  return [`${name} ${formatScore(from)}–${formatScore(to)}`];
}
