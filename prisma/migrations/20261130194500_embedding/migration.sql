-- What embedding models said of texts, for all projects: kept under the hash of the text, and never changed.
CREATE TABLE "embedding" (
  "connection_id" UUID NOT NULL,
  "model" TEXT NOT NULL,
  "sha256" BYTEA NOT NULL,
  "dimensions" INTEGER NOT NULL,
  "vector" BYTEA NOT NULL,
  "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
  CONSTRAINT "embedding_pkey" PRIMARY KEY ("connection_id", "model", "sha256")
);

-- How far the texts of a project have been embedded, and what that took.
CREATE TABLE "embedding_progress" (
  "project_id" UUID NOT NULL,
  "connection_id" UUID NOT NULL,
  "model" TEXT NOT NULL,
  "state" TEXT NOT NULL,
  "done" INTEGER NOT NULL DEFAULT 0,
  "total" INTEGER NOT NULL DEFAULT 0,
  "problem" TEXT,
  "texts" BIGINT NOT NULL DEFAULT 0,
  "requests" BIGINT NOT NULL DEFAULT 0,
  "tokens" BIGINT NOT NULL DEFAULT 0,
  "cost" DOUBLE PRECISION,
  "exact" BOOLEAN,
  "recall" DOUBLE PRECISION,
  "updated_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
  CONSTRAINT "embedding_progress_pkey" PRIMARY KEY ("project_id")
);

-- Whose vectors a stored model holds; null for one that holds none.
ALTER TABLE "scoring_model" ADD COLUMN "embedder_connection_id" UUID, ADD COLUMN "embedder_model" TEXT;

-- Every project runs it as soon as it has an embedder, unless it is told not to.
ALTER TABLE "project" ALTER COLUMN "estimators" SET DEFAULT ARRAY['lexical', 'siblings', 'embedding']::TEXT[];
UPDATE "project" SET "estimators" = "estimators" || ARRAY['embedding']::TEXT[] WHERE NOT 'embedding' = ANY ("estimators");
