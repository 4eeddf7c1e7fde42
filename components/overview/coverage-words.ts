import { formatCount } from "#components/ui/format-count.ts";
import { plural } from "#components/ui/plural.ts";
import type { Coverage } from "#lib/schema/coverage.ts";

/** One culture on one topic. */
export interface CoverageCell {
  /** What nobody rejected. */
  count: number;
  accepted: number;
  pending: number;
  rejected: number;
  target: number | null;
}

/** A cell in words: `12 of 20 accepted, 3 pending, 1 rejected`. */
export function cellWords({ count, accepted, pending, rejected, target }: CoverageCell): string {
  const of = target === null ? "" : ` of ${formatCount(target)}`;
  const parts = [
    ...(accepted > 0 || target !== null ? [`${formatCount(accepted)}${of} accepted`] : []),
    ...(pending > 0 ? [`${formatCount(pending)} pending`] : []),
    ...(rejected > 0 ? [`${formatCount(rejected)} rejected`] : []),
  ];
  return count === 0 && rejected === 0 && target === null ? "none" : parts.join(", ");
}

/** The grid against the project's target, as a finding; null where there is none. */
export function targetTitle({
  cultures,
  topics,
  target,
}: Pick<Coverage, "cultures" | "topics" | "target">): string | null {
  if (target === null) return null;
  const cells = cultures.length * topics.length;
  const reached = cultures.flatMap(({ accepted }) => accepted).filter((count) => count >= target).length;
  const missing = cultures
    .flatMap(({ accepted }) => accepted)
    .reduce((sum, count) => sum + Math.max(0, target - count), 0);
  if (missing === 0) return `Every cell has its ${formatCount(target)} accepted`;
  return `${formatCount(reached)} of ${plural(cells, "cell")} ${reached === 1 ? "has" : "have"} ${formatCount(target)} accepted; ${formatCount(missing)} are missing`;
}

/**
 * What the grid shows, as a finding: how many cells are empty, and where most of them lie, in one or two cultures or else on
 * one or two topics.
 */
export function coverageTitle({ cultures, topics }: Pick<Coverage, "cultures" | "topics">): string {
  const holes = cultures.flatMap(({ name, counts }) =>
    topics.flatMap((topic, at) => (counts[at] === 0 ? [{ culture: name, topic: topic.name }] : [])),
  );
  if (holes.length === 0) return `Every culture has something on ${topics.length === 1 ? "the topic" : "every topic"}`;
  const found = `${plural(holes.length, "cell")} ${holes.length === 1 ? "is" : "are"} empty`;
  const inCultures = mostOf(
    holes.map(({ culture }) => culture),
    cultures.length,
  );
  if (inCultures !== null) return `${found}, ${inCultures.share}in ${inCultures.names}`;
  const onTopics = mostOf(
    holes.map(({ topic }) => topic),
    topics.length,
  );
  if (onTopics !== null) return `${found}, ${onTopics.share}on ${onTopics.names}`;
  return `${found}, spread over ${plural(new Set(holes.map(({ culture }) => culture)).size, "culture")}`;
}

/** The one or two that hold more than half of all; null where it takes more, or where there are hardly more. */
function mostOf(names: readonly string[], among: number): { names: string; share: string } | null {
  const sizes = [...new Set(names)]
    .map((name) => ({ name, size: names.filter((each) => each === name).length }))
    .sort((a, b) => b.size - a.size);
  for (const many of [1, 2]) {
    const taken = sizes.slice(0, many);
    const held = taken.reduce((sum, { size }) => sum + size, 0);
    if (among <= many || taken.length < many || held * 2 <= names.length) continue;
    const share = names.length === 1 ? "" : held === names.length ? "all " : "most of them ";
    return { names: taken.map(({ name }) => name).join(" and "), share };
  }
  return null;
}

/** The side of a cell's stone in px: 16 for a full one and for what is more, its area in proportion, 4 at least for what is there. */
export function stoneSide(count: number, most: number): number {
  if (count === 0) return 0;
  // Even, so that it lies on whole pixels in the middle of its cell.
  return Math.min(16, Math.max(4, Math.round((16 * Math.sqrt(count / Math.max(most, 1))) / 2) * 2));
}
