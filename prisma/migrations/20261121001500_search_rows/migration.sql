-- PostgreSQL moves a long value out of a row only when the row is over 2 KiB. The padding makes every row so long; it is
-- packed to some thirty bytes then, and the terms move out, so that going over the rows of a common word reads a tenth.
ALTER TABLE "conversation_search" ADD COLUMN "padding" TEXT NOT NULL DEFAULT repeat(' '::text, 2048);

-- Both find through the index. A scan of the table looks cheap to the planner, which does not count the terms of each row
-- being fetched from where they lie, and takes a hundred times as long.
CREATE FUNCTION "search_matches"(project UUID, query tsquery) RETURNS SETOF UUID
LANGUAGE sql STABLE PARALLEL SAFE ROWS 5000 SET enable_seqscan = off AS $$
  SELECT conversation_id FROM conversation_search WHERE project_id = project AND terms @@ query
$$;
CREATE FUNCTION "search_some"(project UUID, query tsquery, most INTEGER) RETURNS UUID[]
LANGUAGE sql STABLE PARALLEL SAFE SET enable_seqscan = off SET enable_indexscan = off AS $$
  SELECT array_agg(conversation_id) FROM (
    SELECT conversation_id FROM conversation_search WHERE project_id = project AND terms @@ query LIMIT most
  ) found
$$;
CREATE FUNCTION "search_numbers"(project UUID, query tsquery) RETURNS BYTEA
LANGUAGE sql STABLE PARALLEL SAFE SET enable_seqscan = off AS $$
  SELECT string_agg(int4send(number), ''::bytea) FROM conversation_search WHERE project_id = project AND terms @@ query
$$;
