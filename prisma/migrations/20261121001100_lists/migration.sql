-- Lists: each order that is offered, alone and after the columns that it is filtered by. An ascending list reads the same
-- index backwards. Partial where most rows hold nothing when they are imported, so that an import does not pay for them.

-- By time of change, within a status: three are merged where a list shows all of them.
CREATE INDEX "conversation_status_updated_idx" ON "conversation" ("project_id", "status", "updated_at", "id");

-- By score, within a culture or a status.
CREATE INDEX "conversation_culture_representativeness_idx" ON "conversation" ("project_id", "culture_id", "representativeness" DESC, "id" DESC) WHERE "representativeness" IS NOT NULL;
CREATE INDEX "conversation_culture_distinctiveness_idx" ON "conversation" ("project_id", "culture_id", "distinctiveness" DESC, "id" DESC) WHERE "distinctiveness" IS NOT NULL;
CREATE INDEX "conversation_status_representativeness_idx" ON "conversation" ("project_id", "status", "representativeness" DESC, "id" DESC) WHERE "representativeness" IS NOT NULL;
CREATE INDEX "conversation_status_distinctiveness_idx" ON "conversation" ("project_id", "status", "distinctiveness" DESC, "id" DESC) WHERE "distinctiveness" IS NOT NULL;

-- By what is thin.
CREATE INDEX "conversation_language_idx" ON "conversation" ("project_id", "language", "id");
CREATE INDEX "conversation_import_idx" ON "conversation" ("project_id", "import_id", "id");
CREATE INDEX "conversation_method_idx" ON "conversation" ("project_id", "method", "id");
CREATE INDEX "conversation_reviewer_idx" ON "conversation" ("project_id", "decided_by", "id") WHERE "decided_by" IS NOT NULL;
CREATE INDEX "conversation_reviewer_updated_idx" ON "conversation" ("project_id", "decided_by", "updated_at", "id") WHERE "decided_by" IS NOT NULL;
CREATE INDEX "conversation_assignee_idx" ON "conversation" ("project_id", "assignee_id", "id") WHERE "assignee_id" IS NOT NULL;
CREATE INDEX "conversation_flagged_idx" ON "conversation" ("project_id", "id") WHERE "flagged";
CREATE INDEX "conversation_edited_idx" ON "conversation" ("project_id", "id") WHERE "edited";
