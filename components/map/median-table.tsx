import { CultureName } from "#components/ui/culture-name.tsx";
import { formatCount } from "#components/ui/format-count.ts";
import { formatScore } from "#components/ui/format-score.ts";
import { cultureOf, statusIndexOf } from "#lib/curation/map/pack-points.ts";
import { statuses } from "#lib/schema/choices.ts";
import type { MapCulture } from "#lib/schema/map.ts";
import { CategoryMark } from "./category-mark.tsx";
import type { TableCell, TableColumn, TableRow } from "./plot-table.tsx";
import type { PointsAnswer } from "./use-points.ts";

const scoreColumns = (key: string, name: string): TableColumn[] => [
  { key, title: name, figure: true },
  { key: `${key}-low`, title: "from", figure: true },
  { key: `${key}-high`, title: "to", figure: true },
];

/** Everything that the plot shows: medians with the ends of their bars and, once the points are here, how many stand how. */
export function medianTable(
  cultures: readonly MapCulture[],
  answer: PointsAnswer | null,
  categoryOf: (code: string) => number,
): { columns: TableColumn[]; rows: TableRow[] } {
  const counts = answer === null ? null : countPoints(answer);
  return {
    columns: [
      { key: "culture", title: "Culture" },
      { key: "conversations", title: "Conversations", figure: true },
      ...scoreColumns("r", "Representative"),
      ...scoreColumns("d", "Distinctive"),
      ...(counts === null ? [] : ["Points", "Pending", "Accepted", "Rejected"]).map((title) => ({
        key: title,
        title,
        figure: true,
      })),
    ],
    rows: cultures.map((culture) => {
      const { code, name, endonym, language, conversations } = culture;
      const own = counts?.get(code) ?? statuses.map(() => 0);
      const known = [own.reduce((sum, count) => sum + count, 0), ...own];
      return {
        key: code,
        cells: [
          {
            value: name,
            shown: (
              <span className="map-culture">
                <CategoryMark index={categoryOf(code)} />
                <CultureName name={name} endonym={endonym} language={language} />
              </span>
            ),
          },
          count(conversations),
          ...scoresOf(culture.representativeness),
          ...scoresOf(culture.distinctiveness),
          ...(counts === null ? [] : known.map(count)),
        ],
      };
    }),
  };
}

function countPoints({ cultures, points }: PointsAnswer): Map<string, number[]> | null {
  if (points === null) return null;
  const counts = cultures.map(() => statuses.map(() => 0));
  for (let point = 0; point < points.length; point++) {
    const own = counts[cultureOf(points, point)];
    const status = statusIndexOf(points, point);
    if (own) own[status] = (own[status] ?? 0) + 1;
  }
  return new Map(cultures.map(({ code }, place) => [code, counts[place] ?? []]));
}

export function count(value: number): TableCell {
  return { value, shown: formatCount(value) };
}

export function score(value: number | null): TableCell {
  return { value, shown: value === null ? "–" : formatScore(value) };
}

function scoresOf({ median, interval }: MapCulture["representativeness"]): TableCell[] {
  return [score(median), score(interval?.low ?? null), score(interval?.high ?? null)];
}
