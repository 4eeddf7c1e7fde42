-- Whom an item is tried again with, in place of the models of its run; the newest first.
ALTER TABLE "run_item" ADD COLUMN "others" JSON;
