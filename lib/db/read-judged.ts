import type { Against } from "#lib/schema/agreement.ts";
import type { EstimatorName, MeasureName } from "#lib/schema/score.ts";
import type { Judged } from "#lib/scoring/calibration/judged.ts";
import { type Sql, sql } from "./sql.ts";

/** What is held against what. */
export interface JudgedQuestion {
  projectId: string;
  estimator: EstimatorName;
  measure: MeasureName;
  against: Against;
}

/** One row a culture and version of the estimator: its scores and what people said of the same texts, in the same order. */
export interface JudgedRecord {
  culture: string;
  version: string;
  scores: number[];
  outcomes: number[];
}

/** Which rating a measure is held against. */
const ratingOf = { representativeness: "importance", distinctiveness: "distinctiveness" } as const;

const column = {
  representativeness: sql`score.representativeness`,
  distinctiveness: sql`score.distinctiveness`,
};

/**
 * Scores beside what people said of the same text, gathered by culture. Only fresh scores with a value, and only verdicts and
 * ratings that stand and are of the head revision. One grouped query that reads the decided (or rated) conversations of the
 * project by index, their scores and decisions by key, and nothing of the others. The order
 * within a culture is that of a hash, so that it says nothing.
 */
export function selectJudged({ projectId, estimator, measure, against }: JudgedQuestion): Sql {
  const judged =
    against === "decisions"
      ? sql`
    SELECT conversation.culture_id, conversation.id, score.version, ${column[measure]} AS score, CASE conversation.status WHEN 'accepted' THEN 1 ELSE 0 END AS outcome
    FROM conversation
    JOIN score ON score.conversation_id = conversation.id AND score.estimator = ${estimator} AND score.revision = conversation.head_revision
    WHERE conversation.project_id = ${projectId}::uuid AND conversation.status IN ('accepted', 'rejected') AND EXISTS (
      SELECT FROM decision WHERE decision.conversation_id = conversation.id AND decision.revision = conversation.head_revision
        AND NOT decision.withdrawn AND decision.kind IN ('accept', 'reject'))`
      : sql`
    SELECT conversation.culture_id, conversation.id, score.version, ${column[measure]} AS score, avg(((decision.ratings->>${ratingOf[measure]}::text)::float8 - 1) / 4) AS outcome
    FROM (
      SELECT DISTINCT ON (conversation_id, revision, user_id) * FROM decision
      WHERE project_id = ${projectId}::uuid AND ratings IS NOT NULL AND NOT withdrawn ORDER BY conversation_id, revision, user_id, id DESC
    ) decision
    JOIN conversation ON conversation.id = decision.conversation_id AND conversation.head_revision = decision.revision
    JOIN score ON score.conversation_id = conversation.id AND score.estimator = ${estimator} AND score.revision = conversation.head_revision
    WHERE decision.ratings->>${ratingOf[measure]}::text IS NOT NULL
    GROUP BY conversation.id, score.version, ${column[measure]}`;
  return sql`
    SELECT culture_id AS culture, version, array_agg(score::float8 ORDER BY uuid_hash(id), id) AS scores, array_agg(outcome::float8 ORDER BY uuid_hash(id), id) AS outcomes
    FROM (${judged}) judged WHERE score IS NOT NULL GROUP BY culture_id, version`;
}

/** The rows as items, by the id of the culture. */
export function toJudged(records: readonly JudgedRecord[]): Map<string, Judged[]> {
  const byCulture = new Map<string, Judged[]>();
  for (const { culture, scores, outcomes } of records) {
    const items = byCulture.get(culture) ?? [];
    for (const [index, score] of scores.entries()) items.push({ score, outcome: outcomes[index] ?? 0 });
    byCulture.set(culture, items);
  }
  return byCulture;
}

/** The version of the estimator that most of the items were scored by; null without items. */
export function usualVersion(records: readonly JudgedRecord[]): string | null {
  const counts = new Map<string, number>();
  for (const { version, scores } of records) counts.set(version, (counts.get(version) ?? 0) + scores.length);
  return [...counts].toSorted(([, a], [, b]) => b - a)[0]?.[0] ?? null;
}
