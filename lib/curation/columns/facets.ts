import { measureNames } from "#lib/schema/choices.ts";
import { type FacetName, splitChoices } from "#lib/schema/conversation-search.ts";
import type { CodedColumn, Columns } from "./columns.ts";
import type { Dictionary } from "./dictionary.ts";
import { marks, statusOfMarks } from "./marks.ts";

/** The words of a project that filters name: ids with their keys. A merged tag counts as the one it was merged into. */
export interface FacetVocabulary {
  cultures: readonly { id: string; code: string }[];
  topics: readonly { id: string; key: string; parentId: string | null }[];
  tags: readonly { id: string; key: string; parentId: string | null; mergedIntoId: string | null }[];
}

/** One filter's choices over the codes of a column: a code can answer to several, as a topic does to its layer. */
export interface Facet {
  column: CodedColumn;
  /** The choices' keys as an address writes them. */
  keys: readonly string[];
  /** The choices, by their place in `keys`, that a code answers to; each once. */
  choicesOf(code: number): ArrayLike<number>;
}

export function facetsOf(columns: Columns, vocabulary: FacetVocabulary): Record<FacetName, Facet> {
  const { names } = columns;
  const cultures = new Map(vocabulary.cultures.map(({ id, code }) => [id, [code]]));
  const topics = withParents(vocabulary.topics);
  const named = (column: CodedColumn, dictionary: Dictionary, keysOf: (value: string | null) => readonly string[]) =>
    facet(column, dictionary.size, (code) => keysOf(dictionary.valueOf(code)));
  return {
    status: facet("marks", 64, (code) => [statusOfMarks(code) ?? []].flat()),
    scored: facet("marks", 64, (code) => measureNames.filter((measure) => (code & marks[measure]) !== 0)),
    culture: named("culture", names.culture, (id) => cultures.get(id ?? "") ?? []),
    topic: named("topic", names.topic, (id) => topics.get(id ?? "") ?? []),
    language: named("language", names.language, (language) => [language ?? []].flat()),
    method: named("method", names.method, (method) => [method ?? "import"]),
    import: named("import", names.import, (id) => [id ?? []].flat()),
    reviewer: named("reviewer", names.reviewer, (id) => [id ?? "nobody"]),
    assignee: named("assignee", names.assignee, (id) => [id ?? "nobody"]),
    tag: tagFacet(columns, vocabulary),
  };
}

function facet(column: CodedColumn, codes: number, keysOf: (code: number) => readonly string[]): Facet {
  const places = new Map<string, number>();
  const choices = Array.from({ length: codes }, (_, code) =>
    keysOf(code).map((key) => {
      const place = places.get(key) ?? places.size;
      places.set(key, place);
      return place;
    }),
  );
  return { column, keys: [...places.keys()], choicesOf: (code) => choices[code] ?? [] };
}

/** The keys that each id answers to: its own and, below a parent, the parent's. */
function withParents(
  entries: readonly { id: string; key: string; parentId: string | null }[],
): Map<string, readonly string[]> {
  const keys = new Map(entries.map(({ id, key }) => [id, key]));
  return new Map(
    entries.map(({ id, key, parentId }) => {
      const parent = parentId === null ? undefined : keys.get(parentId);
      return [id, parent === undefined ? [key] : [key, parent]];
    }),
  );
}

/** A set of tags answers to each of its tags and to what stands above them. */
function tagFacet({ names, tagSets }: Columns, { tags }: FacetVocabulary): Facet {
  const keys = withParents(tags);
  const living = new Map(tags.map(({ id, mergedIntoId }) => [id, keys.get(mergedIntoId ?? id) ?? []]));
  const single = facet("tags", names.tag.size, (code) => living.get(names.tag.valueOf(code) ?? "") ?? []);
  return {
    column: "tags",
    keys: single.keys,
    choicesOf(code) {
      const members = tagSets.membersOf(code);
      if (members.length <= 1) return members.length === 0 ? [] : single.choicesOf(members[0] ?? 0);
      const found = new Set<number>();
      for (const tag of members) for (const choice of Array.from(single.choicesOf(tag))) found.add(choice);
      return [...found];
    },
  };
}

/** Chosen tags as they are called now: a merged tag stands for the one it was merged into. */
export function livingTags(choices: readonly string[] | undefined, { tags }: FacetVocabulary): string[] {
  const keys = new Map(tags.map(({ id, key }) => [id, key]));
  const living = new Map(
    tags.flatMap(({ key, mergedIntoId }) => (mergedIntoId === null ? [] : [[key, keys.get(mergedIntoId) ?? key]])),
  );
  return (choices ?? []).map((choice) => {
    const [sign, key] = choice.startsWith("-") ? ["-", choice.slice(1)] : ["", choice];
    return `${sign}${living.get(key) ?? key}`;
  });
}

/** Which codes a list of choices lets pass: one of those to show, if there are any, and none of those to leave out. */
export function passesOf({ keys, choicesOf }: Facet, codes: number, choices: readonly string[]): Uint8Array {
  const { include, exclude } = splitChoices(choices);
  const wanted = keys.map((key) => include.includes(key));
  const unwanted = keys.map((key) => exclude.includes(key));
  return Uint8Array.from({ length: codes }, (_, code) => {
    const own = Array.from(choicesOf(code));
    const shown = include.length === 0 || own.some((choice) => wanted[choice]);
    return shown && !own.some((choice) => unwanted[choice]) ? 1 : 0;
  });
}

/** Adds up counts by code to counts by choice. */
export function countChoices({ keys, choicesOf }: Facet, ...counts: readonly Uint32Array[]): Map<string, number> {
  const sums = new Float64Array(keys.length);
  for (const byCode of counts)
    byCode.forEach((count, code) => {
      if (count === 0) return;
      const choices = choicesOf(code);
      for (let index = 0; index < choices.length; index++) {
        const choice = choices[index] ?? 0;
        sums[choice] = (sums[choice] ?? 0) + count;
      }
    });
  return new Map(keys.map((key, place) => [key, sums[place] ?? 0]));
}
