import { createHash } from "node:crypto";
import type { ClientBase } from "pg";
import { NIL } from "uuid";
import type { Difference } from "#lib/curation/difference.ts";
import { type Folded, type FoldedConversation, initialState } from "#lib/curation/fold-events.ts";
import type { ConversationState } from "#lib/schema/act-payload.ts";
import { Turns } from "#lib/schema/conversation.ts";
import { questionOf } from "#lib/text/question-of.ts";
import { factsOf } from "../conversation-facts.ts";
import { compareFields } from "./collect-differences.ts";
import { createBatchCheck } from "./import-batches.ts";

/** A page holds whole texts, so it is small. */
const page = 250;

interface ConversationRecord extends ConversationState {
  id: string;
  version: number;
  importId: string | null;
  runId: string | null;
  question: string;
  facts: string;
  tags: string[];
}
interface RevisionRecord {
  conversation: string;
  number: number;
  turns: string;
  sha256: string;
}

const conversations = `
  SELECT id, version, status, flagged, edited, head_revision AS "headRevision", decision_count AS "decisionCount", decided_by AS "decidedBy", assignee_id AS assignee,
    import_id AS "importId", run_id AS "runId", question, ${factsOf("conversation")} AS facts,
    ARRAY(SELECT tag_id::text FROM conversation_tag WHERE conversation_id = conversation.id ORDER BY 1) AS tags
  FROM conversation WHERE project_id = $1 AND id > $2 ORDER BY id LIMIT ${page}`;
const revisions = `
  SELECT conversation_id AS conversation, number, turns::text AS turns, sha256 FROM revision
  WHERE conversation_id = ANY($1::uuid[]) ORDER BY conversation_id, number`;

/**
 * Walks all conversations of a project with their texts and tags and holds each against what the events come to. Call it
 * inside one snapshot. O(conversations and their texts) time, memory of one page.
 *
 * @returns how many there are
 */
export async function checkConversations(
  client: ClientBase,
  projectId: string,
  folded: Folded,
  report: (difference: Difference) => void,
): Promise<number> {
  const batches = createBatchCheck(folded, report);
  const missing = new Set([...folded.conversations.keys(), ...folded.tags.keys()]);
  let count = 0;
  for (let after: string = NIL; ; ) {
    const { rows } = await client.query<ConversationRecord>(conversations, [projectId, after]);
    const last = rows.at(-1);
    if (last === undefined) break;
    const texts = new Map<string, RevisionRecord[]>(rows.map(({ id }) => [id, []]));
    const found = await client.query<RevisionRecord>(revisions, [[...texts.keys()]]);
    for (const text of found.rows) texts.get(text.conversation)?.push(text);
    for (const row of rows) {
      const due = folded.conversations.get(row.id);
      const own = texts.get(row.id) ?? [];
      missing.delete(row.id);
      checkState(row, due, report);
      checkTags(row, folded, report);
      checkTexts(row, own, due, report);
      const first = own.find(({ number }) => number === 1);
      batches.check({
        id: row.id,
        importId: row.importId,
        runId: row.runId,
        sha256: first?.sha256 ?? null,
        facts: due?.facts?.first ?? row.facts,
      });
    }
    count += rows.length;
    after = last.id;
  }
  batches.end();
  for (const id of missing) report({ kind: "conversation.missing", id, expected: "a conversation", found: "none" });
  return count;
}

function checkState(
  row: ConversationRecord,
  due: FoldedConversation | undefined,
  report: (difference: Difference) => void,
): void {
  compareFields("conversation", row.id, due?.state ?? initialState, { ...row }, report);
  const events = due?.events ?? 0;
  if (row.version - 1 !== events) {
    const found = `version ${row.version}`;
    report({
      kind: "conversation.version",
      id: row.id,
      expected: `version ${events + 1} after ${events} events`,
      found,
    });
  }
  if (due?.facts && due.facts.now !== row.facts)
    report({ kind: "conversation.facts", id: row.id, expected: due.facts.now, found: row.facts });
}

function checkTags(row: ConversationRecord, folded: Folded, report: (difference: Difference) => void): void {
  const expected = [...(folded.tags.get(row.id) ?? [])].sort().join(", ");
  const found = row.tags.join(", ");
  if (expected !== found) report({ kind: "conversation.tags", id: row.id, expected, found });
}

function checkTexts(
  row: ConversationRecord,
  texts: readonly RevisionRecord[],
  due: FoldedConversation | undefined,
  report: (difference: Difference) => void,
): void {
  const expected = new Map(due?.revisions);
  for (const { number, turns, sha256 } of texts) {
    const id = `${row.id} ${number}`;
    const actual = createHash("sha256").update(turns).digest("hex");
    if (actual !== sha256) report({ kind: "revision.turns", id, expected: sha256, found: actual });
    // The first text is in the hash of its import.
    if (number !== 1 && expected.get(number) !== sha256)
      report({ kind: "revision.sha256", id, expected: expected.get(number) ?? "no such text", found: sha256 });
    expected.delete(number);
    if (number === row.headRevision) checkQuestion(row, turns, report);
  }
  for (const [number, sha256] of expected)
    report({ kind: "revision.missing", id: `${row.id} ${number}`, expected: sha256, found: "none" });
  if (!texts.some(({ number }) => number === row.headRevision))
    report({ kind: "revision.missing", id: `${row.id} ${row.headRevision}`, expected: "the head", found: "none" });
}

/** The line that lists show is made from the head. */
function checkQuestion(row: ConversationRecord, turns: string, report: (difference: Difference) => void): void {
  const parsed = Turns.safeParse(JSON.parse(turns));
  if (!parsed.success) {
    report({ kind: "revision.turns", id: `${row.id} ${row.headRevision}`, expected: "turns", found: "something else" });
    return;
  }
  const expected = questionOf(parsed.data);
  if (row.question !== expected) report({ kind: "conversation.question", id: row.id, expected, found: row.question });
}
