import type { PoolClient } from "pg";
import { failpoint } from "#lib/failpoint.ts";
import type { World } from "#lib/world/world.ts";
import { type DraftsOfItem, storeDrafts } from "./store-drafts.ts";

/** A call that waits to be allowed. */
export interface CallToAdmit {
  id: string;
  itemId: string;
  /** Of the item: a call for one that somebody else has now does not go. */
  attempt: number;
  askKey: string;
  /** The keys of the same question to the models that it was put to before the item was given another. */
  formerKeys: readonly string[];
  number: number;
  connectionId: string;
  model: string;
  role: string;
  prompt: string;
  promptRevision: string;
  request: unknown;
}

/** What came of a call. */
export interface CallToSettle {
  id: string;
  state: string;
  code: string | null;
  exchange: unknown;
  repliedModel: string | null;
  inputTokens: number | null;
  outputTokens: number | null;
  costMicros: number | null;
  latency: number | null;
  /** False for one that was allowed and never left. */
  sent: boolean;
}

/** How an item ended, or that it is given back. */
export interface ItemToEnd {
  id: string;
  attempt: number;
  /** `planned`: it is put down, and taken up again unless the run was cancelled. */
  state: "done" | "failed" | "planned";
  code: string | null;
  problem: string | null;
  result: unknown;
  drafts: DraftsOfItem | null;
}

export interface TakenItem {
  id: string;
  ordinal: number;
  attempt: number;
  payload: unknown;
  /** In place of the models of the run, the newest first: ModelChoices, or null. */
  others: unknown;
  needed: unknown[];
}

/** An answer that is there already. */
export interface Answered {
  askKey: string;
  state: string;
  exchange: unknown;
}

export interface Flush {
  runId: string;
  worker: string;
  admit: readonly CallToAdmit[];
  /** So many of them at most. */
  admitMost: number;
  settle: readonly CallToSettle[];
  end: readonly ItemToEnd[];
  /** So many items are wanted at most. */
  take: number;
}

export interface Flushed {
  state: string;
  concurrency: number;
  admitted: ReadonlySet<string>;
  answered: ReadonlyMap<string, Answered>;
  taken: readonly TakenItem[];
  /** Items that calls were asked for or that ended, and that somebody else has now. */
  strange: ReadonlySet<string>;
  produced: number;
  /** Whether the run came to its end in this flush. */
  ended: boolean;
}

interface RunRow {
  state: string;
  project_id: string;
  number: number;
  method: string;
  simulated: boolean;
  created_by: string | null;
  trial: boolean;
  budget_micros: string | null;
  max_calls: number | null;
  calls: number;
  cost_micros: string;
  concurrency: number;
  tick: string;
}

/** Why a run pauses by itself, in the words that its page shows. */
export const pauseReasons = {
  calls: "It has made as many calls as it may. Allow more, then resume.",
  budget: "It has spent its budget. Raise it, then resume.",
} as const;

/** A trial takes so many items. */
export const trialItems = 3;

const open = new Set(["trial", "running"]);

/**
 * Writes everything that a desk has to write, in one transaction that holds the row of the run: what came of calls, items that
 * ended with what they made, calls that may go, items that are taken. Seven statements at most, whatever the number of rows.
 */
export async function flush(world: World, client: PoolClient, work: Flush): Promise<Flushed> {
  // A worker that is frozen in between must not keep the row from the others for longer than it is taken for dead.
  await client.query("BEGIN; SET LOCAL idle_in_transaction_session_timeout = '8s'");
  const { rows } = await client.query<RunRow>(
    `UPDATE run SET tick = tick + 1 WHERE id = $1 RETURNING state, project_id, number, method, simulated, created_by, trial, budget_micros,
       max_calls, calls, cost_micros, concurrency, tick`,
    [work.runId],
  );
  const run = rows[0];
  if (run === undefined) {
    await client.query("ROLLBACK");
    return {
      state: "cancelled",
      concurrency: 1,
      admitted: new Set(),
      answered: new Map(),
      taken: [],
      strange: new Set([...work.end.map(({ id }) => id), ...work.admit.map(({ itemId }) => itemId)]),
      produced: 0,
      ended: false,
    };
  }
  const spent = await settle(client, work);
  const ended = await endItems(world, client, work, run);
  let state = run.state;
  let reason: string | null = null;
  const calls = run.calls - spent.unsent;
  const cost = Number(run.cost_micros) + spent.cost;
  const admitted = new Set<string>();
  const answered = new Map<string, Answered>();
  const strange = new Set(ended.refused);
  if (work.admit.length > 0) {
    for (const row of await findAnswers(client, work)) answered.set(row.askKey, row);
    // What another model was asked before is asked again only where it gave no answer.
    for (const { askKey, formerKeys } of work.admit) {
      const former = formerKeys.map((key) => answered.get(key)).find((answer) => answer?.state === "ok");
      if (former !== undefined && !answered.has(askKey)) answered.set(askKey, { ...former, askKey });
    }
    const held = await findHeld(client, work);
    for (const { itemId, attempt } of work.admit) if (!held.has(`${itemId} ${attempt}`)) strange.add(itemId);
    const isGoing = open.has(state);
    const wanted = work.admit.filter(({ askKey, itemId }) => !answered.has(askKey) && !strange.has(itemId));
    const overBudget = run.budget_micros !== null && cost >= Number(run.budget_micros);
    const left = run.max_calls === null ? Number.POSITIVE_INFINITY : run.max_calls - calls;
    if (isGoing && wanted.length > 0 && (overBudget || left <= 0)) {
      state = "paused";
      reason = overBudget ? pauseReasons.budget : pauseReasons.calls;
    } else if (isGoing) {
      for (const id of await admit(client, work, wanted.slice(0, Math.min(work.admitMost, left)))) admitted.add(id);
    }
  }
  const taken = open.has(state) && work.take > 0 ? await takeItems(client, work, run, state) : [];
  const finished = ended.changed || work.take > 0 ? await isFinished(client, work.runId, state, run.trial) : null;
  if (finished !== null && reason === null) state = finished;
  await client.query(
    `UPDATE run SET state = $2, reason = CASE WHEN $2 = 'paused' THEN coalesce($3, reason) END, done = done + $4, failed = failed + $5,
       produced = produced + $6, calls = calls + $7, input_tokens = input_tokens + $8, output_tokens = output_tokens + $9,
       cost_micros = cost_micros + $10, unpriced = unpriced + $11, cancelled = cancelled + $12, version = version + CASE WHEN state = $2 THEN 0 ELSE 1 END,
       finished_at = CASE WHEN $2 = 'done' THEN coalesce(finished_at, now()) END
     WHERE id = $1`,
    [
      work.runId,
      state,
      reason,
      ended.done,
      ended.failed,
      ended.produced,
      admitted.size - spent.unsent,
      spent.input,
      spent.output,
      spent.cost,
      spent.unpriced,
      ended.cancelled,
    ],
  );
  if (state === "done" && run.state !== "done" && ended.changed) await tellEnd(world, client, run);
  failpoint("run.flush.open");
  await client.query("COMMIT");
  failpoint("run.flushed");
  return {
    state,
    concurrency: run.concurrency,
    admitted,
    answered,
    taken,
    strange,
    produced: ended.produced,
    ended: state === "done" && run.state !== "done",
  };
}

/** What came of calls. One that was given up for lost keeps that state, and only its cost is written down. */
async function settle(client: PoolClient, { settle: calls }: Flush) {
  const spent = { input: 0, output: 0, cost: 0, unpriced: 0, unsent: 0 };
  if (calls.length === 0) return spent;
  const { rows } = await client.query<{ id: string; was: string }>(
    `WITH came AS (
       SELECT * FROM json_to_recordset($1::json) AS came (id uuid, state text, code text, exchange json, "repliedModel" text, "inputTokens" int,
         "outputTokens" int, "costMicros" bigint, latency int)
     ), old AS (SELECT attempt.id, attempt.state FROM attempt JOIN came USING (id) FOR UPDATE OF attempt)
     UPDATE attempt SET state = CASE WHEN old.state = 'sent' THEN came.state ELSE old.state END, code = coalesce(came.code, attempt.code),
       exchange = came.exchange, replied_model = came."repliedModel", input_tokens = came."inputTokens", output_tokens = came."outputTokens",
       cost_micros = came."costMicros", latency = came.latency, finished_at = now()
     FROM came JOIN old USING (id) WHERE attempt.id = came.id RETURNING attempt.id, old.state AS was`,
    [JSON.stringify(calls)],
  );
  const known = new Map(rows.map(({ id, was }) => [id, was]));
  for (const call of calls) {
    const was = known.get(call.id);
    if (was === undefined) continue;
    if (!call.sent) {
      if (was === "sent") spent.unsent += 1;
      continue;
    }
    spent.input += call.inputTokens ?? 0;
    spent.output += call.outputTokens ?? 0;
    spent.cost += call.costMicros ?? 0;
    if (call.costMicros === null && call.state !== "failed") spent.unpriced += 1;
  }
  return spent;
}

async function endItems(world: World, client: PoolClient, work: Flush, run: RunRow) {
  const none = { done: 0, failed: 0, cancelled: 0, produced: 0, refused: new Set<string>(), changed: false };
  if (work.end.length === 0) return none;
  const { rows: held } = await client.query<{ id: string }>(
    `SELECT item.id FROM run_item item JOIN json_to_recordset($1::json) AS ending (id uuid, attempt int) ON ending.id = item.id
     WHERE item.state = 'active' AND item.worker = $2 AND item.attempt = ending.attempt FOR UPDATE OF item`,
    [JSON.stringify(work.end.map(({ id, attempt }) => ({ id, attempt }))), work.worker],
  );
  const own = new Set(held.map(({ id }) => id));
  const ending = work.end.filter(({ id }) => own.has(id));
  const refused = new Set(work.end.filter(({ id }) => !own.has(id)).map(({ id }) => id));
  const made = ending.flatMap(({ state, drafts }) => (state === "done" && drafts !== null ? [drafts] : []));
  const produced = await storeDrafts(world, client, {
    runId: work.runId,
    projectId: run.project_id,
    number: run.number,
    method: run.method,
    simulated: run.simulated,
    createdBy: run.created_by,
    items: made,
  });
  failpoint("run.results.open");
  const { rows: ordinals } = await client.query<{ ordinal: number; state: string }>(
    `UPDATE run_item SET state = ending.state, code = ending.code, problem = ending.problem, result = ending.result, produced = ending.produced, tick = $2,
       worker = NULL, finished_at = CASE WHEN ending.state = 'planned' THEN NULL ELSE now() END
     FROM json_to_recordset($1::json) AS ending (id uuid, state text, code text, problem text, result json, produced int)
     WHERE run_item.id = ending.id RETURNING run_item.ordinal, run_item.state`,
    [
      JSON.stringify(
        ending.map(({ id, state, code, problem, result, drafts }) => ({
          id,
          state: state === "planned" && run.state === "cancelled" ? "cancelled" : state,
          code,
          problem,
          result,
          produced: state === "done" ? (drafts?.drafts.length ?? 0) : 0,
        })),
      ),
      run.tick,
    ],
  );
  const done = ordinals.filter(({ state }) => state === "done").map(({ ordinal }) => ordinal);
  if (done.length > 0)
    await client.query(
      `UPDATE run_item SET waits_for = waits_for - (SELECT count(*) FROM unnest(needs) need WHERE need = ANY($2::int[]))
       WHERE run_id = $1 AND state = 'planned' AND waits_for > 0 AND needs && $2::int[]`,
      [work.runId, done],
    );
  const failed = ordinals.filter(({ state }) => state === "failed").length;
  const cancelled = ordinals.filter(({ state }) => state === "cancelled").length;
  return { done: done.length, failed, cancelled, produced, refused, changed: ordinals.length > 0 };
}

/** Questions of these calls that were answered in this run, by whomever. One index probe each. */
async function findAnswers(client: PoolClient, { runId, admit: calls }: Flush): Promise<Answered[]> {
  const { rows } = await client.query<Answered>(
    `SELECT ask_key AS "askKey", state, exchange FROM attempt
     WHERE run_id = $1 AND ask_key = ANY($2::uuid[]) AND state NOT IN ('failed', 'lost', 'sent')`,
    [runId, [...new Set(calls.flatMap(({ askKey, formerKeys }) => [askKey, ...formerKeys]))]],
  );
  return rows;
}

/** Which items, by id and attempt, are this worker's. */
async function findHeld(client: PoolClient, { worker, admit: calls }: Flush): Promise<Set<string>> {
  const { rows } = await client.query<{ id: string; attempt: number }>(
    "SELECT id, attempt FROM run_item WHERE id = ANY($1::uuid[]) AND state = 'active' AND worker = $2",
    [[...new Set(calls.map(({ itemId }) => itemId))], worker],
  );
  return new Set(rows.map(({ id, attempt }) => `${id} ${attempt}`));
}

/** Writes down that calls are sent; one whose question somebody else is asking at this moment waits. */
async function admit(
  client: PoolClient,
  { runId, worker }: Flush,
  calls: readonly CallToAdmit[],
): Promise<readonly string[]> {
  if (calls.length === 0) return [];
  const { rows } = await client.query<{ id: string }>(
    `INSERT INTO attempt (id, run_id, item_id, ask_key, number, worker, connection_id, model, role, prompt, prompt_revision, request)
     SELECT id, $2, "itemId", "askKey", number, $3, "connectionId", model, role, prompt, "promptRevision", request
     FROM json_to_recordset($1::json) AS call (id uuid, "itemId" uuid, "askKey" uuid, number int, "connectionId" uuid, model text, role text,
       prompt text, "promptRevision" text, request json)
     ON CONFLICT DO NOTHING RETURNING id`,
    [JSON.stringify(calls), runId, worker],
  );
  return rows.map(({ id }) => id);
}

async function takeItems(client: PoolClient, work: Flush, run: RunRow, state: string): Promise<TakenItem[]> {
  const { rows } = await client.query<{
    id: string;
    ordinal: number;
    attempt: number;
    payload: unknown;
    others: unknown;
    needs: number[];
  }>(
    `UPDATE run_item SET state = 'active', attempt = attempt + 1, worker = $2, tick = $3, started_at = coalesce(started_at, now()), code = NULL, problem = NULL
     WHERE id IN (
       SELECT id FROM run_item WHERE run_id = $1 AND state = 'planned' AND waits_for = 0 AND ($5 OR ordinal < ${trialItems})
       ORDER BY ordinal LIMIT $4
     ) RETURNING id, ordinal, attempt, payload, others, needs`,
    [work.runId, work.worker, run.tick, work.take, state !== "trial"],
  );
  const needs = [...new Set(rows.flatMap(({ needs: own }) => own))];
  const left = new Map<number, unknown>();
  if (needs.length > 0) {
    const found = await client.query<{ ordinal: number; result: unknown }>(
      "SELECT ordinal, result FROM run_item WHERE run_id = $1 AND ordinal = ANY($2::int[])",
      [work.runId, needs],
    );
    for (const { ordinal, result } of found.rows) left.set(ordinal, result);
  }
  return rows
    .map(({ needs: own, ...item }) => ({ ...item, needed: own.map((need) => left.get(need) ?? null) }))
    .sort((a, b) => a.ordinal - b.ordinal);
}

/**
 * What an open run has come to when nothing is left that could go on: done, or for a trial tried. An item whose needs failed
 * can never begin and fails with them.
 */
async function isFinished(client: PoolClient, runId: string, state: string, trial: boolean): Promise<string | null> {
  if (!open.has(state)) return null;
  const { rows } = await client.query<{ going: boolean; stuck: number }>(
    `SELECT EXISTS (SELECT FROM run_item WHERE run_id = $1 AND (state = 'active' OR (state = 'planned' AND waits_for = 0 AND ($2 OR ordinal < ${trialItems})))) AS going,
       (SELECT count(*)::int FROM run_item WHERE run_id = $1 AND state = 'planned' AND waits_for > 0) AS stuck`,
    [runId, state !== "trial"],
  );
  const found = rows[0];
  if (found === undefined || found.going) return null;
  if (state === "trial" && trial) return "tried";
  if (found.stuck > 0) {
    const { rowCount } = await client.query(
      `UPDATE run_item SET state = 'failed', code = 'needs', problem = 'What it is made from could not be made.', finished_at = now()
       WHERE run_id = $1 AND state = 'planned' AND waits_for > 0`,
      [runId],
    );
    await client.query("UPDATE run SET failed = failed + $2 WHERE id = $1", [runId, rowCount]);
  }
  return "done";
}

async function tellEnd(world: World, client: PoolClient, run: RunRow): Promise<void> {
  await world.queue.enqueueOn(client, "search.index", { projectId: run.project_id }, run.project_id);
  await world.queue.enqueueOn(client, "score.project", { projectId: run.project_id }, run.project_id);
}
