import { formatCount } from "#components/ui/format-count.ts";
import { formatScore } from "#components/ui/format-score.ts";
import { plural } from "#components/ui/plural.ts";
import type { MapCulture } from "#lib/schema/map.ts";
import type { MeasureName } from "#lib/schema/score.ts";

type Medians = Pick<MapCulture, "name" | MeasureName>;

/** What the corners of the plot mean. */
export const quadrants = {
  highHigh: "typical and particular",
  highLow: "typical but generic",
  lowHigh: "particular but unusual",
  lowLow: "unusual and generic",
} as const;

/**
 * What the medians show, as a finding. A culture leads only where its interval lies wholly above that of every other: what
 * chance alone could have put in front is not said to be in front.
 */
export function medianTitle(cultures: readonly Medians[]): string {
  const known = cultures.filter(
    ({ representativeness, distinctiveness }) =>
      representativeness.interval !== null && distinctiveness.interval !== null,
  );
  if (known.length === 0) return "No culture has enough scores to say where it lies";
  if (known.length === 1) {
    const [{ name, representativeness: r, distinctiveness: d }] = known as [Medians];
    return `${name} lies at ${score(r.median)} for representativeness and ${score(d.median)} for distinctiveness`;
  }
  const [typical, particular] = [leaderOf(known, "representativeness"), leaderOf(known, "distinctiveness")];
  if (typical === null && particular === null) return "No culture stands apart from all others in either score";
  if (typical === particular) return `${typical} is the most typical and the most particular`;
  if (typical === null) return `${particular} is the most particular; none is clearly the most typical`;
  if (particular === null) return `${typical} is the most typical; none is clearly the most particular`;
  return `${particular} is the most particular, ${typical} the most typical`;
}

function leaderOf(cultures: readonly Medians[], measure: MeasureName): string | null {
  const [first, ...others] = [...cultures].sort((a, b) => (b[measure].median ?? 0) - (a[measure].median ?? 0));
  if (first === undefined) return null;
  const above = others.every((other) => (other[measure].interval?.high ?? 1) < (first[measure].interval?.low ?? 0));
  return above ? first.name : null;
}

/** How the distributions lie beside each other, as a finding. */
export function distributionTitle(cultures: readonly Medians[]): string {
  const parts = (["representativeness", "distinctiveness"] as const).flatMap((measure) => {
    const known = cultures.filter((culture) => culture[measure].median !== null);
    const sorted = [...known].sort((a, b) => (a[measure].median ?? 0) - (b[measure].median ?? 0));
    const [lowest, highest] = [sorted[0], sorted.at(-1)];
    if (lowest === undefined || highest === undefined) return [];
    const of = (culture: Medians) => `${score(culture[measure].median)} in ${culture.name}`;
    if (known.length === 1) return [`${measure} is ${of(highest)}`];
    const [low, high] = [score(lowest[measure].median), score(highest[measure].median)];
    return [low === high ? `${measure} is ${low} everywhere` : `${measure} runs from ${of(lowest)} to ${of(highest)}`];
  });
  if (parts.length === 0) return "Nothing here has a score yet";
  return `Median ${parts.join("; ")}`;
}

/** A median with its interval: `.47 (.44–.51)`; a dash where there is none. */
export function medianWords({ median, interval }: Pick<MapCulture[MeasureName], "median" | "interval">): string {
  if (median === null) return "–";
  return interval === null ? formatScore(median) : `${formatScore(median)} (${rangeWords(interval)})`;
}

export function rangeWords({ low, high }: { low: number; high: number }): string {
  return `${formatScore(low)}–${formatScore(high)}`;
}

/** The plot in a sentence, for those who hear the page. */
export function plotSummary(cultures: readonly MapCulture[], points: number | null): string {
  const some = cultures
    .slice(0, 8)
    .map(({ name, representativeness: r, distinctiveness: d }) => `${name} ${score(r.median)} and ${score(d.median)}`)
    .join("; ");
  const more = cultures.length > 8 ? `; ${plural(cultures.length - 8, "more culture")} in the table` : "";
  const shown = points === null ? "" : ` ${formatCount(points)} conversations are shown as points.`;
  return `Median representativeness and distinctiveness by culture: ${some}${more}.${shown}`;
}

function score(value: number | null): string {
  return value === null ? "no score" : formatScore(value);
}
