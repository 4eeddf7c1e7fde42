-- How fast a connection may be asked, over all workers. Unlogged: what is in here counts for a minute, and a commit that touches
-- nothing else need not wait for the disk. After a crash of the database a lane begins anew with full buckets.
CREATE UNLOGGED TABLE "lane" (
  "connection_id" UUID NOT NULL,
  "request_level" DOUBLE PRECISION,
  "token_level" DOUBLE PRECISION,
  "filled_at" DOUBLE PRECISION,
  "closed_until" DOUBLE PRECISION,
  "closed_code" TEXT,
  "closed_count" INTEGER NOT NULL DEFAULT 0,
  "next_at" DOUBLE PRECISION,
  CONSTRAINT "lane_pkey" PRIMARY KEY ("connection_id")
) WITH (fillfactor = 50);

-- What each worker has under way on a lane, as it said last.
CREATE UNLOGGED TABLE "lane_worker" (
  "connection_id" UUID NOT NULL,
  "worker" UUID NOT NULL,
  "in_flight" INTEGER NOT NULL,
  "waiting" INTEGER NOT NULL,
  "places" INTEGER NOT NULL,
  "heard_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
  CONSTRAINT "lane_worker_pkey" PRIMARY KEY ("connection_id", "worker")
) WITH (fillfactor = 50);
