-- Full-text search: one row of terms for each conversation, and how far they have come.

CREATE TABLE "conversation_search" (
    "conversation_id" UUID NOT NULL,
    "project_id" UUID NOT NULL,
    "number" INTEGER NOT NULL,
    "revision" INTEGER NOT NULL,
    "terms" tsvector NOT NULL,

    CONSTRAINT "conversation_search_pkey" PRIMARY KEY ("conversation_id")
);

CREATE TABLE "search_progress" (
    "project_id" UUID NOT NULL,
    "state" TEXT NOT NULL,
    "done" INTEGER NOT NULL DEFAULT 0,
    "updated_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "search_progress_pkey" PRIMARY KEY ("project_id")
);

-- The terms lie apart from the rows, so that listing the numbers of a word's rows reads 80 bytes a row; and as they are,
-- since what a test of one row would unpack is read more often than written.
ALTER TABLE "conversation_search" SET (toast_tuple_target = 128);
ALTER TABLE "conversation_search" ALTER COLUMN "terms" SET STORAGE EXTERNAL;

CREATE INDEX "conversation_search_terms_idx" ON "conversation_search" USING GIN ("terms");

ALTER TABLE "conversation_search" ADD CONSTRAINT "conversation_search_conversation_id_fkey" FOREIGN KEY ("conversation_id") REFERENCES "conversation"("id") ON DELETE CASCADE ON UPDATE CASCADE;
ALTER TABLE "search_progress" ADD CONSTRAINT "search_progress_state_check" CHECK ("state" IN ('waiting', 'active', 'idle'));
