import { plural } from "#components/ui/plural.ts";
import type { Coverage } from "#lib/schema/coverage.ts";

/** What the grid shows, as a finding: how many cells are empty, and in which cultures most of them are. */
export function coverageTitle({ cultures, topics }: Pick<Coverage, "cultures" | "topics">): string {
  const empty = cultures
    .map(({ name, counts }) => ({ name, empty: counts.filter((count) => count === 0).length }))
    .filter((culture) => culture.empty > 0)
    .sort((a, b) => b.empty - a.empty);
  const total = empty.reduce((sum, culture) => sum + culture.empty, 0);
  if (total === 0) return `Every culture has something on ${topics.length === 1 ? "the topic" : "every topic"}`;
  const found = `${plural(total, "cell")} ${total === 1 ? "is" : "are"} empty`;
  const [first, second] = empty;
  if (first === undefined || cultures.length === 1) return found;
  if (empty.length === 1) return `${found}, ${total === 1 ? "in" : "all in"} ${first.name}`;
  if (first.empty * 2 > total) return `${found}, most of them in ${first.name}`;
  const inTwo = first.empty + (second?.empty ?? 0);
  if (second !== undefined && cultures.length > 2 && inTwo * 2 > total)
    return `${found}, ${inTwo === total ? "all" : "most of them"} in ${first.name} and ${second.name}`;
  return `${found}, spread over ${plural(empty.length, "culture")}`;
}

/** The side of a cell's stone in px: 16 for the fullest cell, its area in proportion, 4 at least for what is there. */
export function stoneSide(count: number, most: number): number {
  if (count === 0) return 0;
  // Even, so that it lies on whole pixels in the middle of its cell.
  return Math.max(4, Math.round((16 * Math.sqrt(count / Math.max(most, 1))) / 2) * 2);
}
