import { shareOf } from "#lib/pacing/share-of.ts";
import type { World } from "#lib/world/world.ts";
import { deadAfter } from "./free-items.ts";

/** What a lane of this process says of itself and wants. */
export interface LaneRequest {
  inFlight: number;
  waiting: number;
  /** Calls at once that it allows itself. */
  places: number;
  /** Slots for so many calls, of so many tokens each at most. */
  wanted: number;
  cost: number;
  /** Tokens that were taken and not used since it last asked; below 0 when more were used. */
  refund: number;
}

/** What it is told. Waits are milliseconds. */
export interface LaneAnswer {
  granted: number;
  /** Until the limits allow the next call; 0 when all were granted. */
  wait: number;
  /** For so long nothing may be sent, and why; 0 when the lane is open. */
  closedFor: number;
  code: string | null;
  /** The places that fall to this process. */
  share: number;
  /** Whether the connection has a limit a minute, so that each call needs a slot. */
  limited: boolean;
}

/** The way of one lane to what all workers share. */
export interface LanePace {
  ask(request: LaneRequest): Promise<LaneAnswer>;
  /** Closes the lane for all workers. */
  close(code: string, delay: number): Promise<void>;
}

/** Places that cannot be shared equally go round so often, in milliseconds. */
const turnEvery = 5_000;
/** A lane that is closed again so soon after it was opened, in milliseconds, counts as closed in a row. */
const inRow = 60_000;

// Volatile, so it tells the moment after the row was locked: who waited for the lock is not behind.
const moment = (parameter: string) => `coalesce(${parameter}::float8, extract(epoch FROM clock_timestamp()) * 1000)`;

/**
 * One statement for a batch of slots: it says what the worker has under way, fills the buckets up to this moment by the
 * database's clock, and takes from them. Same arithmetic as `leaseSlots` of lib/pacing, of which a test holds it to every digit.
 */
const lease = `WITH own AS (
    INSERT INTO lane_worker (connection_id, worker, in_flight, waiting, places, heard_at) VALUES ($1, $2, $3, $4, $5, clock_timestamp())
    ON CONFLICT (connection_id, worker) DO UPDATE SET in_flight = $3, waiting = $4, places = $5, heard_at = clock_timestamp()
  ), old AS MATERIALIZED (
    SELECT lane.*, requests_per_minute AS requests, tokens_per_minute AS tokens, concurrency
    FROM lane JOIN connection ON connection.id = lane.connection_id WHERE lane.connection_id = $1 FOR UPDATE OF lane
  ), shape AS MATERIALIZED (
    SELECT *, ${moment("$9")} AS now,
      CASE WHEN requests IS NOT NULL THEN greatest(1, requests * 0.1::float8) END AS request_capacity, (requests + 1 - greatest(1, requests * 0.1::float8)) / 60000 AS request_flow,
      tokens * 0.1::float8 AS token_capacity, tokens * (1 - 0.1::float8) / 60000 AS token_flow
    FROM old
  ), filled AS MATERIALIZED (
    SELECT *, least($7::float8, token_capacity) AS needed,
      least(request_capacity, coalesce(request_level, request_capacity) + coalesce(greatest(0, now - filled_at), 0) * request_flow) AS request_now,
      least(token_capacity, coalesce(token_level, token_capacity) + $8::float8 + coalesce(greatest(0, now - filled_at), 0) * token_flow) AS token_now
    FROM shape
  ), counted AS MATERIALIZED (
    SELECT *, CASE WHEN closed_until > now THEN 0 ELSE greatest(0, least($6::int, floor(request_now),
      CASE WHEN token_now < needed THEN 0 ELSE floor((token_now - needed) / $7::float8) + 1 END)) END AS granted
    FROM filled
  ), left_over AS MATERIALIZED (
    SELECT *, request_now - granted AS request_left, token_now - granted * $7::float8 AS token_left FROM counted
  ), waited AS MATERIALIZED (
    SELECT *, CASE WHEN granted >= $6::int THEN 0 ELSE greatest(0, coalesce(ceil((1 - request_left) / request_flow), 0),
      coalesce(ceil((needed - token_left) / token_flow), 0)) END AS wait
    FROM left_over
  )
  UPDATE lane SET request_level = waited.request_left, token_level = waited.token_left, filled_at = greatest(waited.now, waited.filled_at),
    next_at = CASE WHEN waited.wait > 0 THEN waited.now + waited.wait WHEN $6::int > 0 THEN NULL ELSE waited.next_at END
  FROM waited WHERE lane.connection_id = waited.connection_id
  RETURNING waited.granted::int, waited.wait, greatest(0, coalesce(waited.closed_until - waited.now, 0)) AS "closedFor", waited.closed_code AS code,
    waited.concurrency, waited.requests IS NOT NULL OR waited.tokens IS NOT NULL AS limited, waited.now,
    ARRAY(SELECT worker FROM lane_worker WHERE connection_id = $1 AND worker <> $2 AND in_flight + waiting > 0
      AND heard_at > clock_timestamp() - make_interval(secs => ${deadAfter})) AS mates`;

interface Leased extends Omit<LaneAnswer, "share"> {
  concurrency: number;
  now: number;
  mates: string[];
}

/**
 * Opens the way of one worker to the lane of a connection. A lane whose connection has no limit a minute asks twice a second,
 * whatever the number of calls; one that has asks once for each batch of calls that wait. A statement is one probe by key and
 * three rows written, without waiting for the disk: the tables are unlogged.
 *
 * @param clock milliseconds that stand for the database's clock; null for that clock itself
 */
export function openLanePace(
  { pool }: Pick<World, "pool">,
  { connection, worker, clock }: { connection: string; worker: string; clock: (() => number) | null },
): LanePace {
  const begin = () => pool.query("INSERT INTO lane (connection_id) VALUES ($1) ON CONFLICT DO NOTHING", [connection]);
  const run = async ({ inFlight, waiting, places, wanted, cost, refund }: LaneRequest) => {
    const now = clock === null ? null : clock();
    const { rows } = await pool.query<Leased>(lease, [
      connection,
      worker,
      inFlight,
      waiting,
      places,
      wanted,
      Math.max(1, cost),
      refund,
      now,
    ]);
    return rows[0];
  };
  return {
    async ask(request) {
      let leased = await run(request);
      if (leased === undefined) {
        await begin();
        leased = await run(request);
      }
      if (leased === undefined) throw new Error("A lane has no connection");
      const { mates, concurrency, now, ...answer } = leased;
      const all = [...mates, worker].sort();
      const turn = Math.floor(now / turnEvery);
      return { ...answer, share: shareOf(concurrency, { rank: all.indexOf(worker), of: all.length, turn }) };
    },
    async close(code, delay) {
      const now = clock === null ? null : clock();
      await begin();
      await pool.query(
        `UPDATE lane SET closed_until = greatest(closed_until, ${moment("$4")} + $3::float8), closed_code = $2,
           closed_count = CASE WHEN closed_until > ${moment("$4")} THEN closed_count WHEN closed_until > ${moment("$4")} - ${inRow} THEN closed_count + 1 ELSE 1 END
         WHERE connection_id = $1`,
        [connection, code, delay, now],
      );
    },
  };
}
