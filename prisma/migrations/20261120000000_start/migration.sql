-- CreateSchema
CREATE SCHEMA IF NOT EXISTS "public";

-- CreateTable
CREATE TABLE "user" (
    "id" UUID NOT NULL,
    "name" TEXT NOT NULL,
    "email" TEXT NOT NULL,
    "email_verified" BOOLEAN NOT NULL DEFAULT false,
    "image" TEXT,
    "owner" BOOLEAN NOT NULL DEFAULT false,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "updated_at" TIMESTAMPTZ(3) NOT NULL,
    "deactivated_at" TIMESTAMPTZ(3),

    CONSTRAINT "user_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "session" (
    "id" UUID NOT NULL,
    "token" TEXT NOT NULL,
    "user_id" UUID NOT NULL,
    "expires_at" TIMESTAMPTZ(3) NOT NULL,
    "ip_address" TEXT,
    "user_agent" TEXT,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "updated_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "session_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "account" (
    "id" UUID NOT NULL,
    "account_id" TEXT NOT NULL,
    "provider_id" TEXT NOT NULL,
    "user_id" UUID NOT NULL,
    "access_token" TEXT,
    "refresh_token" TEXT,
    "id_token" TEXT,
    "access_token_expires_at" TIMESTAMPTZ(3),
    "refresh_token_expires_at" TIMESTAMPTZ(3),
    "scope" TEXT,
    "password" TEXT,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "updated_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "account_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "verification" (
    "id" UUID NOT NULL,
    "identifier" TEXT NOT NULL,
    "value" TEXT NOT NULL,
    "expires_at" TIMESTAMPTZ(3) NOT NULL,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "updated_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "verification_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "rate_limit" (
    "id" UUID NOT NULL,
    "key" TEXT NOT NULL,
    "count" INTEGER NOT NULL,
    "last_request" BIGINT NOT NULL,

    CONSTRAINT "rate_limit_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "invitation" (
    "id" UUID NOT NULL,
    "token_hash" TEXT NOT NULL,
    "kind" TEXT NOT NULL,
    "project_id" UUID,
    "role" TEXT,
    "email" TEXT,
    "created_by" UUID,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "expires_at" TIMESTAMPTZ(3) NOT NULL,
    "accepted_at" TIMESTAMPTZ(3),
    "accepted_by" UUID,
    "revoked_at" TIMESTAMPTZ(3),

    CONSTRAINT "invitation_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "api_token" (
    "id" UUID NOT NULL,
    "token_hash" TEXT NOT NULL,
    "name" TEXT NOT NULL,
    "role" TEXT NOT NULL,
    "user_id" UUID NOT NULL,
    "project_id" UUID,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "last_used_at" TIMESTAMPTZ(3),
    "revoked_at" TIMESTAMPTZ(3),

    CONSTRAINT "api_token_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "project" (
    "id" UUID NOT NULL,
    "slug" TEXT NOT NULL,
    "name" TEXT NOT NULL,
    "description" TEXT NOT NULL DEFAULT '',
    "guideline" TEXT NOT NULL DEFAULT '',
    "overlap" INTEGER NOT NULL DEFAULT 1,
    "distinctiveness_estimator" TEXT NOT NULL DEFAULT 'auto',
    "shown_distinctiveness" TEXT NOT NULL DEFAULT 'lexical',
    "version" INTEGER NOT NULL DEFAULT 1,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "deleted_at" TIMESTAMPTZ(3),

    CONSTRAINT "project_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "membership" (
    "project_id" UUID NOT NULL,
    "user_id" UUID NOT NULL,
    "role" TEXT NOT NULL,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "membership_pkey" PRIMARY KEY ("project_id","user_id")
);

-- CreateTable
CREATE TABLE "culture" (
    "id" UUID NOT NULL,
    "project_id" UUID NOT NULL,
    "code" TEXT NOT NULL,
    "kind" TEXT NOT NULL,
    "name" TEXT NOT NULL,
    "endonym" TEXT NOT NULL,
    "demonym" TEXT NOT NULL,
    "own_demonym" TEXT NOT NULL,
    "aliases" TEXT[],
    "languages" TEXT[],
    "zone" TEXT NOT NULL,
    "neighbours" TEXT[],
    "masked_words" TEXT[],
    "version" INTEGER NOT NULL DEFAULT 1,

    CONSTRAINT "culture_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "topic" (
    "id" UUID NOT NULL,
    "project_id" UUID NOT NULL,
    "parent_id" UUID,
    "key" TEXT NOT NULL,
    "name" TEXT NOT NULL,
    "aliases" TEXT[],
    "position" INTEGER NOT NULL,
    "version" INTEGER NOT NULL DEFAULT 1,

    CONSTRAINT "topic_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "tag" (
    "id" UUID NOT NULL,
    "project_id" UUID NOT NULL,
    "parent_id" UUID,
    "key" TEXT NOT NULL,
    "kind" TEXT NOT NULL,
    "name" TEXT NOT NULL,
    "description" TEXT NOT NULL DEFAULT '',
    "position" INTEGER NOT NULL,
    "version" INTEGER NOT NULL DEFAULT 1,
    "merged_into_id" UUID,

    CONSTRAINT "tag_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "conversation" (
    "id" UUID NOT NULL,
    "project_id" UUID NOT NULL,
    "external_id" TEXT,
    "culture_id" UUID NOT NULL,
    "topic_id" UUID,
    "language" TEXT NOT NULL,
    "question_key" TEXT,
    "question" TEXT NOT NULL,
    "source" TEXT,
    "metadata" JSONB NOT NULL DEFAULT '{}',
    "import_id" UUID,
    "content_hash" UUID NOT NULL,
    "status" TEXT NOT NULL DEFAULT 'pending',
    "flagged" BOOLEAN NOT NULL DEFAULT false,
    "edited" BOOLEAN NOT NULL DEFAULT false,
    "version" INTEGER NOT NULL DEFAULT 1,
    "head_revision" INTEGER NOT NULL DEFAULT 1,
    "decision_count" INTEGER NOT NULL DEFAULT 0,
    "decided_by" UUID,
    "representativeness" DOUBLE PRECISION,
    "representativeness_percentile" DOUBLE PRECISION,
    "distinctiveness" DOUBLE PRECISION,
    "distinctiveness_percentile" DOUBLE PRECISION,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "updated_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "conversation_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "revision" (
    "conversation_id" UUID NOT NULL,
    "number" INTEGER NOT NULL,
    "parent" INTEGER,
    "turns" JSON NOT NULL,
    "sha256" TEXT NOT NULL,
    "author_id" UUID,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "revision_pkey" PRIMARY KEY ("conversation_id","number")
);

-- CreateTable
CREATE TABLE "decision" (
    "id" UUID NOT NULL,
    "project_id" UUID NOT NULL,
    "conversation_id" UUID NOT NULL,
    "revision" INTEGER NOT NULL,
    "user_id" UUID,
    "kind" TEXT NOT NULL,
    "reason" TEXT,
    "note" TEXT,
    "withdrawn" BOOLEAN NOT NULL DEFAULT false,
    "event_number" BIGINT NOT NULL,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "decision_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "conversation_tag" (
    "conversation_id" UUID NOT NULL,
    "tag_id" UUID NOT NULL,

    CONSTRAINT "conversation_tag_pkey" PRIMARY KEY ("conversation_id","tag_id")
);

-- CreateTable
CREATE TABLE "lease" (
    "conversation_id" UUID NOT NULL,
    "user_id" UUID NOT NULL,
    "project_id" UUID NOT NULL,
    "expires_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "lease_pkey" PRIMARY KEY ("conversation_id","user_id")
);

-- CreateTable
CREATE TABLE "draft" (
    "id" UUID NOT NULL,
    "conversation_id" UUID NOT NULL,
    "project_id" UUID NOT NULL,
    "user_id" UUID,
    "base_version" INTEGER NOT NULL,
    "turns" JSON NOT NULL,
    "sha256" TEXT NOT NULL,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "draft_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "event" (
    "project_id" UUID NOT NULL,
    "number" BIGINT NOT NULL DEFAULT 0,
    "idempotency_key" UUID NOT NULL,
    "conversation_id" UUID,
    "actor_kind" TEXT NOT NULL,
    "actor_id" UUID,
    "kind" TEXT NOT NULL,
    "subject" BIGINT,
    "from_version" INTEGER,
    "to_version" INTEGER,
    "payload" JSON NOT NULL,
    "previous_hash" TEXT NOT NULL DEFAULT '',
    "hash" TEXT NOT NULL DEFAULT '',
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "event_pkey" PRIMARY KEY ("project_id","number")
);

-- CreateTable
CREATE TABLE "event_chain" (
    "project_id" UUID NOT NULL,
    "number" BIGINT NOT NULL DEFAULT 0,
    "hash" TEXT NOT NULL DEFAULT '',

    CONSTRAINT "event_chain_pkey" PRIMARY KEY ("project_id")
);

-- CreateTable
CREATE TABLE "idempotent_answer" (
    "key" UUID NOT NULL,
    "actor" TEXT NOT NULL,
    "request_hash" TEXT NOT NULL,
    "answer" JSON,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "idempotent_answer_pkey" PRIMARY KEY ("actor","key")
);

-- CreateTable
CREATE TABLE "score" (
    "conversation_id" UUID NOT NULL,
    "estimator" TEXT NOT NULL,
    "version" TEXT NOT NULL,
    "revision" INTEGER NOT NULL,
    "representativeness" DOUBLE PRECISION,
    "representativeness_percentile" DOUBLE PRECISION,
    "representativeness_reason" TEXT,
    "distinctiveness" DOUBLE PRECISION,
    "distinctiveness_percentile" DOUBLE PRECISION,
    "distinctiveness_reason" TEXT,
    "parts" JSON NOT NULL,
    "computed_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "score_pkey" PRIMARY KEY ("conversation_id","estimator")
);

-- CreateTable
CREATE TABLE "scoring_model" (
    "project_id" UUID NOT NULL,
    "estimator" TEXT NOT NULL,
    "version" TEXT NOT NULL,
    "items" INTEGER NOT NULL,
    "data" BYTEA NOT NULL,
    "event_number" BIGINT NOT NULL DEFAULT 0,
    "fitted_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "scoring_model_pkey" PRIMARY KEY ("project_id","estimator")
);

-- CreateTable
CREATE TABLE "scoring_progress" (
    "project_id" UUID NOT NULL,
    "state" TEXT NOT NULL,
    "done" INTEGER NOT NULL DEFAULT 0,
    "total" INTEGER NOT NULL DEFAULT 0,
    "updated_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "scoring_progress_pkey" PRIMARY KEY ("project_id")
);

-- CreateTable
CREATE TABLE "import" (
    "id" UUID NOT NULL,
    "project_id" UUID NOT NULL,
    "file_name" TEXT NOT NULL,
    "sha256" TEXT NOT NULL,
    "bytes" BIGINT NOT NULL,
    "state" TEXT NOT NULL,
    "problem" TEXT,
    "container" TEXT,
    "shape" TEXT,
    "mapping" JSONB,
    "labels" JSONB NOT NULL DEFAULT '{}',
    "new_cultures" TEXT NOT NULL DEFAULT 'review',
    "columns" JSONB,
    "notes" JSONB NOT NULL DEFAULT '[]',
    "read" INTEGER NOT NULL DEFAULT 0,
    "inserted" INTEGER NOT NULL DEFAULT 0,
    "updated" INTEGER NOT NULL DEFAULT 0,
    "unchanged" INTEGER NOT NULL DEFAULT 0,
    "rejected" INTEGER NOT NULL DEFAULT 0,
    "committed_line" INTEGER NOT NULL DEFAULT 0,
    "created_by" UUID,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "finished_at" TIMESTAMPTZ(3),

    CONSTRAINT "import_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "import_row" (
    "import_id" UUID NOT NULL,
    "line" INTEGER NOT NULL,
    "verdict" TEXT,
    "code" TEXT,
    "field" TEXT,
    "message" TEXT,
    "external_id" TEXT,
    "culture" TEXT,
    "topic" TEXT,
    "language" TEXT,
    "question_key" TEXT,
    "question" TEXT NOT NULL,
    "source" TEXT,
    "content_hash" UUID NOT NULL,
    "norm_hash" UUID NOT NULL,
    "sha256" TEXT NOT NULL,
    "turns" JSON NOT NULL,
    "tags" TEXT,
    "metadata" JSON,
    "notes" TEXT,
    "byte_offset" BIGINT NOT NULL,
    "conversation_id" UUID NOT NULL,

    CONSTRAINT "import_row_pkey" PRIMARY KEY ("import_id","line")
);

-- CreateTable
CREATE TABLE "import_reject" (
    "import_id" UUID NOT NULL,
    "line" INTEGER NOT NULL,
    "byte_offset" BIGINT NOT NULL,
    "code" TEXT NOT NULL,
    "field" TEXT,
    "message" TEXT NOT NULL,
    "excerpt" TEXT NOT NULL,
    "parsed" BOOLEAN NOT NULL,

    CONSTRAINT "import_reject_pkey" PRIMARY KEY ("import_id","line")
);

-- CreateTable
CREATE TABLE "export" (
    "id" UUID NOT NULL,
    "project_id" UUID NOT NULL,
    "format" TEXT NOT NULL,
    "filter" JSONB NOT NULL,
    "state" TEXT NOT NULL,
    "problem" TEXT,
    "rows" INTEGER,
    "left_out" INTEGER,
    "bytes" BIGINT,
    "sha256" TEXT,
    "event_number" BIGINT,
    "manifest" JSON,
    "done" INTEGER NOT NULL DEFAULT 0,
    "total" INTEGER,
    "created_by" UUID,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "finished_at" TIMESTAMPTZ(3),

    CONSTRAINT "export_pkey" PRIMARY KEY ("id")
);

-- CreateIndex
CREATE UNIQUE INDEX "user_email_key" ON "user"("email");

-- CreateIndex
CREATE UNIQUE INDEX "session_token_key" ON "session"("token");

-- CreateIndex
CREATE INDEX "session_user_id_idx" ON "session"("user_id");

-- CreateIndex
CREATE INDEX "account_user_id_idx" ON "account"("user_id");

-- CreateIndex
CREATE INDEX "verification_identifier_idx" ON "verification"("identifier");

-- CreateIndex
CREATE UNIQUE INDEX "rate_limit_key_key" ON "rate_limit"("key");

-- CreateIndex
CREATE UNIQUE INDEX "invitation_token_hash_key" ON "invitation"("token_hash");

-- CreateIndex
CREATE INDEX "invitation_project_id_idx" ON "invitation"("project_id");

-- CreateIndex
CREATE UNIQUE INDEX "api_token_token_hash_key" ON "api_token"("token_hash");

-- CreateIndex
CREATE INDEX "api_token_project_id_idx" ON "api_token"("project_id");

-- CreateIndex
CREATE UNIQUE INDEX "project_slug_key" ON "project"("slug");

-- CreateIndex
CREATE INDEX "membership_user_id_idx" ON "membership"("user_id");

-- CreateIndex
CREATE UNIQUE INDEX "culture_project_id_code_key" ON "culture"("project_id", "code");

-- CreateIndex
CREATE UNIQUE INDEX "topic_project_id_key_key" ON "topic"("project_id", "key");

-- CreateIndex
CREATE UNIQUE INDEX "tag_project_id_key_key" ON "tag"("project_id", "key");

-- CreateIndex
CREATE INDEX "conversation_project_id_id_idx" ON "conversation"("project_id", "id");

-- CreateIndex
CREATE INDEX "conversation_project_id_culture_id_id_idx" ON "conversation"("project_id", "culture_id", "id");

-- CreateIndex
CREATE INDEX "conversation_project_id_status_id_idx" ON "conversation"("project_id", "status", "id");

-- CreateIndex
CREATE INDEX "decision_conversation_id_idx" ON "decision"("conversation_id");

-- CreateIndex
CREATE INDEX "decision_project_id_user_id_conversation_id_idx" ON "decision"("project_id", "user_id", "conversation_id");

-- CreateIndex
CREATE INDEX "conversation_tag_tag_id_conversation_id_idx" ON "conversation_tag"("tag_id", "conversation_id");

-- CreateIndex
CREATE INDEX "lease_project_id_user_id_idx" ON "lease"("project_id", "user_id");

-- CreateIndex
CREATE INDEX "draft_conversation_id_idx" ON "draft"("conversation_id");

-- CreateIndex
CREATE INDEX "event_conversation_id_number_idx" ON "event"("conversation_id", "number");

-- CreateIndex
CREATE INDEX "event_project_id_actor_id_number_idx" ON "event"("project_id", "actor_id", "number");

-- CreateIndex
CREATE INDEX "event_project_id_subject_idx" ON "event"("project_id", "subject");

-- CreateIndex
CREATE INDEX "idempotent_answer_created_at_idx" ON "idempotent_answer"("created_at");

-- CreateIndex
CREATE INDEX "import_project_id_id_idx" ON "import"("project_id", "id");

-- CreateIndex
CREATE INDEX "export_project_id_id_idx" ON "export"("project_id", "id");

-- AddForeignKey
ALTER TABLE "session" ADD CONSTRAINT "session_user_id_fkey" FOREIGN KEY ("user_id") REFERENCES "user"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "account" ADD CONSTRAINT "account_user_id_fkey" FOREIGN KEY ("user_id") REFERENCES "user"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "invitation" ADD CONSTRAINT "invitation_project_id_fkey" FOREIGN KEY ("project_id") REFERENCES "project"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "api_token" ADD CONSTRAINT "api_token_user_id_fkey" FOREIGN KEY ("user_id") REFERENCES "user"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "api_token" ADD CONSTRAINT "api_token_project_id_fkey" FOREIGN KEY ("project_id") REFERENCES "project"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "membership" ADD CONSTRAINT "membership_project_id_fkey" FOREIGN KEY ("project_id") REFERENCES "project"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "membership" ADD CONSTRAINT "membership_user_id_fkey" FOREIGN KEY ("user_id") REFERENCES "user"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "culture" ADD CONSTRAINT "culture_project_id_fkey" FOREIGN KEY ("project_id") REFERENCES "project"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "topic" ADD CONSTRAINT "topic_project_id_fkey" FOREIGN KEY ("project_id") REFERENCES "project"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "topic" ADD CONSTRAINT "topic_parent_id_fkey" FOREIGN KEY ("parent_id") REFERENCES "topic"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "tag" ADD CONSTRAINT "tag_project_id_fkey" FOREIGN KEY ("project_id") REFERENCES "project"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "tag" ADD CONSTRAINT "tag_parent_id_fkey" FOREIGN KEY ("parent_id") REFERENCES "tag"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "tag" ADD CONSTRAINT "tag_merged_into_id_fkey" FOREIGN KEY ("merged_into_id") REFERENCES "tag"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "revision" ADD CONSTRAINT "revision_conversation_id_fkey" FOREIGN KEY ("conversation_id") REFERENCES "conversation"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "decision" ADD CONSTRAINT "decision_conversation_id_fkey" FOREIGN KEY ("conversation_id") REFERENCES "conversation"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "conversation_tag" ADD CONSTRAINT "conversation_tag_conversation_id_fkey" FOREIGN KEY ("conversation_id") REFERENCES "conversation"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "conversation_tag" ADD CONSTRAINT "conversation_tag_tag_id_fkey" FOREIGN KEY ("tag_id") REFERENCES "tag"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "score" ADD CONSTRAINT "score_conversation_id_fkey" FOREIGN KEY ("conversation_id") REFERENCES "conversation"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "import" ADD CONSTRAINT "import_project_id_fkey" FOREIGN KEY ("project_id") REFERENCES "project"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "export" ADD CONSTRAINT "export_project_id_fkey" FOREIGN KEY ("project_id") REFERENCES "project"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- What the schema language cannot say ---------------------------------------------------------------------------------

-- Staged lines can be parsed again from the kept file, so they need no write-ahead log.
ALTER TABLE "import_row" SET UNLOGGED;

-- An external id is unique within a project; a conversation without one is known by its content.
CREATE UNIQUE INDEX "conversation_external_id_key" ON "conversation" ("project_id", "external_id") WHERE "external_id" IS NOT NULL;
CREATE UNIQUE INDEX "conversation_content_key" ON "conversation" ("project_id", "content_hash") WHERE "external_id" IS NULL;

-- Siblings: the conversations that share a question.
CREATE INDEX "conversation_question_key_idx" ON "conversation" ("project_id", "question_key") WHERE "question_key" IS NOT NULL;

-- Lists by topic and by score. Rows without a score are listed after all others, by id.
CREATE INDEX "conversation_topic_idx" ON "conversation" ("project_id", "topic_id", "id") WHERE "topic_id" IS NOT NULL;
CREATE INDEX "conversation_representativeness_idx" ON "conversation" ("project_id", "representativeness" DESC, "id" DESC) WHERE "representativeness" IS NOT NULL;
CREATE INDEX "conversation_distinctiveness_idx" ON "conversation" ("project_id", "distinctiveness" DESC, "id" DESC) WHERE "distinctiveness" IS NOT NULL;

-- While a file is being imported into a project, the same bytes are not imported beside it.
CREATE UNIQUE INDEX "import_running_key" ON "import" ("project_id", "sha256") WHERE "state" IN ('uploaded', 'staging', 'review', 'committing');

-- At most one account owns the instance through the set-up link.
CREATE UNIQUE INDEX "user_owner_key" ON "user" ("owner") WHERE "owner";

ALTER TABLE "conversation" ADD CONSTRAINT "conversation_status_check" CHECK ("status" IN ('pending', 'accepted', 'rejected'));
ALTER TABLE "decision" ADD CONSTRAINT "decision_kind_check" CHECK ("kind" IN ('accept', 'reject', 'skip', 'flag'));
ALTER TABLE "membership" ADD CONSTRAINT "membership_role_check" CHECK ("role" IN ('viewer', 'annotator', 'curator', 'admin'));

-- The text over which an event's hash is taken. Unit separators keep neighbouring fields apart.
CREATE FUNCTION "event_text"("event" "event") RETURNS text LANGUAGE sql IMMUTABLE AS $$
  SELECT concat_ws(E'\x1f', "event"."project_id", "event"."number", "event"."idempotency_key", coalesce("event"."conversation_id"::text, ''),
    "event"."actor_kind", coalesce("event"."actor_id"::text, ''), "event"."kind", coalesce("event"."subject"::text, ''), coalesce("event"."from_version"::text, ''),
    coalesce("event"."to_version"::text, ''), "event"."payload"::text, "event"."previous_hash")
$$;

-- Numbers and chains each event. The chain row is locked until commit, so numbers follow the order of commits without gaps.
CREATE FUNCTION "chain_event"() RETURNS trigger LANGUAGE plpgsql AS $$
DECLARE
  head "event_chain"%ROWTYPE;
BEGIN
  INSERT INTO "event_chain" ("project_id") VALUES (NEW."project_id") ON CONFLICT DO NOTHING;
  SELECT * INTO head FROM "event_chain" WHERE "project_id" = NEW."project_id" FOR UPDATE;
  NEW."number" := head."number" + 1;
  NEW."previous_hash" := head."hash";
  NEW."hash" := encode(sha256(convert_to("event_text"(NEW), 'UTF8')), 'hex');
  UPDATE "event_chain" SET "number" = NEW."number", "hash" = NEW."hash" WHERE "project_id" = NEW."project_id";
  RETURN NEW;
END
$$;
CREATE TRIGGER "event_chain" BEFORE INSERT ON "event" FOR EACH ROW EXECUTE FUNCTION "chain_event"();

-- Events and revisions are appended, never changed.
CREATE FUNCTION "refuse_change"() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  RAISE EXCEPTION '% is append-only', TG_TABLE_NAME USING ERRCODE = 'integrity_constraint_violation';
END
$$;
CREATE TRIGGER "event_append_only" BEFORE UPDATE OR DELETE ON "event" FOR EACH ROW EXECUTE FUNCTION "refuse_change"();
CREATE TRIGGER "revision_append_only" BEFORE UPDATE OR DELETE ON "revision" FOR EACH ROW EXECUTE FUNCTION "refuse_change"();

-- A conversation belongs to a project, and its culture and topic are of that project. Checked once per statement, with the
-- same locks a foreign key takes, since a million rows come in few statements.
CREATE FUNCTION "hold_references"() RETURNS trigger LANGUAGE plpgsql AS $$
DECLARE
  missing text;
BEGIN
  PERFORM 1 FROM "project" WHERE "id" IN (SELECT DISTINCT "project_id" FROM "fresh") FOR KEY SHARE;
  PERFORM 1 FROM "culture" WHERE "id" IN (SELECT DISTINCT "culture_id" FROM "fresh") FOR KEY SHARE;
  PERFORM 1 FROM "topic" WHERE "id" IN (SELECT DISTINCT "topic_id" FROM "fresh") FOR KEY SHARE;
  SELECT 'culture ' || "used"."culture_id" INTO missing FROM (SELECT DISTINCT "project_id", "culture_id" FROM "fresh") "used"
    WHERE NOT EXISTS (SELECT 1 FROM "culture" WHERE "culture"."id" = "used"."culture_id" AND "culture"."project_id" = "used"."project_id") LIMIT 1;
  IF missing IS NULL THEN
    SELECT 'topic ' || "used"."topic_id" INTO missing FROM (SELECT DISTINCT "project_id", "topic_id" FROM "fresh" WHERE "topic_id" IS NOT NULL) "used"
      WHERE NOT EXISTS (SELECT 1 FROM "topic" WHERE "topic"."id" = "used"."topic_id" AND "topic"."project_id" = "used"."project_id") LIMIT 1;
  END IF;
  IF missing IS NOT NULL THEN
    RAISE EXCEPTION 'the % is not of the conversation''s project', missing USING ERRCODE = 'foreign_key_violation';
  END IF;
  RETURN NULL;
END
$$;
CREATE TRIGGER "conversation_references" AFTER INSERT ON "conversation" REFERENCING NEW TABLE AS "fresh" FOR EACH STATEMENT EXECUTE FUNCTION "hold_references"();

-- The other end: what conversations refer to cannot be deleted.
CREATE FUNCTION "refuse_used"() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF (TG_TABLE_NAME = 'culture' AND EXISTS (SELECT 1 FROM "conversation" WHERE "project_id" = OLD."project_id" AND "culture_id" = OLD."id"))
    OR (TG_TABLE_NAME = 'topic' AND EXISTS (SELECT 1 FROM "conversation" WHERE "project_id" = OLD."project_id" AND "topic_id" = OLD."id")) THEN
    RAISE EXCEPTION 'the % is used by conversations', TG_TABLE_NAME USING ERRCODE = 'foreign_key_violation';
  END IF;
  RETURN OLD;
END
$$;
CREATE TRIGGER "culture_used" BEFORE DELETE ON "culture" FOR EACH ROW EXECUTE FUNCTION "refuse_used"();
CREATE TRIGGER "topic_used" BEFORE DELETE ON "topic" FOR EACH ROW EXECUTE FUNCTION "refuse_used"();
