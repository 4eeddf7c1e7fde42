import { idAt } from "#lib/curation/columns/id-words.ts";
import { readConversationRows } from "#lib/db/conversation-rows.ts";
import { MapConversations, MapConversationsInput } from "#lib/schema/map.ts";
import { defineProjectRead } from "./define.ts";

/** The conversations behind some points of the map. Their ids come from memory; one look-up by primary key. */
export const listMapConversations = defineProjectRead(
  {
    action: "conversation.list",
    summary: "Read the conversations of points",
    Input: MapConversationsInput,
    Output: MapConversations,
  },
  async ({ world, project }, { numbers }) => {
    const found = await world.columns.look(project.id, (columns) =>
      numbers.flatMap((number) => {
        const place = columns.find(number);
        return place === -1 ? [] : [{ number, id: idAt(columns.ids, place) }];
      }),
    );
    const rows = await readConversationRows(
      world.pool,
      project.id,
      found.map(({ id }) => id),
    );
    return {
      rows: found.flatMap(({ number, id }) => {
        const conversation = rows.find((row) => row.id === id);
        return conversation ? [{ number, conversation }] : [];
      }),
    };
  },
);
