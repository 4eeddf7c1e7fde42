import { findMatching } from "#lib/curation/columns/count-facets.ts";
import { packPoints, pointBytes } from "#lib/curation/map/pack-points.ts";
import { givenNumbers } from "#lib/db/columns/given-numbers.ts";
import { expandSearch } from "#lib/schema/expand-search.ts";
import { MapFilter, MapPointsView, mostPoints } from "#lib/schema/map.ts";
import { defineProjectRead } from "./define.ts";
import { readFacetWords } from "./facet-words.ts";

/**
 * Representativeness and distinctiveness of all conversations that a filter leaves, ten bytes each, as of now. Read from memory
 * in one pass: some 15 ms for 100 000. Its answer says `matching` whatever the number.
 */
export const getMapPoints = defineProjectRead(
  {
    action: "conversation.list",
    summary: "Read the scores of conversations as points",
    Input: MapFilter,
    Output: MapPointsView,
  },
  async ({ world, project }, { project: _slug, ...asked }) => {
    const filter = expandSearch(asked);
    const [words, given] = await Promise.all([
      readFacetWords(world.pool, project.id),
      givenNumbers(world.pool, project.id, filter),
    ]);
    const codes = new Map(words.cultures.map(({ id, code }) => [id, code]));
    return world.columns.look(project.id, (columns) => {
      const places = findMatching(columns, filter, words, given);
      const counts = new Uint32Array(columns.names.culture.size);
      for (const place of places) {
        const code = columns.codes.culture[place] ?? 0;
        counts[code] = (counts[code] ?? 0) + 1;
      }
      const cultures = Array.from(counts, (count, column) => {
        const code = codes.get(columns.names.culture.valueOf(column) ?? "") ?? "";
        const label = words.culture.get(code);
        return count > 0 && label ? [{ column, view: { code, ...label, count } }] : [];
      })
        .flat()
        .sort((a, b) => b.view.count - a.view.count || a.view.name.localeCompare(b.view.name));
      const listed = new Map(cultures.map(({ column }, place) => [column, place]));
      const points = packPoints(columns, places, (code) => listed.get(code) ?? 0);
      return {
        matching: places.length,
        unscored: places.length - points.length,
        cultures: cultures.map(({ view }) => view),
        points: points.length > mostPoints ? null : Buffer.from(pointBytes(points)).toString("base64"),
      };
    });
  },
);
