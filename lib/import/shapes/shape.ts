import type { Draft } from "#lib/schema/conversation.ts";
import type { RecordShape } from "#lib/schema/import.ts";
import type { JsonRecord } from "../json-value.ts";
import type { LineContext } from "../line-context.ts";
import type { Rejection } from "../rejection.ts";

/** One way in which records are written. */
export interface Shape {
  id: RecordShape;
  /** Whether a record is of this shape, judged by its keys alone: a broken record is still recognised. */
  recognise: (record: JsonRecord) => boolean;
  /** The draft of one record; notes go to the context. */
  toDraft: (record: JsonRecord, context: LineContext) => Draft | Rejection;
}
