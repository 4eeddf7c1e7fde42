-- Questions of which an answer has changed since their siblings were compared.
CREATE TABLE "stale_question" (
  "project_id" UUID NOT NULL,
  "question_key" TEXT NOT NULL,
  "event_number" BIGINT NOT NULL,
  CONSTRAINT "stale_question_pkey" PRIMARY KEY ("project_id", "question_key")
);
