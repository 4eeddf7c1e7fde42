import { formatScore } from "#components/ui/format-score.ts";
import { facetNames, measureNames } from "#lib/schema/choices.ts";
import type { Facets } from "#lib/schema/conversation-view.ts";
import { without } from "./choices.ts";
import { bare, type FilterState, nearNames } from "./filter-state.ts";
import { measureTitles } from "./measure-words.ts";
import { facetTitles } from "./open-facets.ts";
import type { Sought } from "./sought-words.ts";

/** A filter in force: what it says, and the change that takes it off. */
export interface FilterWord {
  key: string;
  words: string;
  off: Partial<FilterState>;
}

const statusWords: Readonly<Record<string, string>> = {
  pending: "Pending",
  accepted: "Accepted",
  rejected: "Rejected",
};

const nearWords: Readonly<Record<(typeof nearNames)[number], (value: number) => string>> = {
  sameIn: (cultures) => `Same in ${cultures} ${cultures === 1 ? "culture" : "cultures"} or more`,
  nearCopy: (likeness) => `Near copies ≥ ${formatScore(likeness)}`,
  spareCopy: (likeness) => `Spare copies ≥ ${formatScore(likeness)}`,
};

/** The filters in force in words, in the order of the panel: `Pakistan`, `not Urdu`, `Representative ≥ .60`, `“salami”`. */
export function filterWords(
  filter: FilterState,
  facets: Facets,
  languageNames: Readonly<Record<string, string>>,
  sought: Sought | null,
): FilterWord[] {
  const nameOf = (name: (typeof facetNames)[number], key: string): string => {
    if (name === "status") return statusWords[key] ?? key;
    if (name === "language") return languageNames[key] ?? key;
    const found: { name: string } | undefined = facets[name].find((each) => each.key === key);
    const said =
      found === undefined
        ? key
        : name === "tag"
          ? (facets.tag.find((each) => each.key === key)?.path ?? key)
          : found.name;
    return name === "reviewer" || name === "assignee" || name === "scored" ? `${facetTitles[name]}: ${said}` : said;
  };
  const choices = facetNames.flatMap((name) =>
    filter[name].map((choice) => ({
      key: `${name} ${choice}`,
      words: `${choice.startsWith("-") ? "not " : ""}${nameOf(name, bare(choice))}`,
      off: { [name]: without(filter[name], bare(choice)) },
    })),
  );
  const ranges = measureNames.flatMap((measure) => {
    const words = rangeWords(measureTitles[measure], filter[`${measure}From`], filter[`${measure}To`]);
    return words === null ? [] : [{ key: measure, words, off: { [`${measure}From`]: null, [`${measure}To`]: null } }];
  });
  const flags = (["flagged", "edited"] as const).flatMap((name) =>
    filter[name] === null
      ? []
      : [
          {
            key: name,
            words: `${filter[name] ? "" : "not "}${name === "flagged" ? "Flagged" : "Edited"}`,
            off: { [name]: null },
          },
        ],
  );
  const left =
    filter.leftBy === null ? [] : [{ key: "leftBy", words: "Left alone by the last act", off: { leftBy: null } }];
  const made = filter.run === null ? [] : [{ key: "run", words: "Made by one run", off: { run: null } }];
  const near = nearNames.flatMap((name) => {
    const value = filter[name];
    return value === null ? [] : [{ key: name, words: nearWords[name](value), off: { [name]: null } }];
  });
  // Until the search is taken apart it is one chip.
  const whole = filter.search === "" ? [] : [{ key: "search", words: `“${filter.search}”`, off: { search: "" } }];
  const searched = sought?.words ?? whole;
  return [...choices, ...ranges, ...flags, ...left, ...made, ...near, ...searched];
}

/** A range in words: `Representative ≥ .60`, or between two; null when open at both ends. */
function rangeWords(title: string, from: number | null, to: number | null): string | null {
  if (from !== null && to !== null) return `${title} ${formatScore(from)}–${formatScore(to)}`;
  if (from !== null) return `${title} ≥ ${formatScore(from)}`;
  return to === null ? null : `${title} ≤ ${formatScore(to)}`;
}
