import { z } from "zod";
import { StudioError } from "#lib/errors.ts";
import { ConversationSort } from "#lib/schema/conversation-search.ts";

/** The place after which a page begins: the sort it belongs to, the last row's score (null among rows without) and id. */
const Cursor = z.tuple([ConversationSort, z.number().nullable(), z.uuid()]);
export type ConversationCursor = z.infer<typeof Cursor>;

export function encodeCursor(cursor: ConversationCursor): string {
  return Buffer.from(JSON.stringify(cursor)).toString("base64url");
}

/** @throws StudioError `invalid` when the cursor was not made by `encodeCursor` for this sort */
export function decodeCursor(text: string, sort: ConversationSort): ConversationCursor {
  const refused = new StudioError("invalid", "cursor: is not one this list gave out. Start again without it.", {
    fields: [{ field: "cursor", message: "is not one this list gave out" }],
  });
  let value: unknown;
  try {
    value = JSON.parse(Buffer.from(text, "base64url").toString("utf8"));
  } catch {
    throw refused;
  }
  const parsed = Cursor.safeParse(value);
  if (!parsed.success || parsed.data[0] !== sort) throw refused;
  return parsed.data;
}
