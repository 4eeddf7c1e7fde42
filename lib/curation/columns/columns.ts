import { scoreBins } from "#lib/schema/conversation-view.ts";
import type { MeasureName } from "#lib/schema/score.ts";
import { Dictionary } from "./dictionary.ts";
import { markCodes, marks } from "./marks.ts";
import { NumberIndex } from "./number-index.ts";
import { binOf } from "./score-bin.ts";
import { SetPool } from "./set-pool.ts";

/** The columns of which a row holds one code: a number of `marks.ts`, a set of tags, or a value of a dictionary. */
export const codedColumns = [
  "marks",
  "tags",
  "culture",
  "topic",
  "language",
  "method",
  "import",
  "reviewer",
  "assignee",
] as const;
export type CodedColumn = (typeof codedColumns)[number];
type NamedColumn = Exclude<CodedColumn, "marks" | "tags">;
export type Codes = Uint16Array<ArrayBuffer> | Uint32Array<ArrayBuffer>;

/** A UUID as four numbers of 32 bits. */
export type IdWords = readonly [number, number, number, number];

/** One conversation, in codes; a measure without a value is NaN. Status, flag and edit are in `marks`. */
export type ColumnRow = Record<Exclude<CodedColumn, "tags">, number> & {
  number: number;
  /** Its UUID, most significant first. */
  id: IdWords;
  /** When it was changed, in milliseconds since 1970. */
  updated: number;
  representativeness: number;
  distinctiveness: number;
  disagreement: number;
};

/**
 * What filters and sorts look at, of every conversation of one project, as columns: about 80 bytes a conversation. Rows are added
 * and replaced, never taken away. Everything that is counted over all rows without a filter is kept counted.
 */
export class Columns {
  #length = 0;
  #capacity = 0;
  readonly #index = new NumberIndex();
  numbers = new Int32Array(0);
  /** Four a row; see `IdWords`. */
  ids = new Uint32Array(0);
  updated = new Float64Array(0);
  representativeness = new Float64Array(0);
  distinctiveness = new Float64Array(0);
  disagreement = new Float64Array(0);
  readonly codes: Record<CodedColumn, Codes>;
  /** How many conversations have each code. */
  readonly uses: Record<CodedColumn, Uint32Array<ArrayBuffer>>;
  /** The scores of each culture, `scoreBins` for each code. */
  readonly crowd = { representativeness: new Uint32Array(0), distinctiveness: new Uint32Array(0) };
  readonly tagSets = new SetPool();
  readonly names: Readonly<Record<NamedColumn | "tag", Dictionary>>;

  constructor() {
    const every = <Value>(make: () => Value) => ({
      marks: make(),
      tags: make(),
      culture: make(),
      topic: make(),
      language: make(),
      method: make(),
      import: make(),
      reviewer: make(),
      assignee: make(),
    });
    this.codes = every((): Codes => new Uint16Array(0));
    this.uses = every(() => new Uint32Array(markCodes));
    this.names = {
      tag: new Dictionary(),
      culture: new Dictionary(),
      topic: new Dictionary(),
      language: new Dictionary(),
      method: new Dictionary(),
      import: new Dictionary(),
      reviewer: new Dictionary(),
      assignee: new Dictionary(),
    };
  }

  get length(): number {
    return this.#length;
  }

  /** The memory of the columns themselves, in bytes; the dictionaries, a few hundred values, are left out. */
  get bytes(): number {
    const codes = codedColumns.reduce((sum, column) => sum + this.codes[column].byteLength, 0);
    const values = [
      this.numbers,
      this.ids,
      this.updated,
      this.representativeness,
      this.distinctiveness,
      this.disagreement,
    ];
    return codes + values.reduce((sum, { byteLength }) => sum + byteLength, 0) + this.#index.bytes + this.tagSets.bytes;
  }

  /** The place of a conversation by its number, or -1. */
  find(number: number): number {
    return this.#index.find(this.numbers, number);
  }

  /** Makes room for so many rows in all. */
  reserve(rows: number): void {
    if (rows <= this.#capacity) return;
    this.#capacity = rows;
    this.numbers = copied(new Int32Array(rows), this.numbers);
    this.ids = copied(new Uint32Array(rows * 4), this.ids);
    this.updated = copied(new Float64Array(rows), this.updated);
    this.representativeness = copied(new Float64Array(rows), this.representativeness);
    this.distinctiveness = copied(new Float64Array(rows), this.distinctiveness);
    this.disagreement = copied(new Float64Array(rows), this.disagreement);
    for (const column of codedColumns) {
      const codes = this.codes[column];
      this.codes[column] = copied(codes instanceof Uint16Array ? new Uint16Array(rows) : new Uint32Array(rows), codes);
    }
    this.#index.reserve(this.numbers, rows);
  }

  /** Adds a row or puts it in the place of the one of the same number; its tags are left as they are. Returns its place. */
  put(row: ColumnRow): number {
    let place = this.find(row.number);
    const fresh = place === -1;
    if (fresh) {
      if (this.#length === this.#capacity) this.reserve(Math.ceil(this.#capacity * 1.25) + 256);
      place = this.#length++;
      this.numbers[place] = row.number;
      this.#index.add(this.numbers, place);
      count(this.uses, "tags", 0, 1);
    } else {
      const culture = this.codes.culture[place] ?? 0;
      this.#crowd("representativeness", culture, this.representativeness[place] ?? Number.NaN, -1);
      this.#crowd("distinctiveness", culture, this.distinctiveness[place] ?? Number.NaN, -1);
    }
    for (const column of codedColumns) if (column !== "tags") this.#set(column, place, row[column], fresh);
    this.ids.set(row.id, place * 4);
    this.updated[place] = row.updated;
    this.representativeness[place] = row.representativeness;
    this.distinctiveness[place] = row.distinctiveness;
    this.disagreement[place] = row.disagreement;
    this.#crowd("representativeness", row.culture, row.representativeness, 1);
    this.#crowd("distinctiveness", row.culture, row.distinctiveness, 1);
    return place;
  }

  /** Gives a row its set of tags. @param tags codes of `names.tag`, ascending, each once */
  setTags(place: number, tags: ArrayLike<number>): void {
    this.#set("tags", place, this.tagSets.add(tags), false);
  }

  #set(column: CodedColumn, place: number, code: number, fresh: boolean) {
    let codes = this.codes[column];
    const before = codes[place] ?? 0;
    if (before === code && !fresh) return;
    if (code > 0xffff && codes instanceof Uint16Array) {
      codes = Uint32Array.from(codes);
      this.codes[column] = codes;
    }
    if (!fresh) count(this.uses, column, before, -1);
    count(this.uses, column, code, 1);
    codes[place] = code;
  }

  #crowd(measure: MeasureName, culture: number, value: number, by: 1 | -1) {
    if (Number.isNaN(value)) return;
    const at = culture * scoreBins + binOf(value);
    if (at >= this.crowd[measure].length)
      this.crowd[measure] = copied(new Uint32Array((culture + 1) * 2 * scoreBins), this.crowd[measure]);
    this.crowd[measure][at] = (this.crowd[measure][at] ?? 0) + by;
  }
}

/** The marks of a conversation. */
export function marksOf(
  status: number,
  flagged: boolean,
  edited: boolean,
  representativeness: number,
  distinctiveness: number,
): number {
  return (
    status |
    (flagged ? marks.flagged : 0) |
    (edited ? marks.edited : 0) |
    (Number.isNaN(representativeness) ? 0 : marks.representativeness) |
    (Number.isNaN(distinctiveness) ? 0 : marks.distinctiveness)
  );
}

function count(uses: Record<CodedColumn, Uint32Array<ArrayBuffer>>, column: CodedColumn, code: number, by: 1 | -1) {
  if (code >= uses[column].length) uses[column] = copied(new Uint32Array(code * 2), uses[column]);
  const of = uses[column];
  of[code] = (of[code] ?? 0) + by;
}

function copied<Target extends { set(values: ArrayLike<number>): void }>(
  target: Target,
  from: ArrayLike<number>,
): Target {
  target.set(from);
  return target;
}
