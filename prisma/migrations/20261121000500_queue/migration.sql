-- The queue of triage: one's own assignments, then what nobody is asked to decide, culture by culture. Only pending rows are
-- in these indexes, so a decision takes its row out and no claim walks over what is done.
CREATE INDEX "conversation_assigned_idx" ON "conversation" ("project_id", "assignee_id", "id") WHERE "status" = 'pending' AND "assignee_id" IS NOT NULL;
CREATE INDEX "conversation_queue_idx" ON "conversation" ("project_id", "culture_id", "id") WHERE "status" = 'pending' AND "assignee_id" IS NULL;
CREATE INDEX "decision_not_my_culture_idx" ON "decision" ("project_id", "user_id", "conversation_id") WHERE "reason" = 'not-my-culture' AND NOT "withdrawn";
