-- A writer may say that a revision is another text rather than the same one mended.
ALTER TABLE "revision" ADD COLUMN "rewritten" BOOLEAN NOT NULL DEFAULT false;
