import { buildPlaceMatcher } from "#lib/import/place-matcher.ts";
import { questionKeyOf } from "#lib/import/question-key-of.ts";
import { log } from "#lib/log.ts";
import { methods } from "#lib/methods/methods.ts";
import { RunModels } from "#lib/schema/run.ts";
import type { World } from "#lib/world/world.ts";
import { maskedWords } from "../stage-import.ts";
import { freeItems, sayAlive } from "./free-items.ts";
import { openLanes } from "./lanes.ts";
import { endOf, type MakeItem, makeItem } from "./make-item.ts";
import { methodContext } from "./method-context.ts";
import { type OpenMembers, openMembers } from "./open-members.ts";
import { pauseRun } from "./pause-run.ts";
import { isOpen, RunDesk } from "./run-desk.ts";

/** How often it looks for runs, and says that it is alive, in milliseconds. */
const lookEvery = 500;
const aliveEvery = 3_000;

interface OpenDesk {
  desk: RunDesk;
  members: OpenMembers;
}

/**
 * Works on every run under way until it is stopped; any number of processes may.
 *
 * @param clock stands for the database's clock by which limits a minute are kept, in milliseconds; tests hand one in
 */
export function startRunEngine(
  world: World,
  { clock = null }: { clock?: (() => number) | null } = {},
): { stop(): Promise<void> } {
  const worker = world.newId();
  const lanes = openLanes(world, worker, clock);
  const desks = new Map<string, OpenDesk>();
  const opening = new Set<string>();
  let living: readonly string[] = [worker];
  let stopped = false;
  let heard = Number.NEGATIVE_INFINITY;
  let timer: NodeJS.Timeout | undefined;

  /** The part of a run's places that falls to this process: equal parts, the first ones get what is left over. */
  const share = (concurrency: number) => {
    const rank = living.indexOf(worker);
    return Math.floor(concurrency / living.length) + (rank < concurrency % living.length ? 1 : 0);
  };

  const openDesk = async (runId: string) => {
    const run = await world.db.run.findUnique({ where: { id: runId } });
    if (run === null || !isOpen(run.state)) return;
    const method = methods.get(run.method);
    if (method === undefined) {
      await pauseRun(world, runId, `This version of Tessera does not know the method ${run.method}.`);
      return;
    }
    const members = await openMembers(world, lanes, RunModels.parse(run.models));
    if (members.trouble !== null) {
      await members.close();
      await pauseRun(world, runId, members.trouble);
      return;
    }
    const context = await methodContext(world, run);
    const places = buildPlaceMatcher(await maskedWords(world, run.projectId));
    const desk: RunDesk = new RunDesk({
      world,
      runId,
      worker,
      share,
      make: (item) => makeItem(job, item),
      onError: endOf,
    });
    const job: MakeItem = {
      desk,
      method,
      options: run.options,
      seed: Number(run.seed),
      context,
      members: members.byRole,
      otherMember: members.other,
      newId: world.newId,
      chance: Math.random,
      questionKey: (question) => questionKeyOf(question, places),
      stop: (reason) => pauseRun(world, runId, reason),
    };
    desks.set(runId, { desk, members });
    desk.wake();
  };

  const look = async () => {
    if (performance.now() - heard >= aliveEvery) {
      living = await sayAlive(world, worker);
      heard = performance.now();
      await freeItems(world, living);
    }
    await lanes.beat();
    const { rows } = await world.pool.query<{ id: string }>(
      "SELECT id FROM run WHERE state IN ('trial', 'running') ORDER BY id",
    );
    const open = new Set(rows.map(({ id }) => id));
    for (const id of open) {
      const known = desks.get(id);
      if (known) known.desk.wake();
      else if (!opening.has(id)) {
        opening.add(id);
        await openDesk(id).finally(() => opening.delete(id));
      }
    }
    for (const [id, { desk, members }] of desks) {
      if (open.has(id)) continue;
      // It learns from the row that the run stands still, and puts its items down.
      if (desk.busy) desk.wake();
      else {
        desks.delete(id);
        await members.close();
      }
    }
  };

  const again = async () => {
    try {
      await look();
    } catch (error) {
      log().warn({ error }, "runs could not be looked at, and are looked at again later");
    }
    if (!stopped) timer = setTimeout(() => void again(), lookEvery);
  };
  void again();

  return {
    async stop() {
      stopped = true;
      clearTimeout(timer);
      await Promise.all([...desks.values()].map(({ desk }) => desk.putDown()));
      await Promise.all([...desks.values()].map(({ members }) => members.close()));
      await world.pool.query("DELETE FROM run_worker WHERE id = $1", [worker]).catch(() => undefined);
      await lanes.close().catch(() => undefined);
    },
  };
}
