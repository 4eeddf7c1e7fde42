import type { World } from "#lib/world/world.ts";

/** Everything the database holds that a request could have changed, as one hash. */
export async function stateHash(world: World): Promise<string> {
  const tables = [
    "user",
    "account",
    "invitation",
    "project",
    "membership",
    "model_role",
    "culture",
    "topic",
    "tag",
    "conversation",
    "revision",
    "decision",
    "conversation_tag",
    "comment",
    "comparison",
    "saved_view",
    "bulk_act",
    "bulk_item",
    "lease",
    "draft",
    "event",
    "event_chain",
    "idempotent_answer",
    "score",
    "calibration",
    "import",
    "import_row",
    "import_reject",
    "export",
    "run",
    "run_item",
    "attempt",
  ];
  const parts = tables.map(
    (table) =>
      `SELECT '${table}' || coalesce(string_agg(md5(t::text), '' ORDER BY md5(t::text)), '') AS part FROM "${table}" t`,
  );
  const jobs = "SELECT 'job' || count(*) FROM pgboss.job";
  const tokens =
    "SELECT 'token' || coalesce(string_agg(id::text || coalesce(revoked_at::text, ''), '' ORDER BY id), '') FROM api_token";
  const { rows } = await world.pool.query<{ hash: string }>(
    `SELECT md5(string_agg(part, '' ORDER BY part)) AS hash FROM (${[...parts, jobs, tokens].join(" UNION ALL ")}) parts`,
  );
  return rows[0]?.hash ?? "";
}
