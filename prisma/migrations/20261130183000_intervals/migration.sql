-- Intervals of scores, and who is near whom.
ALTER TABLE "score"
  ADD COLUMN "representativeness_low" DOUBLE PRECISION,
  ADD COLUMN "representativeness_high" DOUBLE PRECISION,
  ADD COLUMN "distinctiveness_low" DOUBLE PRECISION,
  ADD COLUMN "distinctiveness_high" DOUBLE PRECISION;

CREATE TABLE "neighbour" (
  "conversation_id" UUID NOT NULL,
  "project_id" UUID NOT NULL,
  "basis" TEXT NOT NULL,
  "revision" INTEGER NOT NULL,
  "home" JSON NOT NULL,
  "abroad" JSON NOT NULL,
  "nearest_home" DOUBLE PRECISION,
  "nearest_abroad" DOUBLE PRECISION,
  "same_in" INTEGER NOT NULL DEFAULT 0,
  "compared" INTEGER NOT NULL DEFAULT 0,
  CONSTRAINT "neighbour_pkey" PRIMARY KEY ("conversation_id")
);
CREATE INDEX "neighbour_same_in_idx" ON "neighbour" ("project_id", "same_in" DESC, "conversation_id");
CREATE INDEX "neighbour_nearest_home_idx" ON "neighbour" ("project_id", "nearest_home" DESC, "conversation_id");
ALTER TABLE "neighbour" ADD CONSTRAINT "neighbour_conversation_id_fkey" FOREIGN KEY ("conversation_id") REFERENCES "conversation" ("id") ON DELETE CASCADE ON UPDATE CASCADE;
