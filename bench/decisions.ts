/**
 * How long one decision takes on a made-up project: `node bench/decisions.ts [rows] [folder]`. First through the service,
 * one after the other; then by 25 annotators at once who think between decisions, over HTTP against a studio started on the
 * same folder (build it first: `npm run build`). Beside each figure stands a bare transaction of an UPDATE and an INSERT.
 * Without a folder, everything goes away at the end and the part over HTTP is left out.
 */
import type { Pool } from "pg";
import { startStudio } from "#e2e/studio.ts";
import { newToken, tokenHash } from "#lib/auth/token.ts";
import type { Actor } from "#lib/schema/actor.ts";
import { claimCards } from "#lib/services/claim-cards.ts";
import { decide } from "#lib/services/decide.ts";
import type { World } from "#lib/world/world.ts";
import { type MadeProject, withMadeProject } from "./made-project.ts";

const rows = Number(process.argv[2] ?? 100_000);
const folder = process.argv[3];
const rounds = 300;
const hands = 25;
const decisionsEach = 20;
/** People take a while; these take from half a second to one and a half, which is faster than anybody reads. */
const thinkMilliseconds = [500, 1_500] as const;

interface Timing {
  count: number;
  "p50 ms": number;
  "p95 ms": number;
  "p99 ms": number;
  /** Of this process alone: what is left of a figure when other work holds the machine up. */
  "CPU ms"?: number;
}

function timing(times: readonly number[]): Timing {
  const sorted = times.toSorted((a, b) => a - b);
  const at = (share: number) => Number((sorted[Math.ceil(share * sorted.length) - 1] ?? Number.NaN).toFixed(1));
  return { count: sorted.length, "p50 ms": at(0.5), "p95 ms": at(0.95), "p99 ms": at(0.99) };
}

async function timed(work: (round: number) => Promise<unknown>): Promise<Timing> {
  const times: number[] = [];
  let idle = process.cpuUsage();
  for (let round = 0; round < rounds + 20; round++) {
    if (round === 20) idle = process.cpuUsage();
    const started = performance.now();
    await work(round);
    if (round >= 20) times.push(performance.now() - started);
  }
  const used = process.cpuUsage(idle);
  return { ...timing(times), "CPU ms": Number(((used.user + used.system) / 1000 / rounds).toFixed(1)) };
}

const waitFor = (milliseconds: number) => new Promise((resolve) => setTimeout(resolve, milliseconds));

async function pendingIds(
  world: World,
  project: MadeProject,
  count: number,
): Promise<{ id: string; version: number }[]> {
  const found = await world.pool.query<{ id: string; version: number }>(
    "SELECT id, version FROM conversation WHERE project_id = $1 AND status = 'pending' ORDER BY id DESC LIMIT $2",
    [project.id, count],
  );
  return found.rows;
}

/** What the database by itself takes for a write of this kind: lock, change, note, commit. */
async function bareWrite(pool: Pool, id: string): Promise<void> {
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

async function prepareBare(pool: Pool, project: MadeProject): Promise<void> {
  await pool.query("DROP TABLE IF EXISTS bench_row, bench_note");
  await pool.query("CREATE TABLE bench_row (id uuid PRIMARY KEY, status text NOT NULL, version int NOT NULL)");
  await pool.query("CREATE TABLE bench_note (number bigserial PRIMARY KEY, row_id uuid NOT NULL, kind text NOT NULL)");
  await pool.query(
    "INSERT INTO bench_row SELECT id, 'pending', 1 FROM conversation WHERE project_id = $1 AND status = 'pending' ORDER BY id DESC LIMIT 2000",
    [project.id],
  );
}

async function measureAlone(world: World, project: MadeProject): Promise<Record<string, Timing>> {
  const [userId = ""] = project.reviewers;
  const actor: Actor = { kind: "person", userId, name: "", owner: false };
  const pending = await pendingIds(world, project, 2 * (rounds + 20));
  const next = (round: number) => {
    const row = pending[round];
    if (!row) throw new RangeError("The project has too few pending conversations");
    return row;
  };
  const shown = { order: [], scoresHidden: false, culturesHidden: false, milliseconds: 3_000 };
  return {
    "decide, through the service": await timed((round) => {
      const { id, version } = next(round);
      return decide.run(world, actor, {
        project: project.slug,
        conversation: id,
        expectedVersion: version,
        kind: "accept",
        shown,
      });
    }),
    "claim one card, through the service": await timed(() =>
      claimCards.run(world, actor, { project: project.slug, count: 1 }),
    ),
    "reference: bare UPDATE + INSERT": await timed((round) => bareWrite(world.pool, next(round).id)),
  };
}

/** Annotators with tokens, since signing 25 people in is not what is measured. */
async function addHands(world: World, project: MadeProject): Promise<string[]> {
  const tokens: string[] = [];
  for (let hand = 0; hand < hands; hand++) {
    const [userId, token] = [world.newId(), newToken("tsr")];
    await world.db.user.create({
      data: {
        id: userId,
        name: `Hand ${hand}`,
        email: `${userId}@bench.example`,
        memberships: { create: { projectId: project.id, role: "annotator" } },
      },
    });
    await world.db.apiToken.create({
      data: {
        id: world.newId(),
        tokenHash: tokenHash(token),
        name: "bench",
        role: "annotator",
        userId,
        projectId: project.id,
      },
    });
    tokens.push(token);
  }
  return tokens;
}

async function measureTogether(
  address: string,
  project: MadeProject,
  tokens: readonly string[],
  rowsToDecide: readonly { id: string; version: number }[],
): Promise<Timing> {
  const times: number[] = [];
  const [least, most] = thinkMilliseconds;
  const one = async (token: string, hand: number) => {
    for (let round = 0; round < decisionsEach; round++) {
      const row = rowsToDecide[hand * decisionsEach + round];
      if (!row) throw new RangeError("The project has too few pending conversations");
      // Spread evenly, without chance: each hand thinks in a rhythm of its own.
      await waitFor(least + (((hand * 7 + round * 13) % 25) / 25) * (most - least));
      const started = performance.now();
      const answer = await fetch(`${address}/api/v1/projects/${project.slug}/conversations/${row.id}/decisions`, {
        method: "POST",
        headers: {
          authorization: `Bearer ${token}`,
          "content-type": "application/json",
          "idempotency-key": crypto.randomUUID(),
        },
        body: JSON.stringify({ expectedVersion: row.version, kind: "accept" }),
      });
      const text = await answer.text();
      if (answer.status !== 200) throw new Error(`${answer.status}: ${text}`);
      if (round > 0) times.push(performance.now() - started);
    }
  };
  await Promise.all(tokens.map(one));
  return timing(times);
}

/** The same rhythm of bare transactions, over as many connections as the web process has. */
async function measureBareTogether(pool: Pool, ids: readonly string[]): Promise<Timing> {
  const times: number[] = [];
  const [least, most] = thinkMilliseconds;
  await Promise.all(
    Array.from({ length: hands }, async (_, hand) => {
      for (let round = 0; round < decisionsEach; round++) {
        await waitFor(least + (((hand * 7 + round * 13) % 25) / 25) * (most - least));
        const started = performance.now();
        await bareWrite(pool, ids[hand * decisionsEach + round] ?? "");
        if (round > 0) times.push(performance.now() - started);
      }
    }),
  );
  return timing(times);
}

const prepared = await withMadeProject(rows, folder, async (world, project) => {
  await prepareBare(world.pool, project);
  const table = await measureAlone(world, project);
  const ids = (await world.pool.query<{ id: string }>("SELECT id FROM bench_row LIMIT 500")).rows.map(({ id }) => id);
  table[`reference: bare, ${hands} at once`] = await measureBareTogether(world.pool, ids);
  await world.pool.query("DROP TABLE bench_row, bench_note");
  const tokens = folder === undefined ? [] : await addHands(world, project);
  return { table, project, tokens, pending: await pendingIds(world, project, hands * decisionsEach) };
});

const { table } = prepared;
console.log(`${rows} conversations`);
console.table(table);
if (folder !== undefined) {
  const studio = await startStudio({ data: folder, fresh: false });
  const { project, tokens, pending } = prepared;
  const together = await measureTogether(studio.address, project, tokens, pending);
  console.table({ [`decide over HTTP, ${hands} at once`]: together });
  await studio.stop();
}
