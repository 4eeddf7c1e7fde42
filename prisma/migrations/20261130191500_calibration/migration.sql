-- Which estimators are run and which of them feeds which column.
ALTER TABLE "project"
  ADD COLUMN "estimators" TEXT[] DEFAULT ARRAY['lexical', 'siblings']::TEXT[],
  ADD COLUMN "representativeness_estimator" TEXT NOT NULL DEFAULT 'auto',
  ADD COLUMN "shown_representativeness" TEXT NOT NULL DEFAULT 'lexical';

-- How scores are calibrated to what people said.
CREATE TABLE "calibration" (
  "id" UUID NOT NULL,
  "project_id" UUID NOT NULL,
  "estimator" TEXT NOT NULL,
  "estimator_version" TEXT NOT NULL,
  "measure" TEXT NOT NULL,
  "culture_id" UUID,
  "version" INTEGER NOT NULL,
  "against" TEXT NOT NULL,
  "method" TEXT NOT NULL,
  "items" INTEGER NOT NULL,
  "xs" DOUBLE PRECISION[],
  "ys" DOUBLE PRECISION[],
  "slope" DOUBLE PRECISION,
  "intercept" DOUBLE PRECISION,
  "brier_raw" DOUBLE PRECISION NOT NULL,
  "brier_calibrated" DOUBLE PRECISION NOT NULL,
  "active" BOOLEAN NOT NULL DEFAULT false,
  "created_by" UUID,
  "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
  CONSTRAINT "calibration_pkey" PRIMARY KEY ("id")
);
CREATE INDEX "calibration_project_idx" ON "calibration" ("project_id", "estimator", "measure", "id");
CREATE UNIQUE INDEX "calibration_version_key" ON "calibration" ("project_id", "estimator", "measure", "culture_id", "version") NULLS NOT DISTINCT;
CREATE UNIQUE INDEX "calibration_active_key" ON "calibration" ("project_id", "estimator", "measure", "culture_id") NULLS NOT DISTINCT WHERE "active";

-- The few decisions with ratings, from which the estimator "human" is made.
CREATE INDEX "decision_rated_idx" ON "decision" ("project_id", "conversation_id") WHERE "ratings" IS NOT NULL;
