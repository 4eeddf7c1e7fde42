import type pg from "pg";
import { jobNames } from "#lib/jobs/definitions.ts";
import { workerName } from "#lib/jobs/worker-name.ts";
import { assertDurability } from "./assert-durability.ts";
import { type Check, failed } from "./check.ts";
import { listPending } from "./migrate.ts";

/** Looks at a database: its version and settings, the schema, the queue, who works on it and what waits. Changes nothing. */
export async function examineDatabase(client: pg.Client): Promise<Check[]> {
  const checks: Check[] = [];
  try {
    const { version, checksums } = await assertDurability(client);
    const where = `PostgreSQL ${version} at ${client.host}:${client.port}`;
    checks.push({ name: "database", ok: true, detail: where, mend: null });
    checks.push({ name: "durability", ok: true, detail: "what is acknowledged survives a power cut", mend: null });
    const detail = checksums ? "on" : "off: a page that the disk damages is not noticed";
    checks.push({ name: "checksums", ok: true, detail, mend: checksums ? null : "Turn them on with pg_checksums." });
  } catch (error) {
    return [failed("database", error)];
  }
  let current = false;
  try {
    const missing = await listPending(client);
    current = missing.length === 0;
    const detail = current ? "up to date" : `${missing.length} to apply: ${missing.join(", ")}`;
    const mend = current ? null : "They are applied by npm start, and by every command but this one.";
    checks.push({ name: "migrations", ok: current, detail, mend });
  } catch (error) {
    checks.push(failed("migrations", error));
  }
  if (current) checks.push(await examineAccounts(client), ...(await examineQueue(client)));
  return checks;
}

async function examineAccounts(client: pg.Client): Promise<Check> {
  const { rows } = await client.query<{ count: number }>('SELECT count(*)::int AS count FROM "user"');
  const count = rows[0]?.count ?? 0;
  const mend = count > 0 ? null : "Make the first with the set-up link, or with: tessera user create";
  return { name: "accounts", ok: true, detail: String(count), mend };
}

async function examineQueue(client: pg.Client): Promise<Check[]> {
  const there = await client.query<{ there: boolean }>("SELECT to_regclass('pgboss.queue') IS NOT NULL AS there");
  const names = there.rows[0]?.there
    ? (await client.query<{ name: string }>("SELECT name FROM pgboss.queue")).rows.map(({ name }) => name)
    : [];
  const missing = jobNames.filter((name) => !names.includes(name));
  if (missing.length > 0) {
    const mend = "Start Tessera with npm start, which makes them.";
    return [{ name: "queue", ok: false, detail: `without ${missing.join(", ")}`, mend }];
  }
  const [workers, jobs] = await Promise.all([
    client.query<{ count: number }>(
      "SELECT count(*)::int AS count FROM pg_stat_activity WHERE application_name = $1 AND datname = current_database()",
      [workerName],
    ),
    client.query<{ waiting: number; active: number; failed: number }>(
      `SELECT count(*) FILTER (WHERE state IN ('created', 'retry'))::int AS waiting, count(*) FILTER (WHERE state = 'active')::int AS active,
         count(*) FILTER (WHERE state = 'failed')::int AS failed FROM pgboss.job WHERE name = ANY($1)`,
      [jobNames],
    ),
  ]);
  const alive = (workers.rows[0]?.count ?? 0) > 0;
  const { waiting, active, failed: lost } = jobs.rows[0] ?? { waiting: 0, active: 0, failed: 0 };
  const start = "Start one with npm start or npm run worker; score --wait and export need none.";
  return [
    { name: "queue", ok: true, detail: `${jobNames.length} queues`, mend: null },
    { name: "worker", ok: true, detail: alive ? "alive" : "none", mend: alive || waiting === 0 ? null : start },
    {
      name: "jobs",
      ok: true,
      detail: `${waiting} waiting, ${active} running, ${lost} failed`,
      mend: lost === 0 ? null : "A failed job has used up its tries: import, score or export again.",
    },
  ];
}
