import { z } from "zod";
import { StudioError } from "#lib/errors.ts";
import { type ConversationSort, sortText } from "#lib/schema/conversation-sort.ts";
import { parsedJson } from "#lib/text/parsed-json.ts";

/** What a column holds in the last row of a page: a score, a time, a culture's id or a status; null for no score. */
const CursorValue = z.union([z.number(), z.string().max(40), z.null()]);
export type CursorValue = z.infer<typeof CursorValue>;

/** The place after which a page begins: what the columns of its sort hold in the last row, and the row's id. */
export interface ConversationCursor {
  values: readonly CursorValue[];
  id: string;
}

/** The sort it belongs to comes first, so that a cursor of another sort is told. */
const Cursor = z.tuple([z.string(), z.array(CursorValue).max(2), z.uuid()]);

export function encodeCursor(sort: ConversationSort, { values, id }: ConversationCursor): string {
  return writeCursor([sortText(sort), values, id]);
}

/** @throws StudioError `invalid` when the cursor was not made by `encodeCursor` for this sort */
export function decodeCursor(text: string, sort: ConversationSort): ConversationCursor {
  const [belongsTo, values, id] = readCursor(Cursor, text);
  if (belongsTo !== sortText(sort) || values.length !== sort.length) throw refusedCursor();
  return { values, id };
}

/** A place in a list as a word for addresses. */
export function writeCursor(place: readonly unknown[]): string {
  return Buffer.from(JSON.stringify(place)).toString("base64url");
}

/** @throws StudioError `invalid` when the cursor was not made by `writeCursor` of such a place */
export function readCursor<Place extends z.ZodType>(schema: Place, text: string): z.output<Place> {
  const parsed = schema.safeParse(parsedJson(Buffer.from(text, "base64url").toString("utf8"))?.value);
  if (!parsed.success) throw refusedCursor();
  return parsed.data;
}

export function refusedCursor(): StudioError {
  return new StudioError("invalid", "cursor: is not one this list gave out. Start again without it.", {
    fields: [{ field: "cursor", message: "is not one this list gave out" }],
  });
}
