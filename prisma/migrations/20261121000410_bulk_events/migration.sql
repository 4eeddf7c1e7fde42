-- Where a bulk act stands in the history: the event that began it, and for each row the event that changed it. A row left
-- alone has none, and keeps it null when others are taken back.
ALTER TABLE "bulk_act" ADD COLUMN "event_number" BIGINT;
ALTER TABLE "bulk_item" ADD COLUMN "event_number" BIGINT;
