import type { ClientBase } from "pg";
import { NIL } from "uuid";
import type { Turns } from "#lib/schema/conversation.ts";
import type { ScoringItem } from "#lib/scoring/estimator.ts";

const pageSize = 2_000;

interface ItemRecord {
  id: string;
  culture: string;
  topic: string | null;
  language: string;
  question_key: string | null;
  revision: number;
  turns: { role: string; content: string }[];
}

/** A conversation as estimators see it, with the revision that was read. */
export interface ReadItem {
  item: ScoringItem;
  revision: number;
}

const columns = `conversation.id, culture.code AS culture, topic.key AS topic, conversation.language, conversation.question_key,
  revision.number AS revision, revision.turns`;
const joins = `JOIN culture ON culture.id = conversation.culture_id LEFT JOIN topic ON topic.id = conversation.topic_id`;

/** All conversations of a project in the order of their ids, a page at a time. */
async function* readItems(client: ClientBase, projectId: string): AsyncGenerator<ReadItem, void, void> {
  for (let after: string = NIL; ; ) {
    const { rows } = await client.query<ItemRecord>(
      `SELECT ${columns} FROM (SELECT * FROM conversation WHERE project_id = $1 AND id > $2 ORDER BY id LIMIT ${pageSize}) conversation
       ${joins} JOIN revision ON revision.conversation_id = conversation.id AND revision.number = conversation.head_revision ORDER BY conversation.id`,
      [projectId, after],
    );
    if (rows.length === 0) return;
    for (const row of rows) yield toItem(row);
    after = rows.at(-1)?.id ?? after;
  }
}

/** All items of a project, as often as asked for, and at which revision each was read last. Call it inside one snapshot. */
export function itemsOf(
  client: ClientBase,
  projectId: string,
): { items: () => AsyncGenerator<ScoringItem, void, void>; revisionOf: (id: string) => number } {
  // Most conversations are at their first revision; only the others are remembered.
  const revisions = new Map<string, number>();
  return {
    async *items() {
      for await (const { item, revision } of readItems(client, projectId)) {
        if (revision !== 1) revisions.set(item.id, revision);
        yield item;
      }
    },
    revisionOf: (id) => revisions.get(id) ?? 1,
  };
}

/** Some conversations of a project at given revisions; null reads the head. */
export async function readItemsAt(
  client: ClientBase,
  projectId: string,
  wanted: readonly { id: string; revision: number | null }[],
): Promise<Map<string, ReadItem>> {
  const { rows } = await client.query<ItemRecord>(
    `SELECT ${columns} FROM unnest($2::uuid[], $3::int[]) AS wanted (id, revision)
     JOIN conversation ON conversation.id = wanted.id AND conversation.project_id = $1 ${joins}
     JOIN revision ON revision.conversation_id = conversation.id AND revision.number = coalesce(wanted.revision, conversation.head_revision)`,
    [projectId, wanted.map(({ id }) => id), wanted.map(({ revision }) => revision)],
  );
  return new Map(rows.map((row) => [row.id, toItem(row)]));
}

function toItem(row: ItemRecord): ReadItem {
  return {
    revision: row.revision,
    item: {
      id: row.id,
      culture: row.culture,
      topic: row.topic,
      language: row.language,
      questionKey: row.question_key,
      question: said(row.turns, "user"),
      response: said(row.turns, "assistant"),
    },
  };
}

/** The turns were validated when they were stored; here they are only joined. */
function said(turns: readonly { role: string; content: string }[] | Turns, role: string): string {
  return turns
    .filter((turn) => turn.role === role)
    .map(({ content }) => content)
    .join("\n");
}
