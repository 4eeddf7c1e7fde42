import type { ClientBase } from "pg";
import { z } from "zod";
import { copyOut } from "#lib/db/copy-out.ts";
import type { ExportSource } from "#lib/export/writer.ts";
import { Status } from "#lib/schema/conversation.ts";
import { EstimatorName, textEstimators } from "#lib/schema/score.ts";

const select = (names: readonly EstimatorName[]) => `
  SELECT conversation.id, conversation.external_id, culture.code, conversation.language, topic.key, conversation.question_key, conversation.source, conversation.method,
    conversation.status, conversation.version, revision.turns,
    (SELECT json_agg(tag.key ORDER BY tag.key) FROM conversation_tag JOIN tag ON tag.id = conversation_tag.tag_id WHERE conversation_tag.conversation_id = conversation.id),
    ${names.map((name) => `${name}.representativeness, ${name}.distinctiveness, ${name}.parts`).join(", ")}
  FROM chosen
  JOIN conversation ON conversation.id = chosen.id
  JOIN revision ON revision.conversation_id = conversation.id AND revision.number = conversation.head_revision
  JOIN culture ON culture.id = conversation.culture_id
  LEFT JOIN topic ON topic.id = conversation.topic_id
  ${names.map((name) => `LEFT JOIN score ${name} ON ${name}.conversation_id = conversation.id AND ${name}.estimator = '${name}'`).join(" ")}
  ORDER BY chosen.id`;

const fixed = 12;
const Tags = z.array(z.string());
const Parts = z.record(z.string(), z.json());

/** The estimators that a project has been scored by, people's ratings among them, and those that score every project. */
export async function listEstimatorsOf(client: ClientBase, projectId: string): Promise<EstimatorName[]> {
  const { rows } = await client.query<{ estimator: string }>(
    `SELECT estimator FROM scoring_model WHERE project_id = $1
     UNION SELECT 'human' WHERE EXISTS (SELECT FROM decision WHERE project_id = $1 AND ratings IS NOT NULL)`,
    [projectId],
  );
  const fitted = new Set<string>([...textEstimators, ...rows.map(({ estimator }) => estimator)]);
  return EstimatorName.options.filter((name) => fitted.has(name));
}

/**
 * The rows chosen in the open snapshot, in the order of their ids, in batches. Every row has the estimators named, null where
 * one has no score, so that all lines of a file have the same keys.
 */
export async function* readExportRows(
  client: ClientBase,
  names: readonly EstimatorName[],
): AsyncGenerator<ExportSource[], void, void> {
  for await (const batch of copyOut(client, select(names))) yield batch.map((fields) => toSource(fields, names));
}

function toSource(fields: readonly (string | null)[], names: readonly EstimatorName[]): ExportSource {
  const [id, externalId, culture, language, topic, questionKey, source, method, status, version, turns, tags] = fields;
  const scores: ExportSource["scores"] = {};
  names.forEach((name, index) => {
    const [representativeness, distinctiveness, parts] = fields.slice(fixed + index * 3, fixed + index * 3 + 3);
    scores[name] = {
      representativeness: toNumber(representativeness),
      distinctiveness: toNumber(distinctiveness),
      ...(parts == null ? {} : Parts.parse(JSON.parse(parts))),
    };
  });
  return {
    id: required(id),
    externalId: externalId ?? null,
    culture: required(culture),
    language: required(language),
    topic: topic ?? null,
    questionKey: questionKey ?? null,
    source: source ?? null,
    method: method ?? null,
    status: Status.parse(status),
    turnsJson: required(turns),
    tags: tags == null ? [] : Tags.parse(JSON.parse(tags)),
    scores,
    version: Number(version),
  };
}

function toNumber(field: string | null | undefined): number | null {
  return field == null ? null : Number(field);
}

function required(field: string | null | undefined): string {
  if (field == null) throw new RangeError("The database sent null for a column that is never null");
  return field;
}
