import fc from "fast-check";
import { expect, test } from "vitest";
import { Status } from "#lib/schema/conversation.ts";
import { type ConversationFilter, type FacetName, facetNames } from "#lib/schema/conversation-search.ts";
import { Columns, marksOf } from "./columns.ts";
import { countFacets } from "./count-facets.ts";
import type { FacetVocabulary } from "./facets.ts";
import { statusBits } from "./marks.ts";

interface Row {
  number: number;
  status: Status;
  flagged: boolean;
  edited: boolean;
  culture: string;
  topic: string | null;
  tags: string[];
  language: string;
  method: string | null;
  import: string | null;
  reviewer: string | null;
  assignee: string | null;
  representativeness: number | null;
  distinctiveness: number | null;
}

const vocabulary: FacetVocabulary = {
  cultures: ["jp", "ke", "fr"].map((code) => ({ id: `id-${code}`, code })),
  topics: [
    { id: "t-practice", key: "practice", parentId: null },
    { id: "t-food", key: "food", parentId: "t-practice" },
    { id: "t-rites", key: "rites", parentId: "t-practice" },
    { id: "t-other", key: "other", parentId: null },
  ],
  tags: [
    { id: "g-harm", key: "harm", parentId: null, mergedIntoId: null },
    { id: "g-slur", key: "slur", parentId: "g-harm", mergedIntoId: null },
    { id: "g-cliche", key: "cliche", parentId: "g-harm", mergedIntoId: null },
    { id: "g-old", key: "old", parentId: null, mergedIntoId: "g-slur" },
    { id: "g-fine", key: "fine", parentId: null, mergedIntoId: null },
  ],
};

function put(columns: Columns, row: Row) {
  const { names } = columns;
  const r = row.representativeness ?? Number.NaN;
  const d = row.distinctiveness ?? Number.NaN;
  const place = columns.put({
    number: row.number,
    id: [0, 0, 0, row.number],
    updated: 0,
    marks: marksOf(statusBits[row.status], row.flagged, row.edited, r, d),
    culture: names.culture.add(row.culture),
    topic: names.topic.add(row.topic),
    language: names.language.add(row.language),
    method: names.method.add(row.method),
    import: names.import.add(row.import),
    reviewer: names.reviewer.add(row.reviewer),
    assignee: names.assignee.add(row.assignee),
    representativeness: r,
    distinctiveness: d,
    disagreement: Number.NaN,
  });
  columns.setTags(
    place,
    row.tags.map((tag) => names.tag.add(tag)).sort((a, b) => a - b),
  );
}

/** The keys that a row answers to, written out from the words of the filter and from nothing of the columns. */
function keysOf(row: Row, facet: FacetName): string[] {
  const topic = vocabulary.topics.find(({ id }) => id === row.topic);
  const tagIds = new Set(
    row.tags.flatMap((id) => {
      const tag = vocabulary.tags.find((entry) => entry.id === id);
      const living = tag?.mergedIntoId ? vocabulary.tags.find((entry) => entry.id === tag.mergedIntoId) : tag;
      return [living?.id ?? [], living?.parentId ?? []].flat();
    }),
  );
  switch (facet) {
    case "status":
      return [row.status];
    case "culture":
      return [row.culture.slice(3)];
    case "topic":
      return vocabulary.topics.flatMap(({ id, key }) => (id === topic?.id || id === topic?.parentId ? [key] : []));
    case "tag":
      return vocabulary.tags.flatMap(({ id, key }) => (tagIds.has(id) ? [key] : []));
    case "language":
      return [row.language];
    case "method":
      return [row.method ?? "import"];
    case "import":
      return row.import === null ? [] : [row.import];
    case "reviewer":
      return [row.reviewer ?? "nobody"];
    case "assignee":
      return [row.assignee ?? "nobody"];
    case "scored":
      return (["representativeness", "distinctiveness"] as const).filter((measure) => row[measure] !== null);
  }
}

function matches(row: Row, filter: ConversationFilter, found: ReadonlySet<number> | null, except: string | null) {
  const lists = facetNames.every((facet) => {
    const choices = filter[facet]?.map((choice) => (facet === "tag" ? choice.replace(/^(-?)old$/, "$1slur") : choice));
    if (!choices?.length || facet === except) return true;
    const keys = keysOf(row, facet);
    const include = choices.filter((choice) => !choice.startsWith("-"));
    return (
      (include.length === 0 || include.some((choice) => keys.includes(choice))) &&
      !keys.some((key) => choices.includes(`-${key}`))
    );
  });
  const flags = (["flagged", "edited"] as const).every(
    (name) => filter[name] === undefined || name === except || row[name] === filter[name],
  );
  const ranges = (["representativeness", "distinctiveness"] as const).every((measure) => {
    const [from, to, value] = [filter[`${measure}From`], filter[`${measure}To`], row[measure]];
    if ((from === undefined && to === undefined) || measure === except) return true;
    return value !== null && (from === undefined || value >= from) && (to === undefined || value <= to);
  });
  return lists && flags && ranges && (found === null || except === "search" || found.has(row.number));
}

/** Scores that fall on the edges of bins and of ranges as well as between them. */
const score = fc.option(
  fc.oneof(
    fc.integer({ min: 0, max: 24 }).map((part) => part / 24),
    fc.double({ min: 0, max: 1, noNaN: true }),
  ),
);
const row = fc.record<Row>({
  number: fc.integer({ min: 1, max: 60 }),
  status: fc.constantFrom(...Status.options),
  flagged: fc.boolean(),
  edited: fc.boolean(),
  culture: fc.constantFrom("id-jp", "id-ke"),
  topic: fc.option(fc.constantFrom("t-practice", "t-food", "t-rites", "t-other")),
  tags: fc.uniqueArray(fc.constantFrom("g-harm", "g-slur", "g-cliche", "g-old", "g-fine")),
  language: fc.constantFrom("en", "ja", "sw-KE"),
  method: fc.option(fc.constantFrom("rewrite", "translate")),
  import: fc.option(fc.constantFrom("import-1", "import-2")),
  reviewer: fc.option(fc.constantFrom("user-1", "user-2")),
  assignee: fc.option(fc.constantFrom("user-1", "user-3")),
  representativeness: score,
  distinctiveness: score,
});
const choices = (...keys: string[]) =>
  fc.option(fc.uniqueArray(fc.constantFrom(...keys, ...keys.map((key) => `-${key}`)), { minLength: 1, maxLength: 3 }), {
    nil: undefined,
    freq: 2,
  });
const bound = fc.option(
  fc.integer({ min: 0, max: 24 }).map((part) => part / 24),
  { nil: undefined, freq: 2 },
);
const mark = fc.option(fc.boolean(), { nil: undefined, freq: 2 });
const filters = fc.record({
  status: choices(...Status.options),
  culture: choices("jp", "ke", "fr"),
  topic: choices("practice", "food", "other"),
  tag: choices("harm", "slur", "fine", "old"),
  language: choices("en", "ja", "xx"),
  method: choices("import", "rewrite"),
  import: choices("import-1", "import-2"),
  reviewer: choices("nobody", "user-1"),
  assignee: choices("nobody", "user-3"),
  scored: choices("representativeness", "distinctiveness"),
  representativenessFrom: bound,
  distinctivenessTo: bound,
  flagged: mark,
  edited: mark,
});

test("counts what counting row by row counts, with any rows put in any order and any filters", () => {
  fc.assert(
    fc.property(
      fc.array(row, { maxLength: 120 }),
      filters,
      fc.option(fc.uniqueArray(fc.integer({ min: 1, max: 70 }))),
      (written, full, numbers) => {
        const columns = new Columns();
        for (const one of written) put(columns, one);
        const rows = [...new Map(written.map((one) => [one.number, one])).values()];
        const found = numbers === null ? null : new Set(numbers);
        const filter = full as ConversationFilter; // keys are checked by their schema elsewhere
        const counts = countFacets(columns, filter, vocabulary, numbers === null ? {} : { search: numbers });
        const left = (except: string | null) => rows.filter((one) => matches(one, filter, found, except));

        expect([counts.total, counts.matching]).toEqual([rows.length, left(null).length]);
        for (const facet of facetNames) {
          const under = left(facet);
          for (const [key, { count, inProject }] of counts.choices[facet]) {
            const having = (some: readonly Row[]) => some.filter((one) => keysOf(one, facet).includes(key)).length;
            expect([facet, key, count, inProject]).toEqual([facet, key, having(under), having(rows)]);
          }
          const all = new Set(rows.flatMap((one) => keysOf(one, facet)));
          expect([...all].filter((key) => !counts.choices[facet].has(key))).toEqual([]);
        }
        for (const name of ["flagged", "edited"] as const)
          expect(counts[name]).toBe(left(name).filter((one) => one[name]).length);
        for (const measure of ["representativeness", "distinctiveness"] as const) {
          const inBin = (some: readonly Row[]) =>
            Array.from({ length: 24 }, (_, bin) => {
              const has = ({ [measure]: value }: Row) => value !== null && Math.min(23, Math.floor(value * 24)) === bin;
              return some.filter(has).length;
            });
          expect(counts[measure]).toEqual({ all: inBin(left(measure)), kept: inBin(left(null)) });
        }
        const names = [...facetNames, "flagged", "edited", "representativeness", "distinctiveness", "search"];
        const most = Math.max(...names.map((name) => left(name).length));
        if (counts.tightest === null) expect(left(null).length > 0 || most === 0).toBe(true);
        else
          expect([left(counts.tightest.filter).length, most]).toEqual([counts.tightest.count, counts.tightest.count]);
        expect(left(null).length === 0 || counts.tightest === null).toBe(true);
      },
    ),
    { numRuns: 300 },
  );
});

test("keeps counting when a column has more values than 16 bits name, and over many blocks", () => {
  const columns = new Columns();
  const size = 70_000;
  for (let number = 1; number <= size; number++) {
    put(columns, {
      number,
      status: number % 3 === 0 ? "accepted" : "pending",
      flagged: false,
      edited: false,
      culture: "id-jp",
      topic: null,
      tags: [],
      language: "en",
      method: null,
      import: `import-${number}`,
      reviewer: null,
      assignee: null,
      representativeness: number / size,
      distinctiveness: null,
    });
  }
  expect(columns.codes.import).toBeInstanceOf(Uint32Array);
  const counts = countFacets(
    columns,
    { import: ["-import-69999", "-import-70000"], representativenessFrom: 0.5 },
    vocabulary,
  );
  // From 35 000 on, without two; of these 36 000 counts a third, and 69 999 is left out.
  expect(counts.matching).toBe(34_999);
  expect(counts.choices.status.get("accepted")?.count).toBe(Math.floor(size / 3) - Math.floor(34_999 / 3) - 1);
  expect(counts.choices.import.get("import-70000")?.count).toBe(1);
  expect(columns.find(35_000)).toBe(34_999);
  expect(columns.find(70_001)).toBe(-1);
});

test("keeps the crowd of each culture's scores while rows change", () => {
  const columns = new Columns();
  const one = {
    number: 1,
    status: "pending",
    flagged: false,
    edited: false,
    culture: "id-jp",
    topic: null,
    tags: [],
  } as const;
  const rest = { language: "en", method: null, import: null, reviewer: null, assignee: null } as const;
  const crowd = (culture: string, measure: "representativeness" | "distinctiveness") => {
    const start = columns.names.culture.add(culture) * 24;
    return [...columns.crowd[measure].subarray(start, start + 24)].flatMap((count, bin) =>
      count ? [[bin, count]] : [],
    );
  };
  put(columns, { ...one, ...rest, tags: [], representativeness: 1, distinctiveness: 0.5 });
  put(columns, { ...one, ...rest, tags: [], number: 2, representativeness: 0, distinctiveness: null });
  expect([crowd("id-jp", "representativeness"), crowd("id-jp", "distinctiveness")]).toEqual([
    [
      [0, 1],
      [23, 1],
    ],
    [[12, 1]],
  ]);
  put(columns, { ...one, ...rest, tags: [], culture: "id-ke", representativeness: 0.99, distinctiveness: null });
  expect([crowd("id-jp", "representativeness"), crowd("id-jp", "distinctiveness")]).toEqual([[[0, 1]], []]);
  expect(crowd("id-ke", "representativeness")).toEqual([[23, 1]]);
});
