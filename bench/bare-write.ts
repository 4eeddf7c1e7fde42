import type { Pool } from "pg";

/** Two tables of the bench's own, filled with up to 2,000 of a project's pending rows. Returns their ids. */
export async function prepareBare(pool: Pool, projectId: string): Promise<string[]> {
  await dropBare(pool);
  await pool.query("CREATE TABLE bench_row (id uuid PRIMARY KEY, status text NOT NULL, version int NOT NULL)");
  await pool.query("CREATE TABLE bench_note (number bigserial PRIMARY KEY, row_id uuid NOT NULL, kind text NOT NULL)");
  const { rows } = await pool.query<{ id: string }>(
    `INSERT INTO bench_row SELECT id, 'pending', 1 FROM conversation WHERE project_id = $1 AND status = 'pending'
     ORDER BY id DESC LIMIT 2000 RETURNING id`,
    [projectId],
  );
  return rows.map(({ id }) => id);
}

/** What the database by itself takes for a write of this kind: lock, change, note, commit. */
export async function bareWrite(pool: Pool, id: string): Promise<void> {
  const client = await pool.connect();
  try {
    await client.query("BEGIN");
    await client.query("UPDATE bench_row SET status = 'accepted', version = version + 1 WHERE id = $1", [id]);
    await client.query("INSERT INTO bench_note (row_id, kind) VALUES ($1, 'accept')", [id]);
    await client.query("COMMIT");
  } finally {
    client.release();
  }
}

export async function dropBare(pool: Pool): Promise<void> {
  await pool.query("DROP TABLE IF EXISTS bench_row, bench_note");
}
