import type { Pool } from "pg";
import { z } from "zod";
import { readsLikeInstruction } from "#lib/replies/reads-like.ts";
import { Status, Turns } from "#lib/schema/conversation.ts";
import type { ConversationDetail, Sibling, TriageCard } from "#lib/schema/conversation-view.ts";
import { DecisionKind, Ratings, RejectReason, SkipReason } from "#lib/schema/decision.ts";
import { TagKind } from "#lib/schema/tag.ts";
import type { ProjectColumns } from "./columns/project-columns.ts";
import { type Crowd, readCrowds } from "./columns/read-crowds.ts";
import { type HeadlineRecord, type RowRecord, toConversationRow, toHeadlines } from "./conversation-rows.ts";
import { grouped } from "./grouped.ts";
import { readNearTexts } from "./near-texts.ts";
import { readScores } from "./read-scores.ts";
import { readShownScores } from "./read-shown-scores.ts";
import { rowColumns, rowJoins } from "./row-columns.ts";
import { readScoreNotes, type ScoreNotes } from "./score-notes.ts";
import { sql } from "./sql.ts";

const DecisionReason = z.union([RejectReason, SkipReason]);

/** At most so many siblings are shown per other culture, and in all. */
const siblingsPerCulture = 2;
const siblingsInAll = 40;

const noCrowd: Crowd = { representativeness: [], distinctiveness: [] };

interface DetailRecord extends RowRecord {
  culture_id: string;
  turns: unknown;
  head_revision: number;
  metadata: unknown;
}

/**
 * The cards of some conversations of one project, in the order asked for, each with its siblings of other cultures. Eleven
 * indexed queries for all of them together. Ids of other projects are left out.
 */
export async function readTriageCards(
  world: { pool: Pool; columns: ProjectColumns },
  projectId: string,
  userId: string | null,
  ids: readonly string[],
): Promise<TriageCard[]> {
  const { pool } = world;
  if (ids.length === 0) return [];
  const query = sql`
    SELECT ${rowColumns}, conversation.culture_id, conversation.head_revision, conversation.metadata, revision.turns
    FROM conversation ${rowJoins}
    JOIN revision ON revision.conversation_id = conversation.id AND revision.number = conversation.head_revision
    WHERE conversation.project_id = ${projectId} AND conversation.id = ANY(${ids}::uuid[])`;
  const [records, revisions, tags, scores, decisions, comments, siblings, near] = await Promise.all([
    pool.query<DetailRecord>(query.toQuery()),
    readRevisions(pool, ids),
    readTags(pool, ids),
    readScores(pool, ids),
    readDecisions(pool, userId, ids),
    readComments(pool, userId, ids),
    readSiblings(pool, projectId, ids),
    readNearTexts(pool, projectId, ids),
  ]);
  const siblingIds = [...siblings.values()].flatMap((each) => each.map(({ id }) => id));
  const [notes, shownOf, crowds] = await Promise.all([
    readScoreNotes(pool, projectId, [...new Set([...ids, ...siblingIds])]),
    readShownScores(pool, projectId),
    readCrowds(
      world,
      projectId,
      records.rows.map((record) => record.culture_id),
    ),
  ]);
  const byId = new Map(records.rows.map((record) => [record.id, record]));
  return ids.flatMap((id) => {
    const record = byId.get(id);
    if (!record) return [];
    const scored = scores.get(id) ?? [];
    const turns = Turns.parse(record.turns);
    const conversation: ConversationDetail = {
      ...toConversationRow(record, notes(id)),
      turns,
      instructionLike: turns.flatMap(({ content }, place) => (readsLikeInstruction(content) ? [place] : [])),
      headRevision: record.head_revision,
      comments: comments.get(id) ?? [],
      crowd: crowds.get(record.culture_id) ?? noCrowd,
      metadata: z.record(z.string(), z.json()).parse(record.metadata),
      revisions: revisions.get(id) ?? [],
      tags: tags.get(id) ?? [],
      scores: scored,
      shown: shownOf({ cultureId: record.culture_id, scores: scored }),
      near: near.get(id) ?? null,
      decisions: decisions.get(id) ?? [],
    };
    return [{ conversation, siblings: (siblings.get(id) ?? []).map((row) => toSibling(row, notes(row.id))) }];
  });
}

async function readRevisions(pool: Pool, ids: readonly string[]) {
  const { rows } = await pool.query<{
    conversation_id: string;
    number: number;
    parent: number | null;
    author: string | null;
    rewritten: boolean;
    created_at: Date;
  }>(
    `SELECT revision.conversation_id, revision.number, revision.parent, "user".name AS author, revision.rewritten, revision.created_at
     FROM revision LEFT JOIN "user" ON "user".id = revision.author_id WHERE revision.conversation_id = ANY($1::uuid[]) ORDER BY revision.number`,
    [ids],
  );
  return grouped(rows, ({ number, parent, author, rewritten, created_at }) => ({
    number,
    parent,
    author,
    rewritten,
    createdAt: created_at.toISOString(),
  }));
}

async function readTags(pool: Pool, ids: readonly string[]) {
  const { rows } = await pool.query<{
    conversation_id: string;
    id: string;
    key: string;
    name: string;
    parent: string | null;
    kind: string;
  }>(
    `SELECT conversation_tag.conversation_id, tag.id, tag.key, tag.name, parent.name AS parent, tag.kind
     FROM conversation_tag JOIN tag ON tag.id = conversation_tag.tag_id LEFT JOIN tag parent ON parent.id = tag.parent_id
     WHERE conversation_tag.conversation_id = ANY($1::uuid[]) ORDER BY tag.position`,
    [ids],
  );
  return grouped(rows, ({ id, key, name, parent, kind }) => ({
    id,
    key,
    name,
    path: parent === null ? name : `${parent} / ${name}`,
    kind: TagKind.parse(kind),
  }));
}

async function readDecisions(pool: Pool, userId: string | null, ids: readonly string[]) {
  const { rows } = await pool.query<{
    conversation_id: string;
    id: string;
    kind: string;
    reason: string | null;
    note: string | null;
    ratings: unknown;
    revision: number;
    person: string | null;
    user_id: string | null;
    created_at: Date;
  }>(
    `SELECT decision.conversation_id, decision.id, decision.kind, decision.reason, decision.note, decision.ratings, decision.revision, "user".name AS person, decision.user_id, decision.created_at
     FROM decision LEFT JOIN "user" ON "user".id = decision.user_id
     WHERE decision.conversation_id = ANY($1::uuid[]) AND NOT decision.withdrawn ORDER BY decision.id DESC`,
    [ids],
  );
  return grouped(rows, (row) => ({
    id: row.id,
    kind: DecisionKind.parse(row.kind),
    reason: row.reason === null ? null : DecisionReason.parse(row.reason),
    note: row.note,
    ratings: row.ratings === null ? null : Ratings.parse(row.ratings),
    revision: row.revision,
    person: row.person,
    mine: row.user_id === userId,
    createdAt: row.created_at.toISOString(),
  }));
}

async function readComments(pool: Pool, userId: string | null, ids: readonly string[]) {
  const { rows } = await pool.query<{
    conversation_id: string;
    id: string;
    body: string;
    revision: number;
    person: string | null;
    user_id: string | null;
    created_at: Date;
  }>(
    `SELECT comment.conversation_id, comment.id, comment.body, comment.revision, "user".name AS person, comment.user_id, comment.created_at
     FROM comment LEFT JOIN "user" ON "user".id = comment.user_id
     WHERE comment.conversation_id = ANY($1::uuid[]) AND NOT comment.withdrawn ORDER BY comment.id`,
    [ids],
  );
  return grouped(rows, ({ id, body, revision, person, user_id, created_at }) => ({
    id,
    body,
    revision,
    person,
    mine: user_id === userId,
    createdAt: created_at.toISOString(),
  }));
}

interface SiblingRecord extends HeadlineRecord {
  conversation_id: string;
  id: string;
  code: string;
  name: string;
  endonym: string;
  culture_language: string;
  language: string;
  status: string;
  edited: boolean;
  turns: unknown;
}

async function readSiblings(pool: Pool, projectId: string, ids: readonly string[]) {
  const { rows } = await pool.query<SiblingRecord>(
    `SELECT own.id AS conversation_id, sibling.*, revision.turns FROM conversation own
     CROSS JOIN LATERAL (
       SELECT ranked.* FROM (
         SELECT other.id, other.language, other.status, other.edited, other.head_revision, other.representativeness, other.representativeness_percentile,
           other.distinctiveness, other.distinctiveness_percentile, culture.code, culture.name, culture.endonym, culture.languages[1] AS culture_language,
           row_number() OVER (PARTITION BY other.culture_id ORDER BY (other.language = own.language) DESC, (other.status = 'accepted') DESC, other.id) AS place
         FROM conversation other JOIN culture ON culture.id = other.culture_id
         WHERE other.project_id = own.project_id AND other.question_key = own.question_key AND other.culture_id <> own.culture_id
       ) ranked WHERE ranked.place <= ${siblingsPerCulture} ORDER BY ranked.place, ranked.name LIMIT ${siblingsInAll}
     ) sibling
     JOIN revision ON revision.conversation_id = sibling.id AND revision.number = sibling.head_revision
     WHERE own.project_id = $1 AND own.id = ANY($2::uuid[]) AND own.question_key IS NOT NULL
     ORDER BY sibling.place, sibling.name`,
    [projectId, ids],
  );
  return grouped(rows, (row) => row);
}

function toSibling(row: SiblingRecord, notes: ScoreNotes): Sibling {
  return {
    id: row.id,
    culture: { code: row.code, name: row.name, endonym: row.endonym, language: row.culture_language },
    language: row.language,
    status: Status.parse(row.status),
    edited: row.edited,
    turns: Turns.parse(row.turns),
    ...toHeadlines(row, notes),
  };
}
