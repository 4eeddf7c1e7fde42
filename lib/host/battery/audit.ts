import { createHash } from "node:crypto";
import type pg from "pg";
import type { LedgerLine } from "./ledger.ts";

/** What was found wrong, one sentence each, and the figures of the run. */
export interface Audit {
  faults: string[];
  sent: number;
  acknowledged: number;
  refused: number;
  /** Writes that met a cut connection or trouble at least once and were settled by repeating them. */
  settled: number;
  events: number;
}

interface EventRow {
  number: string;
  idempotency_key: string;
  conversation_id: string | null;
  actor_kind: string;
  actor_id: string | null;
  kind: string;
  subject: string | null;
  from_version: number | null;
  to_version: number | null;
  payload: string;
  previous_hash: string;
  hash: string;
}

interface ConversationRow {
  id: string;
  version: number;
  status: string;
  flagged: boolean;
  edited: boolean;
  head_revision: number;
  decision_count: number;
  decided_by: string | null;
  assignee_id: string | null;
  turns: string;
  sha256: string;
  tags: string[];
}

const acts = /^conversation\.(decided|edited|tagged)$/;
const sha256 = (text: string) => createHash("sha256").update(text).digest("hex");

/**
 * Holds a project against the ledger of those who wrote to it: nothing acknowledged is missing, nothing appears that nobody
 * sent, nothing refused was done, nothing was done twice, and what stands in each conversation follows from its events. The
 * chain of hashes is computed anew from the columns, without the functions of the database.
 */
export async function audit(
  client: Pick<pg.Client, "query">,
  projectId: string,
  ledger: readonly LedgerLine[],
): Promise<Audit> {
  const { rows: events } = await client.query<EventRow>(
    `SELECT number::text, idempotency_key, conversation_id, actor_kind, actor_id, kind, subject::text, from_version, to_version,
       payload::text AS payload, previous_hash, hash FROM event WHERE project_id = $1 ORDER BY event.number`,
    [projectId],
  );
  const { rows: conversations } = await client.query<ConversationRow>(
    `SELECT conversation.id, version, status, flagged, edited, head_revision, decision_count, decided_by, assignee_id, turns::text AS turns, sha256,
       array(SELECT tag_id::text FROM conversation_tag WHERE conversation_id = conversation.id ORDER BY 1) AS tags
     FROM conversation LEFT JOIN revision ON revision.conversation_id = conversation.id AND revision.number = head_revision
     WHERE project_id = $1`,
    [projectId],
  );
  const { rows: heads } = await client.query<{ number: string; hash: string }>(
    "SELECT number::text, hash FROM event_chain WHERE project_id = $1",
    [projectId],
  );
  const settled = ledger.filter(({ answer }) => answer !== null);
  const acknowledged = settled.filter(({ answer }) => (answer?.status ?? 0) < 300);
  const refused = settled.filter(({ answer }) => (answer?.status ?? 0) >= 400);
  return {
    faults: [
      ...compareWithLedger(events, ledger, acknowledged, refused),
      ...checkChain(projectId, events, heads[0]),
      ...conversations.flatMap((row) =>
        checkConversation(
          row,
          events.filter((event) => event.conversation_id === row.id),
          ledger,
        ),
      ),
    ],
    sent: ledger.length,
    acknowledged: acknowledged.length,
    refused: refused.length,
    settled: settled.filter(({ unsettled }) => unsettled > 0).length,
    events: events.length,
  };
}

function compareWithLedger(
  events: readonly EventRow[],
  ledger: readonly LedgerLine[],
  acknowledged: readonly LedgerLine[],
  refused: readonly LedgerLine[],
): string[] {
  const done = events.filter(({ kind }) => acts.test(kind)).map(({ idempotency_key }) => idempotency_key);
  const keys = new Set(done);
  const sent = new Set(ledger.map(({ key }) => key));
  return [
    ...ledger.filter(({ answer }) => answer === null).map(({ key }) => `${key} never got an answer`),
    ...acknowledged.filter(({ key }) => !keys.has(key)).map(({ key }) => `${key} was acknowledged and is missing`),
    ...done.filter((key) => !sent.has(key)).map((key) => `${key} was done and nobody sent it`),
    ...refused.filter(({ key }) => keys.has(key)).map(({ key }) => `${key} was refused and yet done`),
    ...done.filter((key, at) => done.indexOf(key) !== at).map((key) => `${key} was done twice`),
  ];
}

function checkChain(
  projectId: string,
  events: readonly EventRow[],
  head: { number: string; hash: string } | undefined,
): string[] {
  const faults: string[] = [];
  let previous = "";
  events.forEach((event, at) => {
    if (event.number !== String(at + 1)) faults.push(`event ${event.number} stands at place ${at + 1}`);
    if (event.previous_hash !== previous) faults.push(`event ${event.number} does not follow the one before it`);
    if (event.hash !== sha256(eventText(projectId, event))) faults.push(`event ${event.number} was altered`);
    previous = event.hash;
  });
  if (head?.hash !== previous || head.number !== String(events.length)) faults.push("the chain's head is another");
  return faults;
}

function eventText(projectId: string, event: EventRow): string {
  const fields = [
    projectId,
    event.number,
    event.idempotency_key,
    event.conversation_id ?? "",
    event.actor_kind,
    event.actor_id ?? "",
    event.kind,
    event.subject ?? "",
    event.from_version ?? "",
    event.to_version ?? "",
    event.payload,
    event.previous_hash,
  ];
  return fields.join("\x1f");
}

function checkConversation(row: ConversationRow, events: readonly EventRow[], ledger: readonly LedgerLine[]): string[] {
  const faults: string[] = [];
  if (row.version - 1 !== events.length)
    faults.push(`${row.id} is at version ${row.version} after ${events.length} events`);
  if (row.turns === null || sha256(row.turns) !== row.sha256) faults.push(`${row.id} has a text of another hash`);
  const tags = new Set<string>();
  let state: unknown;
  let lastEdit: string | undefined;
  events.forEach((event, at) => {
    const payload = JSON.parse(event.payload);
    if (event.from_version !== at + 1 || event.to_version !== at + 2)
      faults.push(`${row.id}: event ${event.number} goes from version ${event.from_version} to ${event.to_version}`);
    if (state !== undefined && !isSame(state, payload.before))
      faults.push(`${row.id}: event ${event.number} begins from another state than the one before it left`);
    state = payload.after;
    for (const tag of payload.added ?? []) tags.add(tag);
    for (const tag of payload.removed ?? []) tags.delete(tag);
    if (event.kind === "conversation.edited") lastEdit = event.idempotency_key;
  });
  const now = {
    status: row.status,
    flagged: row.flagged,
    edited: row.edited,
    headRevision: row.head_revision,
    decisionCount: row.decision_count,
    decidedBy: row.decided_by,
    assignee: row.assignee_id,
  };
  if (state !== undefined && !isSame(state, now)) faults.push(`${row.id} is not what its events lead to`);
  if (!isSame([...tags].sort(), row.tags)) faults.push(`${row.id} has other tags than its events lead to`);
  if (lastEdit !== undefined && ledger.find(({ key }) => key === lastEdit)?.sha256 !== row.sha256)
    faults.push(`${row.id} has a text that its last editor did not send`);
  return faults;
}

function isSame(one: unknown, other: unknown): boolean {
  return JSON.stringify(sorted(one)) === JSON.stringify(sorted(other));
}

function sorted(value: unknown): unknown {
  if (typeof value !== "object" || value === null || Array.isArray(value)) return value;
  return Object.fromEntries(Object.entries(value).sort(([one], [other]) => (one < other ? -1 : 1)));
}
