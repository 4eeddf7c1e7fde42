-- Review: who is asked, what was rated and shown, comments, saved views, bulk acts, and the two columns that counting
-- in memory follows.

ALTER TABLE "project" ADD COLUMN "kind" TEXT NOT NULL DEFAULT 'work', ADD COLUMN "blind" BOOLEAN NOT NULL DEFAULT false,
  ADD COLUMN "hide_scores" BOOLEAN NOT NULL DEFAULT false, ADD COLUMN "ratings" TEXT[] DEFAULT ARRAY[]::TEXT[];
ALTER TABLE "project" ADD CONSTRAINT "project_kind_check" CHECK ("kind" IN ('work', 'practice', 'sample'));

ALTER TABLE "conversation" ADD COLUMN "method" TEXT, ADD COLUMN "assignee_id" UUID, ADD COLUMN "number" SERIAL NOT NULL,
  ADD COLUMN "changed_in" xid8 NOT NULL DEFAULT pg_current_xact_id();

ALTER TABLE "decision" ADD COLUMN "ratings" JSONB, ADD COLUMN "shown" JSON;

CREATE TABLE "comment" (
    "id" UUID NOT NULL,
    "project_id" UUID NOT NULL,
    "conversation_id" UUID NOT NULL,
    "revision" INTEGER NOT NULL,
    "user_id" UUID,
    "body" TEXT NOT NULL,
    "withdrawn" BOOLEAN NOT NULL DEFAULT false,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "comment_pkey" PRIMARY KEY ("id")
);

CREATE TABLE "saved_view" (
    "id" UUID NOT NULL,
    "project_id" UUID NOT NULL,
    "user_id" UUID,
    "name" TEXT NOT NULL,
    "query" TEXT NOT NULL,
    "shared" BOOLEAN NOT NULL DEFAULT false,
    "version" INTEGER NOT NULL DEFAULT 1,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "deleted_at" TIMESTAMPTZ(3),

    CONSTRAINT "saved_view_pkey" PRIMARY KEY ("id")
);

CREATE TABLE "bulk_act" (
    "id" UUID NOT NULL,
    "project_id" UUID NOT NULL,
    "user_id" UUID,
    "actor_kind" TEXT NOT NULL,
    "act" JSON NOT NULL,
    "effect" JSON NOT NULL,
    "state" TEXT NOT NULL,
    "total" INTEGER NOT NULL,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "finished_at" TIMESTAMPTZ(3),

    CONSTRAINT "bulk_act_pkey" PRIMARY KEY ("id")
);

CREATE TABLE "bulk_item" (
    "bulk_id" UUID NOT NULL,
    "conversation_id" UUID NOT NULL,
    "version" INTEGER NOT NULL,
    "outcome" TEXT,

    CONSTRAINT "bulk_item_pkey" PRIMARY KEY ("bulk_id","conversation_id")
);

CREATE INDEX "comment_conversation_id_id_idx" ON "comment"("conversation_id", "id");
CREATE INDEX "saved_view_project_id_id_idx" ON "saved_view"("project_id", "id");
CREATE INDEX "bulk_act_project_id_id_idx" ON "bulk_act"("project_id", "id");
CREATE INDEX "bulk_item_conversation_id_idx" ON "bulk_item"("conversation_id");

ALTER TABLE "bulk_item" ADD CONSTRAINT "bulk_item_bulk_id_fkey" FOREIGN KEY ("bulk_id") REFERENCES "bulk_act"("id") ON DELETE CASCADE ON UPDATE CASCADE;

ALTER TABLE "bulk_act" ADD CONSTRAINT "bulk_act_state_check" CHECK ("state" IN ('prepared', 'running', 'done', 'undoing', 'undone', 'redoing'));
ALTER TABLE "bulk_item" ADD CONSTRAINT "bulk_item_outcome_check" CHECK ("outcome" IN ('done', 'changed', 'same'));

-- Each update says which transaction wrote it; an insert says so by its default.
CREATE FUNCTION "mark_changed"() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  NEW."changed_in" := pg_current_xact_id();
  RETURN NEW;
END
$$;
CREATE TRIGGER "conversation_changed" BEFORE UPDATE ON "conversation" FOR EACH ROW EXECUTE FUNCTION "mark_changed"();
CREATE INDEX "conversation_changed_in_idx" ON "conversation" ("project_id", "changed_in");
