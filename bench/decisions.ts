/**
 * How long one decision takes on a made-up project: `node bench/decisions.ts [rows] [folder]`. Through the service, one after
 * the other, beside a bare transaction of an UPDATE and an INSERT. Many people at once are in bench/annotators.ts.
 * Without a folder, everything goes away at the end.
 */
import type { Actor } from "#lib/schema/actor.ts";
import { claimCards } from "#lib/services/claim-cards.ts";
import { decide } from "#lib/services/decide.ts";
import type { World } from "#lib/world/world.ts";
import { bareWrite, dropBare, prepareBare } from "./bare-write.ts";
import { type MadeProject, withMadeProject } from "./made-project.ts";
import { type Timing, timing } from "./timing.ts";

const rows = Number(process.argv[2] ?? 100_000);
const folder = process.argv[3];
const rounds = 300;

interface Measured extends Timing {
  /** Of this process alone: what is left of a figure when other work holds the machine up. */
  "CPU ms": number;
}

async function timed(work: (round: number) => Promise<unknown>): Promise<Measured> {
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

async function measureAlone(world: World, project: MadeProject): Promise<Record<string, Measured>> {
  const [userId = ""] = project.reviewers;
  const actor: Actor = { kind: "person", userId, name: "", owner: false };
  const pending = await pendingIds(world, project, 2 * (rounds + 20));
  const bare = await prepareBare(world.pool, project.id);
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
    "reference: bare UPDATE + INSERT": await timed((round) => bareWrite(world.pool, bare[round] ?? "")),
  };
}

const table = await withMadeProject(rows, folder, async (world, project) => {
  const measured = await measureAlone(world, project);
  await dropBare(world.pool);
  return measured;
});
console.log(`${rows} conversations`);
console.table(table);
