-- How many accepted conversations each culture should have on each topic.
ALTER TABLE "project" ADD COLUMN "cell_target" INTEGER;
