import type { World } from "#lib/world/world.ts";
import { Lane } from "./lane.ts";
import { openLanePace } from "./lane-pace.ts";

/** The lanes of this process, one a connection. */
export interface Lanes {
  of(connection: string): Lane;
  /** Has each say how it stands; call it twice a second. */
  beat(): Promise<void>;
  /** Tells the others that this process is gone. */
  close(): Promise<void>;
}

/** @param clock stands for the database's clock; null for that clock itself */
export function openLanes(world: World, worker: string, clock: (() => number) | null): Lanes {
  const lanes = new Map<string, Lane>();
  /** Those that said something other than that they rest. */
  const told = new Set<Lane>();
  return {
    of(connection) {
      const known = lanes.get(connection);
      if (known) return known;
      const lane = new Lane(openLanePace(world, { connection, worker, clock }));
      lanes.set(connection, lane);
      return lane;
    },
    async beat() {
      for (const lane of lanes.values()) {
        const { busy } = lane;
        if (!busy && !told.has(lane)) continue;
        await lane.beat();
        if (busy) told.add(lane);
        else told.delete(lane);
      }
    },
    async close() {
      await world.pool.query("DELETE FROM lane_worker WHERE worker = $1", [worker]);
    },
  };
}
