import { findMatching } from "#lib/curation/columns/count-facets.ts";
import { type ScoreSummary, summariseScores } from "#lib/curation/map/summarise-scores.ts";
import { givenNumbers } from "#lib/db/columns/given-numbers.ts";
import { resolveFilter } from "#lib/db/conversation-filter.ts";
import { countUnscored, type UnscoredCount } from "#lib/db/count-unscored.ts";
import { expandSearch } from "#lib/schema/expand-search.ts";
import { MapCultures, MapCulturesInput } from "#lib/schema/map.ts";
import { defineProjectRead } from "./define.ts";
import { readFacetWords } from "./facet-words.ts";

/**
 * How the scores of each culture lie among what a filter leaves: medians with their intervals, quartiles, histograms and how many
 * have none. Read from memory: some 30 ms for 100 000 conversations; with `reasons` two aggregates over what has no score.
 */
export const getMapCultures = defineProjectRead(
  {
    action: "conversation.list",
    summary: "Summarise scores by culture",
    Input: MapCulturesInput,
    Output: MapCultures,
  },
  async ({ world, project }, { project: _slug, reasons, ...asked }) => {
    const filter = expandSearch(asked);
    const [words, given] = await Promise.all([
      readFacetWords(world.pool, project.id),
      givenNumbers(world.pool, project.id, filter),
    ]);
    const resolved = reasons ? await resolveFilter(world.pool, project.id, filter) : null;
    const [summaries, withoutR, withoutD] = await Promise.all([
      world.columns.look(project.id, (columns) =>
        summariseScores(columns, findMatching(columns, filter, words, given)),
      ),
      resolved && countUnscored(world.pool, resolved, "representativeness"),
      resolved && countUnscored(world.pool, resolved, "distinctiveness"),
    ]);
    const cultures = words.cultures.flatMap(({ id, code }) => {
      const [summary, label] = [summaries.get(id), words.culture.get(code)];
      if (!summary || !label) return [];
      const { conversations, representativeness, distinctiveness } = summary;
      return {
        code,
        ...label,
        conversations,
        representativeness: withReasons(representativeness, id, withoutR),
        distinctiveness: withReasons(distinctiveness, id, withoutD),
      };
    });
    cultures.sort((a, b) => b.conversations - a.conversations || a.name.localeCompare(b.name));
    return { matching: cultures.reduce((sum, { conversations }) => sum + conversations, 0), cultures };
  },
);

function withReasons(summary: ScoreSummary, cultureId: string, unscored: readonly UnscoredCount[] | null) {
  const reasons = unscored?.filter((each) => each.cultureId === cultureId) ?? null;
  return { ...summary, reasons: reasons?.map(({ reason, count }) => ({ reason, count })) ?? null };
}
