import { z } from "zod";
import { laneReason } from "#lib/runs/lane-reason.ts";
import { RunLane } from "#lib/schema/run.ts";
import { defineProjectRead } from "../define.ts";
import { pauseReasons } from "../engine/flush.ts";
import { deadAfter } from "../engine/free-items.ts";
import { readRun } from "./run-view.ts";

interface LaneRow {
  id: string;
  connection: string;
  most: number;
  requestsPerMinute: number | null;
  tokensPerMinute: number | null;
  closedUntil: number | null;
  code: string | null;
  times: number | null;
  nextAt: number | null;
  used: number;
  waiting: number;
  places: number;
  ofRun: number;
  workers: number;
  now: number;
}

/**
 * How each connection of a run stands: places, what waits, and why. As the workers said last, half a second ago at most. A
 * probe by key for each connection, and a look at the calls of the run that are under way.
 */
export const listRunLanes = defineProjectRead(
  {
    action: "run.read",
    summary: "List how the connections of a run stand",
    Input: z.strictObject({ project: z.string(), run: z.uuid() }),
    Output: z.strictObject({ rows: z.array(RunLane) }),
  },
  async ({ world, project }, { run: id }) => {
    const run = await readRun(world.db, project.id, id);
    const chosen = [...run.models.generator, ...run.models.judge, ...run.models.others];
    const { rows } = await world.pool.query<LaneRow>(
      `SELECT connection.id, connection.name AS connection, concurrency AS most, requests_per_minute AS "requestsPerMinute",
         tokens_per_minute AS "tokensPerMinute", closed_until AS "closedUntil", closed_code AS code, closed_count AS times, next_at AS "nextAt",
         said.used, said.waiting, said.places,
         (SELECT count(*)::int FROM attempt WHERE run_id = $1 AND state = 'sent' AND connection_id = connection.id) AS "ofRun",
         (SELECT count(*)::int FROM run_worker WHERE heard_at > now() - make_interval(secs => ${deadAfter})) AS workers,
         extract(epoch FROM now())::float8 * 1000 AS now
       FROM connection LEFT JOIN lane ON lane.connection_id = connection.id CROSS JOIN LATERAL (
         SELECT coalesce(sum(in_flight), 0)::int AS used, coalesce(sum(waiting), 0)::int AS waiting, coalesce(sum(places), 0)::int AS places
         FROM lane_worker WHERE connection_id = connection.id AND in_flight + waiting > 0 AND heard_at > now() - make_interval(secs => ${deadAfter})
       ) said WHERE connection.id = ANY($2::uuid[])`,
      [id, chosen.map(({ connection }) => connection)],
    );
    const stoppedBy =
      run.reason === pauseReasons.budget ? "budget" : run.reason === pauseReasons.calls ? "calls" : null;
    const byId = new Map(rows.map((row) => [row.id, row]));
    const ids = [...new Set(chosen.map(({ connection }) => connection))];
    return {
      rows: ids.flatMap((connection): RunLane[] => {
        const row = byId.get(connection);
        if (row === undefined) return [];
        // What no worker has said is as the settings have it.
        const places = row.used + row.waiting > 0 ? row.places : row.most;
        const { reason, until } = laneReason({ ...row, places, runState: run.state, stoppedBy });
        return [
          {
            connection: row.connection,
            models: [...new Set(chosen.filter((one) => one.connection === connection).map(({ model }) => model))],
            used: row.used,
            ofRun: row.ofRun,
            waiting: row.waiting,
            places,
            most: row.most,
            requestsPerMinute: row.requestsPerMinute,
            tokensPerMinute: row.tokensPerMinute,
            reason,
            until: until === null ? null : new Date(until).toISOString(),
            code: reason === "closed" ? row.code : null,
            times: reason === "closed" ? (row.times ?? 0) : 0,
          },
        ];
      }),
    };
  },
);
