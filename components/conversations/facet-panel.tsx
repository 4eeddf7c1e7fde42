"use client";
import type { KeyboardEvent } from "react";
import { CultureName } from "#components/ui/culture-name.tsx";
import { StatusMark } from "#components/ui/status-mark.tsx";
import { oneOf, statuses } from "#lib/schema/choices.ts";
import type { Facets } from "#lib/schema/conversation-view.ts";
import { Facet } from "./facet.tsx";
import { ScoreRange } from "./score-range.tsx";
import type { FilterState } from "./search-params.ts";

type ListName = "status" | "culture" | "topic" | "language";

/** All filters of a list, with counts. `languageNames` comes from the server: browsers name languages differently. */
export function FacetPanel({
  facets,
  filter,
  languageNames,
  onChange,
}: {
  facets: Facets;
  filter: FilterState;
  languageNames: Readonly<Record<string, string>>;
  onChange: (change: Partial<FilterState>) => void;
}) {
  const toggle = (name: ListName) => (key: string) => {
    const chosen: readonly string[] = filter[name];
    const next = chosen.includes(key) ? chosen.filter((each) => each !== key) : [...chosen, key];
    onChange({ [name]: next });
  };
  return (
    <fieldset className="facet-list" onKeyDown={keepArrows}>
      <legend className="unseen">Filters</legend>
      <Facet
        title="Status"
        chosen={filter.status}
        onToggle={toggle("status")}
        choices={facets.status.map(({ key, count }) => ({
          key,
          count,
          label: <StatusMark mark={oneOf(statuses, key) ?? "pending"} />,
        }))}
      />
      <Facet
        title="Culture"
        chosen={filter.culture}
        onToggle={toggle("culture")}
        choices={facets.culture.map(({ key, count, ...culture }) => ({
          key,
          count,
          label: <CultureName {...culture} />,
        }))}
      />
      <ScoreRange
        measure="representativeness"
        title="Representative"
        from={filter.representativenessFrom}
        to={filter.representativenessTo}
        onChange={(representativenessFrom, representativenessTo) =>
          onChange({ representativenessFrom, representativenessTo })
        }
      />
      <ScoreRange
        measure="distinctiveness"
        title="Distinctive"
        from={filter.distinctivenessFrom}
        to={filter.distinctivenessTo}
        onChange={(distinctivenessFrom, distinctivenessTo) => onChange({ distinctivenessFrom, distinctivenessTo })}
      />
      <Facet
        title="Topic"
        chosen={filter.topic}
        onToggle={toggle("topic")}
        choices={facets.topic.map(({ key, count, name }) => ({ key, count, label: name }))}
      />
      <Facet
        title="Language"
        chosen={filter.language}
        onToggle={toggle("language")}
        choices={facets.language.map(({ key, count }) => ({
          key,
          count,
          label: (
            <>
              {languageNames[key] ?? key} <span className="mono">{key}</span>
            </>
          ),
        }))}
      />
    </fieldset>
  );
}

/** Arrows scroll the filters while the focus is among them; elsewhere on the page they move between rows. */
function keepArrows(event: KeyboardEvent) {
  if (event.key.startsWith("Arrow")) event.stopPropagation();
}
