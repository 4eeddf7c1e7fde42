import type { ConversationSort, SortColumn } from "#lib/schema/conversation-sort.ts";
import type { Columns } from "./columns.ts";
import { statusOfMarks } from "./marks.ts";

/** The groups that a sort goes through, in ascending order; rows of others have no place in it. */
export interface OrderGroups {
  cultureIds: readonly string[];
  statuses: readonly string[];
}

/** The order of a sort as numbers: by the first key, then the second, the least first; then by id. */
export interface RowOrder {
  /** What a row has at its place; NaN where it is of no group. */
  keysAt: readonly [(place: number) => number, (place: number) => number];
  /** What values such as those of a cursor stand for; values as `placeOf` gives them. */
  keysOf(values: readonly (string | number | null)[]): readonly [number, number];
  /** 1 where ids ascend. */
  idSign: 1 | -1;
}

/** Comes after every score and time. Unlike infinity, it can be told from a value that is not there. */
const last = Number.MAX_VALUE;

export function rowOrder(columns: Columns, sort: ConversationSort, groups: OrderGroups): RowOrder {
  const until = sort.findIndex(({ by }) => by === "added");
  const [first, second] = (until < 0 ? sort : sort.slice(0, until)).map((column) => keyOf(columns, column, groups));
  const along = sort[until]?.direction ?? sort.at(-1)?.direction;
  return {
    keysAt: [first?.at ?? always, second?.at ?? always],
    keysOf: (values) => [first?.of(values[0] ?? null) ?? 0, second?.of(values[1] ?? null) ?? 0],
    idSign: along === "ascending" ? 1 : -1,
  };
}

const always = () => 0;

interface Key {
  at(place: number): number;
  of(value: string | number | null): number;
}

function keyOf(columns: Columns, { by, direction }: SortColumn, groups: OrderGroups): Key {
  const sign = direction === "ascending" ? 1 : -1;
  const rank = (names: readonly string[], name: string | null | undefined) => {
    const index = name == null ? -1 : names.indexOf(name);
    return index < 0 ? Number.NaN : sign * (index + 1);
  };
  const ranked = (
    names: readonly string[],
    codes: ArrayLike<number>,
    nameOf: (code: number) => string | null,
    size: number,
  ): Key => {
    const ranks = Float64Array.from({ length: size }, (_, code) => rank(names, nameOf(code)));
    return { at: (place) => ranks[codes[place] ?? 0] ?? Number.NaN, of: (value) => rank(names, String(value)) };
  };
  const { names, codes, updated } = columns;
  switch (by) {
    case "culture":
      return ranked(groups.cultureIds, codes.culture, (code) => names.culture.valueOf(code), names.culture.size);
    case "status":
      return ranked(groups.statuses, codes.marks, (code) => statusOfMarks(code) ?? null, columns.uses.marks.length);
    case "updated":
      return { at: (place) => sign * (updated[place] ?? 0), of: (value) => sign * Date.parse(String(value)) };
    case "representativeness":
    case "distinctiveness": {
      const scores = columns[by];
      const key = (score: number) => (Number.isNaN(score) ? last : sign * score);
      return {
        at: (place) => key(scores[place] ?? Number.NaN),
        of: (value) => key(value === null ? Number.NaN : Number(value)),
      };
    }
    case "added":
      return { at: always, of: always };
  }
}
