-- A line of our own format may say what made the conversation.
ALTER TABLE "import_row" ADD COLUMN "method" TEXT;
