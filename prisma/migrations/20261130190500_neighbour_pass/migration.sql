-- How the neighbours of a project were found last.
CREATE TABLE "neighbour_pass" (
  "project_id" UUID NOT NULL,
  "basis" TEXT NOT NULL,
  "items" INTEGER NOT NULL,
  "exact" BOOLEAN NOT NULL,
  "recall" DOUBLE PRECISION,
  "computed_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
  CONSTRAINT "neighbour_pass_pkey" PRIMARY KEY ("project_id")
);
