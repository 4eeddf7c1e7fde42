import { sql } from "./sql.ts";

/** The columns of a row and the joins they need; shared by the list and the card. */
export const rowColumns = sql`
  conversation.id, conversation.external_id, conversation.culture_id, conversation.language, conversation.question, conversation.question_key, conversation.source, conversation.method,
  conversation.status, conversation.edited, conversation.flagged, conversation.version, conversation.updated_at,
  conversation.representativeness, conversation.representativeness_percentile, conversation.distinctiveness, conversation.distinctiveness_percentile,
  culture.code AS culture_code, culture.name AS culture_name, culture.endonym AS culture_endonym, culture.languages[1] AS culture_language,
  topic.key AS topic_key, topic.name AS topic_name, layer.name AS topic_layer,
  decider.name AS decided_by, conversation.assignee_id, assignee.name AS assignee_name`;
export const rowJoins = sql`
  JOIN culture ON culture.id = conversation.culture_id
  LEFT JOIN topic ON topic.id = conversation.topic_id
  LEFT JOIN topic layer ON layer.id = topic.parent_id
  LEFT JOIN "user" decider ON decider.id = conversation.decided_by
  LEFT JOIN "user" assignee ON assignee.id = conversation.assignee_id`;
