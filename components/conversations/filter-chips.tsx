"use client";
import { Chip } from "#components/ui/chip.tsx";
import { formatScore } from "#components/ui/format-score.ts";
import type { Facets } from "#lib/schema/conversation-view.ts";
import type { FilterState } from "./search-params.ts";

const statusWords = { pending: "Pending", accepted: "Accepted", rejected: "Rejected" } as const;

/** The filters in force, each with a cross that takes it off. */
export function FilterChips({
  filter,
  facets,
  languageNames,
  onChange,
}: {
  filter: FilterState;
  facets: Facets;
  languageNames: Readonly<Record<string, string>>;
  onChange: (change: Partial<FilterState>) => void;
}) {
  const without = <Item,>(list: readonly Item[], item: Item) => list.filter((each) => each !== item);
  const chip = (key: string, label: string, change: Partial<FilterState>) => (
    <Chip key={key} on onRemove={() => onChange(change)} removeLabel={`Remove filter ${label}`}>
      {label}
    </Chip>
  );
  return (
    <>
      {filter.status.map((key) => chip(`status ${key}`, statusWords[key], { status: without(filter.status, key) }))}
      {filter.culture.map((key) => {
        const name = facets.culture.find((each) => each.key === key)?.name ?? key;
        return chip(`culture ${key}`, name, { culture: without(filter.culture, key) });
      })}
      {filter.topic.map((key) => {
        const name = facets.topic.find((each) => each.key === key)?.name ?? key;
        return chip(`topic ${key}`, name, { topic: without(filter.topic, key) });
      })}
      {filter.language.map((key) =>
        chip(`language ${key}`, languageNames[key] ?? key, { language: without(filter.language, key) }),
      )}
      {rangeWords("Representative", filter.representativenessFrom, filter.representativenessTo).map((words) =>
        chip("representativeness", words, { representativenessFrom: null, representativenessTo: null }),
      )}
      {rangeWords("Distinctive", filter.distinctivenessFrom, filter.distinctivenessTo).map((words) =>
        chip("distinctiveness", words, { distinctivenessFrom: null, distinctivenessTo: null }),
      )}
      {filter.flagged === null ? null : chip("flagged", filter.flagged ? "Flagged" : "Not flagged", { flagged: null })}
    </>
  );
}

/** A range in words: `Representative ≥ .60`, or between two; none when open at both ends. */
function rangeWords(title: string, from: number | null, to: number | null): string[] {
  if (from !== null && to !== null) return [`${title} ${formatScore(from)}–${formatScore(to)}`];
  if (from !== null) return [`${title} ≥ ${formatScore(from)}`];
  return to === null ? [] : [`${title} ≤ ${formatScore(to)}`];
}
