/** The draft's fields that a record may carry under several names. */
export type FieldName = "externalId" | "culture" | "topic" | "language" | "source" | "questionKey" | "tags";

/** What one key of a record is: a field (rank 0 is its best name), a preset that is ignored, or metadata. */
export type KeyMeaning = { kind: "field"; field: FieldName; rank: number } | { kind: "preset" } | { kind: "metadata" };

/** Names as folded by `foldKey`, the best first: when a record carries two, the better one is taken. */
const aliases: Record<FieldName, readonly string[]> = {
  externalId: ["externalid", "id", "conversationid", "sampleid", "uid"],
  culture: ["culture", "culturecode", "culturalgroup", "culturelabel", "country", "nationality", "region"],
  topic: ["topic", "category"],
  language: ["language", "lang", "locale", "languagetag"],
  source: ["source", "dataset"],
  questionKey: ["questionkey", "questionid", "qid"],
  tags: ["tags"],
};

/** What only this studio may set: taken from a file, it would let the file decide on itself. */
const presets = new Set([
  "status",
  "reviewer",
  "reviewedby",
  "createdby",
  "score",
  "scores",
  "version",
  "decision",
  "decisions",
]);

/** More distinct keys than this are not remembered, so that a hostile file cannot fill the memory. */
const REMEMBERED_KEYS = 10_000;

const METADATA: KeyMeaning = { kind: "metadata" };

/** Tells what a record's keys mean; each distinct key is looked at once. */
export class FieldPlan {
  readonly #meanings = new Map<string, KeyMeaning>();

  meaningOf(key: string): KeyMeaning {
    const known = this.#meanings.get(key);
    if (known !== undefined) return known;
    const meaning = meaningOfKey(key);
    if (this.#meanings.size < REMEMBERED_KEYS) this.#meanings.set(key, meaning);
    return meaning;
  }
}

/** A key in lower case without spaces, `_` and `-`: `Cultural group` and `cultural_group` are one name. */
export function foldKey(key: string): string {
  return key
    .slice(0, 200)
    .toLowerCase()
    .replaceAll(/[\s_-]+/g, "");
}

/** What a key means by its name alone. */
export function meaningOfKey(key: string): KeyMeaning {
  const folded = foldKey(key);
  if (presets.has(folded)) return { kind: "preset" };
  for (const field of fieldNames) {
    const rank = aliases[field].indexOf(folded);
    if (rank !== -1) return { kind: "field", field, rank };
  }
  return METADATA;
}

const fieldNames = [
  "externalId",
  "culture",
  "topic",
  "language",
  "source",
  "questionKey",
  "tags",
] as const satisfies readonly FieldName[];

/** Whether a record carries fields that only this studio sets. */
export function hasPresets(record: object): boolean {
  return Object.keys(record).some((key) => meaningOfKey(key).kind === "preset");
}
