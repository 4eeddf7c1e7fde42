import { idAt } from "#lib/curation/columns/id-words.ts";
import { toConversationRow } from "#lib/db/conversation-rows.ts";
import { readByIds } from "#lib/db/found-rows.ts";
import { readScoreNotes } from "#lib/db/score-notes.ts";
import { sql } from "#lib/db/sql.ts";
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
    const records = await readByIds(
      world.pool,
      found.map(({ id }) => id),
      sql`conversation.project_id = ${project.id}::uuid`,
    );
    const notes = await readScoreNotes(
      world.pool,
      project.id,
      records.map(({ id }) => id),
    );
    return {
      rows: found.flatMap(({ number, id }) => {
        const record = records.find((each) => each.id === id);
        return record ? [{ number, conversation: toConversationRow(record, notes(record.id)) }] : [];
      }),
    };
  },
);
