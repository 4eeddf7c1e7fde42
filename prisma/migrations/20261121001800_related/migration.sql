-- What goes together: who decided it and its status, a culture and its languages, an import and its method. Without this the
-- planner takes them for unrelated, and walks far for what is not there.
CREATE STATISTICS "conversation_decided" (mcv) ON "status", "decided_by" FROM "conversation";
CREATE STATISTICS "conversation_spoken" (mcv) ON "culture_id", "language" FROM "conversation";
CREATE STATISTICS "conversation_made" (mcv) ON "import_id", "method", "status" FROM "conversation";
