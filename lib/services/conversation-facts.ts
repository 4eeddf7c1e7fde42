/**
 * The fields of a conversation beside its text as one JSON text, in SQL over a row named `row`: what an import's event
 * hashes, and what `tessera verify` compares with it.
 */
export function factsOf(row: string): string {
  const columns = ["external_id", "culture_id", "topic_id", "language", "question_key", "source", "content_hash"];
  const metadata = `md5((coalesce(${row}.metadata::text, '{}')::jsonb)::text)`;
  const facts = [...columns.map((column) => `${row}.${column}`), metadata].join(", ");
  // A method joins them only where there is one: events from before there were any hashed the others alone.
  return `(CASE WHEN ${row}.method IS NULL THEN json_build_array(${facts}) ELSE json_build_array(${facts}, ${row}.method) END)::text`;
}
