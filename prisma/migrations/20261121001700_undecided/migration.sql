-- What nobody decided is nearly all pending. The few rows that are not are found here, so that a list of all of them by time
-- of change need not go through everything that somebody decided.
CREATE INDEX "conversation_undecided_idx" ON "conversation" ("project_id", "status", "updated_at", "id") WHERE "decided_by" IS NULL AND "status" <> 'pending';
