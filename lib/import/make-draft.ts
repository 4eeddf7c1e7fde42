import type { Draft } from "#lib/schema/conversation.ts";
import { checkDialogue } from "./check-dialogue.ts";
import type { JsonRecord } from "./json-value.ts";
import type { LineContext } from "./line-context.ts";
import { type FoundFields, readFields, sortFields } from "./read-fields.ts";
import type { ReadTurns } from "./read-turns.ts";
import { Rejection } from "./rejection.ts";

/**
 * A draft from turns that a shape has read and from the rest of the record: its known fields, and everything else as
 * metadata. `used` names the keys the shape has read, `path` where its turns stand.
 */
export function makeDraft(
  record: JsonRecord,
  used: ReadonlySet<string>,
  read: ReadTurns,
  path: string,
  context: LineContext,
): Draft | Rejection {
  const trouble = checkDialogue(read.turns, path);
  if (trouble !== null) return trouble;
  const { found, metadata } = sortFields(record, used, context);
  return draftOf(read, found, metadata, path, context);
}

/** As `makeDraft`, for fields that are already sorted. */
export function draftOf(
  read: ReadTurns,
  found: FoundFields,
  metadata: JsonRecord,
  path: string,
  context: LineContext,
): Draft | Rejection {
  const fields = readFields(found, metadata, context);
  if (fields instanceof Rejection) return fields;
  if (read.extras !== null) {
    fields.metadata.turnExtras = read.extras;
    context.note("N_TURN_KEYS", path, "Further keys of the turns are kept in the metadata, under `turnExtras`.");
  }
  if (read.turns.at(-1)?.role !== "assistant") {
    context.note("N_NO_ANSWER", path, "The conversation ends without an answer.");
  }
  return {
    externalId: fields.externalId,
    culture: fields.culture,
    topic: fields.topic,
    language: fields.language,
    questionKey: fields.questionKey,
    source: fields.source,
    method: null,
    turns: read.turns,
    tags: fields.tags,
    metadata: fields.metadata,
  };
}
