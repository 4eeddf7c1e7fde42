-- Runs: the execution of a method. Items are made once; every call to a model is an attempt, written before it is made.
CREATE TABLE "run" (
  "id" UUID NOT NULL,
  "project_id" UUID NOT NULL,
  "number" INTEGER NOT NULL,
  "method" TEXT NOT NULL,
  "title" TEXT NOT NULL,
  "options" JSON NOT NULL,
  "seed" BIGINT NOT NULL,
  "models" JSON NOT NULL,
  "prompts" JSON NOT NULL,
  "state" TEXT NOT NULL,
  "reason" TEXT,
  "trial" BOOLEAN NOT NULL DEFAULT false,
  "simulated" BOOLEAN NOT NULL DEFAULT false,
  "budget_micros" BIGINT,
  "max_calls" INTEGER,
  "concurrency" INTEGER NOT NULL,
  "requested" INTEGER NOT NULL DEFAULT 0,
  "done" INTEGER NOT NULL DEFAULT 0,
  "failed" INTEGER NOT NULL DEFAULT 0,
  "cancelled" INTEGER NOT NULL DEFAULT 0,
  "produced" INTEGER NOT NULL DEFAULT 0,
  "calls" INTEGER NOT NULL DEFAULT 0,
  "input_tokens" BIGINT NOT NULL DEFAULT 0,
  "output_tokens" BIGINT NOT NULL DEFAULT 0,
  "cost_micros" BIGINT NOT NULL DEFAULT 0,
  "unpriced" INTEGER NOT NULL DEFAULT 0,
  "tick" BIGINT NOT NULL DEFAULT 0,
  "version" INTEGER NOT NULL DEFAULT 1,
  "created_by" UUID,
  "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
  "started_at" TIMESTAMPTZ(3),
  "finished_at" TIMESTAMPTZ(3),
  CONSTRAINT "run_pkey" PRIMARY KEY ("id")
);
CREATE UNIQUE INDEX "run_project_id_number_key" ON "run" ("project_id", "number");
CREATE INDEX "run_project_id_id_idx" ON "run" ("project_id", "id");
-- What the workers look for.
CREATE INDEX "run_under_way_idx" ON "run" ("id") WHERE "state" IN ('planning', 'trial', 'running');
ALTER TABLE "run" ADD CONSTRAINT "run_project_id_fkey" FOREIGN KEY ("project_id") REFERENCES "project" ("id") ON DELETE CASCADE ON UPDATE CASCADE;

CREATE TABLE "run_item" (
  "id" UUID NOT NULL,
  "run_id" UUID NOT NULL,
  "ordinal" INTEGER NOT NULL,
  "column" TEXT,
  "row" TEXT NOT NULL,
  "payload" JSON NOT NULL,
  "needs" INTEGER[],
  "waits_for" INTEGER NOT NULL DEFAULT 0,
  "state" TEXT NOT NULL DEFAULT 'planned',
  "attempt" INTEGER NOT NULL DEFAULT 0,
  "worker" UUID,
  "code" TEXT,
  "problem" TEXT,
  "result" JSON,
  "produced" INTEGER NOT NULL DEFAULT 0,
  "tick" BIGINT NOT NULL DEFAULT 0,
  "started_at" TIMESTAMPTZ(3),
  "finished_at" TIMESTAMPTZ(3),
  CONSTRAINT "run_item_pkey" PRIMARY KEY ("id")
);
CREATE UNIQUE INDEX "run_item_run_id_ordinal_key" ON "run_item" ("run_id", "ordinal");
CREATE INDEX "run_item_run_id_tick_idx" ON "run_item" ("run_id", "tick");
CREATE INDEX "run_item_open_idx" ON "run_item" ("run_id", "ordinal") WHERE "state" = 'planned' AND "waits_for" = 0;
CREATE INDEX "run_item_active_idx" ON "run_item" ("run_id", "worker") WHERE "state" = 'active';
ALTER TABLE "run_item" ADD CONSTRAINT "run_item_run_id_fkey" FOREIGN KEY ("run_id") REFERENCES "run" ("id") ON DELETE CASCADE ON UPDATE CASCADE;

CREATE TABLE "attempt" (
  "id" UUID NOT NULL,
  "run_id" UUID NOT NULL,
  "item_id" UUID NOT NULL,
  "ask_key" UUID NOT NULL,
  "number" INTEGER NOT NULL,
  "worker" UUID NOT NULL,
  "connection_id" UUID NOT NULL,
  "model" TEXT NOT NULL,
  "role" TEXT NOT NULL,
  "prompt" TEXT NOT NULL,
  "prompt_revision" TEXT NOT NULL,
  "request" JSON NOT NULL,
  "state" TEXT NOT NULL DEFAULT 'sent',
  "code" TEXT,
  "exchange" JSON,
  "replied_model" TEXT,
  "input_tokens" INTEGER,
  "output_tokens" INTEGER,
  "cost_micros" BIGINT,
  "latency" INTEGER,
  "sent_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
  "finished_at" TIMESTAMPTZ(3),
  CONSTRAINT "attempt_pkey" PRIMARY KEY ("id")
);
-- One answer to a question, and one asking of it at a time.
CREATE UNIQUE INDEX "attempt_answered_key" ON "attempt" ("run_id", "ask_key") WHERE "state" NOT IN ('failed', 'lost');
CREATE INDEX "attempt_run_id_id_idx" ON "attempt" ("run_id", "id");
CREATE INDEX "attempt_item_id_idx" ON "attempt" ("item_id");
CREATE INDEX "attempt_sent_idx" ON "attempt" ("run_id", "worker") WHERE "state" = 'sent';
ALTER TABLE "attempt" ADD CONSTRAINT "attempt_run_id_fkey" FOREIGN KEY ("run_id") REFERENCES "run" ("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- Which processes work on runs: one that is not heard of for a while is taken for dead, and its items move on.
CREATE UNLOGGED TABLE "run_worker" (
  "id" UUID NOT NULL,
  "heard_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
  CONSTRAINT "run_worker_pkey" PRIMARY KEY ("id")
);

-- A project's own wording of a template. The newest revision counts; an empty text stands for the one that came with Tessera.
CREATE TABLE "prompt" (
  "id" UUID NOT NULL,
  "project_id" UUID NOT NULL,
  "name" TEXT NOT NULL,
  "revision" INTEGER NOT NULL,
  "text" TEXT NOT NULL,
  "author_id" UUID,
  "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
  CONSTRAINT "prompt_pkey" PRIMARY KEY ("id")
);
CREATE UNIQUE INDEX "prompt_project_id_name_revision_key" ON "prompt" ("project_id", "name", "revision");
ALTER TABLE "prompt" ADD CONSTRAINT "prompt_project_id_fkey" FOREIGN KEY ("project_id") REFERENCES "project" ("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- Where a conversation of a run comes from; one that a simulator wrote stays marked for ever.
ALTER TABLE "conversation"
  ADD COLUMN "run_id" UUID,
  ADD COLUMN "run_item_id" UUID,
  ADD COLUMN "item_ordinal" INTEGER,
  ADD COLUMN "simulated" BOOLEAN NOT NULL DEFAULT false;
CREATE UNIQUE INDEX "conversation_run_item_key" ON "conversation" ("run_item_id", "item_ordinal") WHERE "run_item_id" IS NOT NULL;
CREATE INDEX "conversation_run_idx" ON "conversation" ("project_id", "run_id", "id") WHERE "run_id" IS NOT NULL;

-- What a simulator wrote stays out of an export unless asked for.
ALTER TABLE "export" ADD COLUMN "simulated" BOOLEAN NOT NULL DEFAULT false;
