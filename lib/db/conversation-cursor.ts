import { z } from "zod";
import { StudioError } from "#lib/errors.ts";
import { type ConversationSort, sortText } from "#lib/schema/conversation-sort.ts";

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
  return Buffer.from(JSON.stringify([sortText(sort), values, id])).toString("base64url");
}

/** @throws StudioError `invalid` when the cursor was not made by `encodeCursor` for this sort */
export function decodeCursor(text: string, sort: ConversationSort): ConversationCursor {
  let value: unknown;
  try {
    value = JSON.parse(Buffer.from(text, "base64url").toString("utf8"));
  } catch {
    throw refusedCursor();
  }
  const parsed = Cursor.safeParse(value);
  if (!parsed.success) throw refusedCursor();
  const [belongsTo, values, id] = parsed.data;
  if (belongsTo !== sortText(sort) || values.length !== sort.length) throw refusedCursor();
  return { values, id };
}

export function refusedCursor(): StudioError {
  return new StudioError("invalid", "cursor: is not one this list gave out. Start again without it.", {
    fields: [{ field: "cursor", message: "is not one this list gave out" }],
  });
}
