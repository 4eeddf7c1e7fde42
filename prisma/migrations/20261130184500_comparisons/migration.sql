-- Which of two answers is more so: what people say of pairs, side by side.
CREATE TABLE "comparison" (
  "id" UUID NOT NULL,
  "project_id" UUID NOT NULL,
  "question_key" TEXT NOT NULL,
  "asked" TEXT NOT NULL,
  "first_id" UUID NOT NULL,
  "second_id" UUID NOT NULL,
  "first_revision" INTEGER NOT NULL,
  "second_revision" INTEGER NOT NULL,
  "preferred" TEXT NOT NULL,
  "user_id" UUID,
  "shown" JSON,
  "withdrawn" BOOLEAN NOT NULL DEFAULT false,
  "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
  CONSTRAINT "comparison_pkey" PRIMARY KEY ("id"),
  CONSTRAINT "comparison_asked_check" CHECK ("asked" IN ('typical', 'specific')),
  CONSTRAINT "comparison_preferred_check" CHECK ("preferred" IN ('first', 'second', 'both', 'neither'))
);
CREATE INDEX "comparison_question_idx" ON "comparison" ("project_id", "question_key", "asked", "id");
