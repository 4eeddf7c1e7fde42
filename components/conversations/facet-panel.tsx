"use client";
import type { KeyboardEvent } from "react";
import { CultureName } from "#components/ui/culture-name.tsx";
import { MeasureGlyph } from "#components/ui/measure-glyph.tsx";
import { StatusMark } from "#components/ui/status-mark.tsx";
import { measureNames, oneOf, statuses } from "#lib/schema/choices.ts";
import type { Facets } from "#lib/schema/conversation-view.ts";
import { Facet, type FacetChoice } from "./facet.tsx";
import type { FilterState } from "./filter-state.ts";
import { measureTitles } from "./measure-words.ts";
import { type FacetName, facetTitles, useOpenFacets } from "./open-facets.ts";
import { ScoreHistogram } from "./score-histogram.tsx";
import { ScoreRange } from "./score-range.tsx";

export interface FacetPanelProps {
  facets: Facets;
  filter: FilterState;
  /** From the server: browsers name languages differently. */
  languageNames: Readonly<Record<string, string>>;
  openAtFirst: readonly string[];
  /** In a drawer there are no heads of columns, so the distributions stand here. */
  withScores: boolean;
  onChange: (change: Partial<FilterState>) => void;
}

/** All filters, with counts. */
export function FacetPanel({ facets, filter, languageNames, openAtFirst, withScores, onChange }: FacetPanelProps) {
  const [open, setOpen] = useOpenFacets(openAtFirst);
  const choices = choicesOf(facets, languageNames);
  const facet = (name: FacetName) => (
    <Facet
      key={name}
      title={facetTitles[name]}
      choices={choices[name]}
      chosen={filter[name]}
      open={open.includes(name)}
      onOpen={(next) => setOpen(name, next)}
      onChange={(chosen) => onChange({ [name]: chosen })}
    />
  );
  const marks = [filter.flagged, filter.edited].some((each) => each !== null);
  return (
    <fieldset className="facet-list" onKeyDown={keepArrows}>
      <legend className="unseen">Filters</legend>
      {facet("status")}
      <Facet
        title="Marks"
        choices={markChoices(facets)}
        chosen={[...flagChoice("flagged", filter.flagged), ...flagChoice("edited", filter.edited)]}
        open={open.includes("marks") || marks}
        onOpen={(next) => setOpen("marks", next)}
        onChange={(chosen) => onChange({ flagged: flagOf("flagged", chosen), edited: flagOf("edited", chosen) })}
      />
      {facet("culture")}
      {withScores
        ? measureNames.map((measure) => {
            const title = measureTitles[measure];
            const range = { from: filter[`${measure}From`], to: filter[`${measure}To`] };
            const change = (from: number | null, to: number | null) =>
              onChange({ [`${measure}From`]: from, [`${measure}To`]: to });
            return (
              <section key={measure} className="facet" aria-label={title}>
                <h2>
                  <MeasureGlyph measure={measure} />
                  {title}
                </h2>
                <ScoreHistogram
                  measure={measure}
                  title={title}
                  counts={facets[measure]}
                  range={range}
                  onRange={({ from, to }) => change(from, to)}
                  onNumbers={() => undefined}
                />
                <ScoreRange title={title} {...range} onChange={change} />
              </section>
            );
          })
        : null}
      {(["topic", "tag", "method", "language", "reviewer", "assignee", "import", "scored"] as const).map(facet)}
    </fieldset>
  );
}

function choicesOf(
  facets: Facets,
  languageNames: Readonly<Record<string, string>>,
): Readonly<Record<FacetName, readonly FacetChoice[]>> {
  const plain = (choices: readonly { key: string; name: string; count: number }[]) =>
    choices.map((choice) => ({ ...choice, label: <bdi>{choice.name}</bdi> }));
  return {
    status: facets.status.flatMap(({ key, name, count }) => {
      const status = oneOf(statuses, key);
      return status === null ? [] : [{ key, name, count, label: <StatusMark mark={status} /> }];
    }),
    culture: facets.culture.map(({ key, count, ...culture }) => ({
      key,
      count,
      name: `${culture.name} ${culture.endonym}`,
      label: <CultureName {...culture} />,
    })),
    topic: groupedByLayer(facets.topic).map((topic) => ({
      ...topic,
      group: topic.layer,
      label: <bdi>{topic.name}</bdi>,
    })),
    tag: [...facets.tag]
      .sort((one, other) => one.path.localeCompare(other.path))
      .map(({ key, count, name, path }) => ({
        key,
        count,
        name: path,
        depth: path.split(" / ").length - 1,
        label: <bdi>{name}</bdi>,
      })),
    language: facets.language.map(({ key, count }) => ({
      key,
      count,
      name: languageNames[key] ?? key,
      label: (
        <>
          {languageNames[key] ?? key} <span className="mono">{key}</span>
        </>
      ),
    })),
    method: plain(facets.method),
    import: plain(facets.import),
    reviewer: plain(facets.reviewer),
    assignee: plain(facets.assignee),
    scored: plain(facets.scored),
  };
}

/** Topics in the order they came, those of one layer together; those of none last. */
function groupedByLayer(topics: Facets["topic"]): Facets["topic"] {
  const layers = [...new Set(topics.map(({ layer }) => layer))].sort(
    (one, other) => Number(one === null) - Number(other === null),
  );
  return layers.flatMap((layer) => topics.filter((topic) => topic.layer === layer));
}

function markChoices(facets: Facets): FacetChoice[] {
  return [
    { key: "edited", name: "Edited", count: facets.edited, label: <StatusMark mark="edited" /> },
    { key: "flagged", name: "Flagged", count: facets.flagged, label: <StatusMark mark="flagged" /> },
  ];
}

function flagChoice(key: string, value: boolean | null): string[] {
  if (value === null) return [];
  return [value ? key : `-${key}`];
}

function flagOf(key: string, chosen: readonly string[]): boolean | null {
  if (chosen.includes(key)) return true;
  return chosen.includes(`-${key}`) ? false : null;
}

/** Arrows scroll the filters while the focus is among them; elsewhere on the page they move between rows. */
function keepArrows(event: KeyboardEvent) {
  if (event.key.startsWith("Arrow")) event.stopPropagation();
}
