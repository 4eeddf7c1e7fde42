-- What somebody has decided or skipped of the conversations that are still pending: two small sets.
CREATE INDEX "decision_skipped_idx" ON "decision" ("project_id", "user_id", "conversation_id") WHERE "kind" = 'skip' AND NOT "withdrawn";
CREATE INDEX "conversation_begun_idx" ON "conversation" ("project_id", "id") WHERE "status" = 'pending' AND "decision_count" > 0;
