import type { Pool } from "pg";
import type { FacetVocabulary } from "#lib/curation/columns/facets.ts";
import { TagKind } from "#lib/schema/tag.ts";

/** A project's vocabulary as filters and their counts need it. */
export interface FacetWords extends FacetVocabulary {
  culture: ReadonlyMap<string, { name: string; endonym: string; language: string }>;
  topic: ReadonlyMap<string, { name: string; layer: string | null }>;
  tag: ReadonlyMap<string, { name: string; path: string; kind: TagKind }>;
}

/** Three small queries. Merged tags are in `tags`, so that what still carries them counts as what they became. */
export async function readFacetWords(pool: Pool, projectId: string): Promise<FacetWords> {
  const [cultures, topics, tags] = await Promise.all([
    pool.query<{ id: string; code: string; name: string; endonym: string; language: string | null }>(
      "SELECT id, code, name, endonym, languages[1] AS language FROM culture WHERE project_id = $1",
      [projectId],
    ),
    pool.query<{ id: string; key: string; name: string; parentId: string | null }>(
      'SELECT id, key, name, parent_id AS "parentId" FROM topic WHERE project_id = $1',
      [projectId],
    ),
    pool.query<{
      id: string;
      key: string;
      name: string;
      kind: string;
      parentId: string | null;
      mergedIntoId: string | null;
    }>(
      'SELECT id, key, name, kind, parent_id AS "parentId", merged_into_id AS "mergedIntoId" FROM tag WHERE project_id = $1',
      [projectId],
    ),
  ]);
  const nameOf = (rows: readonly { id: string; name: string }[]) => {
    const names = new Map(rows.map(({ id, name }) => [id, name]));
    return (id: string | null) => (id === null ? null : (names.get(id) ?? null));
  };
  const topicName = nameOf(topics.rows);
  const tagName = nameOf(tags.rows);
  return {
    cultures: cultures.rows,
    topics: topics.rows,
    tags: tags.rows,
    culture: new Map(
      cultures.rows.map(({ code, name, endonym, language }) => [code, { name, endonym, language: language ?? "und" }]),
    ),
    topic: new Map(topics.rows.map(({ key, name, parentId }) => [key, { name, layer: topicName(parentId) }])),
    tag: new Map(
      tags.rows
        .filter(({ mergedIntoId }) => mergedIntoId === null)
        .map(({ key, name, kind, parentId }) => {
          const parent = tagName(parentId);
          return [key, { name, path: parent === null ? name : `${parent} / ${name}`, kind: TagKind.parse(kind) }];
        }),
    ),
  };
}
