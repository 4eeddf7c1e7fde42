/**
 * The fields of a conversation beside its text as one JSON text, in SQL over a row named `row`: what an import's event
 * hashes, and what `tessera verify` compares with it.
 */
export function factsOf(row: string): string {
  const columns = ["external_id", "culture_id", "topic_id", "language", "question_key", "source", "content_hash"];
  const metadata = `md5((coalesce(${row}.metadata::text, '{}')::jsonb)::text)`;
  return `json_build_array(${columns.map((column) => `${row}.${column}`).join(", ")}, ${metadata})::text`;
}
