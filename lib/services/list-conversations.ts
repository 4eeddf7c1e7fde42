import { z } from "zod";
import { decodeCursor } from "#lib/db/conversation-cursor.ts";
import { resolveFilter } from "#lib/db/conversation-filter.ts";
import { listConversationRows } from "#lib/db/conversation-rows.ts";
import { ConversationSearch } from "#lib/schema/conversation-search.ts";
import { ConversationPage } from "#lib/schema/conversation-view.ts";
import { defineProjectRead } from "./define.ts";

/** One page of a project's conversations by filter and sort. Two small look-ups and, mostly, one index scan. */
export const listConversations = defineProjectRead(
  {
    action: "conversation.list",
    summary: "List conversations, a page at a time",
    Input: z.strictObject({ project: z.string(), ...ConversationSearch.shape }),
    Output: ConversationPage,
  },
  async ({ world, project }, { project: _slug, sort, limit, cursor, ...filter }) => {
    const after = cursor === undefined ? null : decodeCursor(cursor, sort);
    const resolved = await resolveFilter(world.pool, project.id, filter);
    return listConversationRows(world.pool, world.columns, resolved, sort, limit, after);
  },
);
