-- Endpoints of models, what they are used for, and the hosts that requests may go to.
ALTER TABLE "project" ADD COLUMN "models_version" INTEGER NOT NULL DEFAULT 1;

CREATE TABLE "connection" (
    "id" UUID NOT NULL,
    "name" TEXT NOT NULL,
    "base_url" TEXT NOT NULL,
    "sealed_key" BYTEA,
    "sealed_headers" BYTEA,
    "header_names" TEXT[] DEFAULT ARRAY[]::TEXT[],
    "models" JSON NOT NULL DEFAULT '[]',
    "requests_per_minute" INTEGER,
    "tokens_per_minute" INTEGER,
    "concurrency" INTEGER NOT NULL DEFAULT 8,
    "timeout_seconds" INTEGER NOT NULL DEFAULT 120,
    "simulated" BOOLEAN NOT NULL DEFAULT false,
    "tested" JSON,
    "version" INTEGER NOT NULL DEFAULT 1,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "removed_at" TIMESTAMPTZ(3),

    CONSTRAINT "connection_pkey" PRIMARY KEY ("id")
);
CREATE TABLE "model_role" (
    "project_id" UUID NOT NULL,
    "role" TEXT NOT NULL,
    "position" INTEGER NOT NULL,
    "connection_id" UUID NOT NULL,
    "model" TEXT NOT NULL,

    CONSTRAINT "model_role_pkey" PRIMARY KEY ("project_id","role","position")
);
CREATE TABLE "allowed_host" (
    "surface" TEXT NOT NULL,
    "host" TEXT NOT NULL,
    "port" INTEGER NOT NULL DEFAULT 0,
    "private" BOOLEAN NOT NULL DEFAULT false,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "allowed_host_pkey" PRIMARY KEY ("surface","host","port")
);
CREATE UNIQUE INDEX "connection_name_key" ON "connection"("name");
CREATE INDEX "model_role_connection_id_idx" ON "model_role"("connection_id");
ALTER TABLE "model_role" ADD CONSTRAINT "model_role_project_id_fkey" FOREIGN KEY ("project_id") REFERENCES "project"("id") ON DELETE CASCADE ON UPDATE CASCADE;
ALTER TABLE "model_role" ADD CONSTRAINT "model_role_connection_id_fkey" FOREIGN KEY ("connection_id") REFERENCES "connection"("id") ON DELETE RESTRICT ON UPDATE CASCADE;
