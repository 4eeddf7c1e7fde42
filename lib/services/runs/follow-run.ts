import type { Actor } from "#lib/schema/actor.ts";
import type { RunChanges } from "#lib/schema/run.ts";
import { runStatesUnderWay } from "#lib/schema/run-choices.ts";
import type { World } from "#lib/world/world.ts";
import { findTick, getRunChanges } from "./get-run-changes.ts";

/** How often it looks, and so how often it tells at most, in milliseconds. */
const lookEvery = 250;
/** Something is sent at least so often, so that nothing on the way takes the stream for dead. */
const beatEvery = 10_000;
/** After so long a stream ends, and whoever still follows asks again: rights are looked at anew, and a studio can stop. */
const longest = 60_000;

/** Whether nothing more will come of a run by itself: it has ended, and no call is under way. */
export function isAtRest({ state, active }: { state: string; active: number }): boolean {
  const moving: readonly string[] = [...runStatesUnderWay, "tried", "paused"];
  return !moving.includes(state) && active === 0;
}

/**
 * What changes in a run, as it changes and at most four times a second, beginning with what changed after `first`; null now and
 * then while nothing does. Ends with the run, when `signal` says so, or after a minute. A look costs one index probe, a change
 * what `getRunChanges` costs; the asker's right is checked with each change.
 */
export async function* followRun(
  world: World,
  actor: Actor | null,
  { project, run }: { project: string; run: string },
  first: RunChanges,
  signal: AbortSignal,
): AsyncGenerator<RunChanges | null> {
  const begun = performance.now();
  let told = first;
  let toldAt = begun;
  yield first;
  while (!isAtRest(told.run) && performance.now() - begun < longest) {
    await pause(lookEvery, signal);
    if (signal.aborted) return;
    const tick = await findTick(world, run);
    if (tick === null) return;
    if (tick !== told.tick) {
      told = await getRunChanges.run(world, actor, { project, run, after: told.tick });
      toldAt = performance.now();
      yield told;
    } else if (performance.now() - toldAt >= beatEvery) {
      toldAt = performance.now();
      yield null;
    }
  }
}

function pause(milliseconds: number, signal: AbortSignal): Promise<void> {
  return new Promise((resolve) => {
    const timer = setTimeout(done, milliseconds);
    function done() {
      clearTimeout(timer);
      signal.removeEventListener("abort", done);
      resolve();
    }
    signal.addEventListener("abort", done);
    if (signal.aborted) done();
  });
}
