import { z } from "zod";
import { StudioError } from "#lib/errors.ts";
import { Exchange } from "#lib/schema/exchange.ts";
import { AttemptState, AttemptView } from "#lib/schema/run.ts";
import { defineProjectRead } from "../define.ts";
import { requireRun } from "./list-run-items.ts";

const page = 100;

interface AttemptRecord {
  id: string;
  item: string;
  number: number;
  connection: string | null;
  model: string;
  repliedModel: string | null;
  role: string;
  prompt: string;
  promptRevision: string;
  state: string;
  code: string | null;
  input: number | null;
  output: number | null;
  cost: string | null;
  latency: number | null;
  sentAt: Date;
  request?: unknown;
  exchange?: unknown;
}

const columns = `attempt.id, attempt.item_id AS item, attempt.number, connection.name AS connection, attempt.model, attempt.replied_model AS "repliedModel",
  attempt.role, attempt.prompt, attempt.prompt_revision AS "promptRevision", attempt.state, attempt.code, attempt.input_tokens AS input,
  attempt.output_tokens AS output, attempt.cost_micros AS cost, attempt.latency, attempt.sent_at AS "sentAt"`;

function toView(row: AttemptRecord): AttemptView {
  return {
    id: row.id,
    item: row.item,
    number: row.number,
    connection: row.connection ?? "a connection that is gone",
    model: row.model,
    repliedModel: row.repliedModel,
    role: row.role,
    prompt: row.prompt,
    promptRevision: row.promptRevision,
    state: AttemptState.parse(row.state),
    code: row.code,
    tokens: { input: row.input, output: row.output },
    cost: row.cost === null ? null : Number(row.cost) / 1_000_000,
    latency: row.latency,
    sentAt: row.sentAt.toISOString(),
    request: row.request === undefined ? null : z.json().parse(row.request),
    reply: row.exchange == null ? null : Exchange.parse(row.exchange).text,
  };
}

/** The calls of a run, the newest first, or those of one of its items, a page at a time. Without what was said. */
export const listAttempts = defineProjectRead(
  {
    action: "run.inspect",
    summary: "List the calls of a run",
    Input: z.strictObject({
      project: z.string(),
      run: z.uuid(),
      item: z.uuid().optional(),
      cursor: z.uuid().optional(),
    }),
    Output: z.strictObject({ rows: z.array(AttemptView), next: z.string().nullable() }),
  },
  async ({ world, project }, { run, item, cursor }) => {
    await requireRun(world, project.id, run);
    const { rows } = await world.pool.query<AttemptRecord>(
      `SELECT ${columns} FROM attempt LEFT JOIN connection ON connection.id = attempt.connection_id
       WHERE attempt.run_id = $1 AND ($2::uuid IS NULL OR attempt.item_id = $2) AND ($3::uuid IS NULL OR attempt.id < $3)
       ORDER BY attempt.id DESC LIMIT ${page + 1}`,
      [run, item ?? null, cursor ?? null],
    );
    const shown = rows.slice(0, page);
    return { rows: shown.map(toView), next: rows.length > page ? (shown.at(-1)?.id ?? null) : null };
  },
);

/** One call with what was asked and what came back, to the letter. */
export const getAttempt = defineProjectRead(
  {
    action: "run.inspect",
    summary: "Read a call of a run with its request and its reply",
    Input: z.strictObject({ project: z.string(), run: z.uuid(), attempt: z.uuid() }),
    Output: AttemptView,
  },
  async ({ world, project }, { run, attempt }) => {
    await requireRun(world, project.id, run);
    const { rows } = await world.pool.query<AttemptRecord>(
      `SELECT ${columns}, attempt.request, attempt.exchange FROM attempt LEFT JOIN connection ON connection.id = attempt.connection_id
       WHERE attempt.run_id = $1 AND attempt.id = $2`,
      [run, attempt],
    );
    const [row] = rows;
    if (row === undefined) throw new StudioError("not_found", "There is no such call in this run.");
    return toView(row);
  },
);
