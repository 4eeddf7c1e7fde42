import type { ClientBase } from "pg";
import { searchTerms } from "#lib/text/search-terms.ts";
import type { Transaction } from "./client.ts";

interface SearchSource {
  id: string;
  number: number;
  external_id: string | null;
  revision: number;
  /** The revision that the terms of now are of; null where there are none. */
  seen: number | null;
  turns: { content: string }[];
}

/** A conversation whose terms are missing or of another revision, with the terms that it should have. */
export interface SearchRow {
  id: string;
  number: number;
  revision: number;
  seen: number | null;
  terms: string;
}

/** The next conversations after `after` that are not searchable as they stand, in the order of their ids. */
export async function readUnsearchable(
  client: ClientBase,
  projectId: string,
  after: string,
  limit: number,
): Promise<SearchRow[]> {
  const { rows } = await client.query<SearchSource>(
    `SELECT late.id, late.number, late.external_id, late.head_revision AS revision, late.seen, revision.turns FROM (
       SELECT * FROM (
         SELECT id, number, external_id, head_revision, (
           SELECT conversation_search.revision FROM conversation_search WHERE conversation_search.conversation_id = conversation.id
         ) AS seen FROM conversation WHERE project_id = $1 AND id > $2 ORDER BY id
       ) each WHERE seen IS DISTINCT FROM head_revision LIMIT $3
     ) late JOIN revision ON revision.conversation_id = late.id AND revision.number = late.head_revision ORDER BY late.id`,
    [projectId, after, limit],
  );
  return rows.map(({ id, number, external_id, revision, seen, turns }) => ({
    id,
    number,
    revision,
    seen,
    terms: searchTerms(partsOf(turns, external_id), projectId),
  }));
}

/** Writes terms, except where somebody has written newer ones since they were read. */
export async function writeSearchRows(
  client: ClientBase,
  projectId: string,
  rows: readonly SearchRow[],
): Promise<void> {
  const write = (text: string, some: readonly SearchRow[]) =>
    client.query(text, [
      projectId,
      some.map(({ id }) => id),
      some.map(({ number }) => number),
      some.map(({ revision }) => revision),
      some.map(({ seen }) => seen),
      some.map(({ terms }) => terms),
    ]);
  const given =
    "unnest($2::uuid[], $3::int[], $4::int[], $5::int[], $6::text[]) AS given (id, number, revision, seen, terms)";
  const fresh = rows.filter(({ seen }) => seen === null);
  const old = rows.filter(({ seen }) => seen !== null);
  if (fresh.length > 0)
    await write(
      `INSERT INTO conversation_search (conversation_id, project_id, number, revision, terms)
       SELECT given.id, $1::uuid, given.number, given.revision, given.terms::tsvector FROM ${given} ON CONFLICT DO NOTHING`,
      fresh,
    );
  if (old.length > 0)
    await write(
      `UPDATE conversation_search SET revision = given.revision, terms = given.terms::tsvector FROM ${given}
       WHERE conversation_search.conversation_id = given.id AND conversation_search.project_id = $1 AND conversation_search.revision = given.seen`,
      old,
    );
}

/** Makes one conversation searchable by its new text, in the transaction that gave it. */
export async function writeSearchRow(
  tx: Transaction,
  conversationId: string,
  revision: number,
  turns: readonly { content: string }[],
): Promise<void> {
  const { projectId, externalId, number } = await tx.conversation.findUniqueOrThrow({
    where: { id: conversationId },
    select: { projectId: true, externalId: true, number: true },
  });
  const terms = searchTerms(partsOf(turns, externalId), projectId);
  await tx.$executeRaw`
    INSERT INTO conversation_search (conversation_id, project_id, number, revision, terms)
    VALUES (${conversationId}::uuid, ${projectId}::uuid, ${number}, ${revision}, ${terms}::tsvector)
    ON CONFLICT (conversation_id) DO UPDATE SET revision = excluded.revision, terms = excluded.terms`;
}

function partsOf(turns: readonly { content: string }[], externalId: string | null): string[] {
  const texts = turns.map(({ content }) => content);
  return externalId === null ? texts : [...texts, externalId];
}
