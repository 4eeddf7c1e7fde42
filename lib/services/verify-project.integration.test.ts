import { appendFile, utimes, writeFile } from "node:fs/promises";
import { join } from "node:path";
import type { PoolClient } from "pg";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import type { Actor } from "#lib/schema/actor.ts";
import { createUser } from "./create-user.ts";
import { decide } from "./decide.ts";
import { editConversation } from "./edit-conversation.ts";
import { exportNow } from "./export-now.ts";
import { listTags } from "./list-tags.ts";
import { mergeTags } from "./merge-tags.ts";
import { prepareBulk } from "./prepare-bulk.ts";
import { startBulk } from "./start-bulk.ts";
import { tagConversation } from "./tag-conversation.ts";
import { importText, jsonLines, operator, record } from "./testing/import-text.ts";
import { openTestWorld, type TestWorld } from "./testing/test-world.ts";
import { undo } from "./undo.ts";
import { verify } from "./verify.ts";

const slug = "busy";
const tables =
  "event event_chain conversation revision decision conversation_tag import import_row lease export bulk_act bulk_item".split(
    " ",
  );
let world: TestWorld;
let exported: string;

beforeAll(async () => {
  world = await openTestWorld();
  await world.addProject(slug);
  await makeBusy();
  await run(["CREATE SCHEMA kept", ...tables.map((table) => `CREATE TABLE kept.${table} AS TABLE ${table}`)]);
});
afterAll(() => world.end());

/** Imports, updates, decisions of two people, edits, undo, redo, tags, a merge and an export. */
async function makeBusy(): Promise<void> {
  const lines = ["jp", "de", "br"].flatMap((culture) =>
    [1, 2, 3, 4].map((n) =>
      record(`${culture}-${n}`, culture, `What is eaten on feast ${n}?`, `Dish ${n} of ${culture}.`, {
        tags: n % 2 === 0 ? ["old"] : [],
        note: n,
      }),
    ),
  );
  await importText(world, { project: slug, text: jsonLines(lines) });
  const people = await Promise.all(["ada", "ben"].map(addPerson));
  const [ada, ben] = people;
  if (!ada || !ben) throw new Error("Two people were made");
  const ids = await conversationIds();
  const [one = "", two = "", three = "", four = "", five = "", six = ""] = ids;
  const say = (actor: Actor, conversation: string, expectedVersion: number, kind: string, reason?: string) =>
    decide.run(world, actor, { project: slug, conversation, expectedVersion, kind, reason });
  const turns = (text: string) => [
    { role: "user", content: "What is eaten?" },
    { role: "assistant", content: text },
  ];
  await say(ada, one, 1, "accept");
  await say(ada, one, 2, "reject", "untrue");
  await say(ben, one, 3, "accept");
  await undo.run(world, ben, { project: slug });
  await say(ada, two, 1, "flag");
  await editConversation.run(world, ada, {
    project: slug,
    conversation: two,
    expectedVersion: 2,
    turns: turns("Soup."),
    accept: true,
  });
  await undo.run(world, ada, { project: slug });
  await undo.run(world, ada, { project: slug, direction: "redo" });
  await editConversation.run(world, ben, {
    project: slug,
    conversation: three,
    expectedVersion: 1,
    turns: turns("Rice."),
  });
  await say(ben, three, 2, "skip");
  const { rows: tags } = await listTags.run(world, operator, { project: slug });
  const old = tags.find(({ key }) => key === "old");
  const target = tags.find(({ key }) => key !== "old" && key !== tags[0]?.key);
  const other = tags[0];
  if (!old || !target || !other) throw new Error("The project has tags");
  const tagging = { project: slug, conversation: four, remove: [] };
  await tagConversation.run(world, ada, { ...tagging, expectedVersion: 1, add: [target.id, other.id] });
  await tagConversation.run(world, ada, {
    project: slug,
    conversation: four,
    expectedVersion: 2,
    add: [],
    remove: [other.id],
  });
  await undo.run(world, ada, { project: slug });
  await mergeTags.run(world, operator, { project: slug, tag: old.id, into: target.id, expectedVersion: old.version });
  await say(ada, five, 1, "accept");
  const changed = lines.slice(4, 6).map((line) => ({ ...line, messages: turns("Another dish."), tags: ["new"] }));
  await importText(world, {
    project: slug,
    fileName: "again.jsonl",
    text: jsonLines([...lines.slice(0, 4), ...changed]),
  });
  await say(ada, five, 3, "accept");
  const all = { kind: "matching", filter: { culture: ["de"] }, except: [five, six] };
  for (const act of [
    { kind: "tag", add: [other.id], remove: [target.id] },
    { kind: "decide", decision: "reject", reason: "language" },
  ]) {
    const { id } = await prepareBulk.run(world, operator, { project: slug, act, set: all });
    await startBulk.run(world, operator, { project: slug, bulk: id });
  }
  await undo.run(world, operator, { project: slug });
  await undo.run(world, operator, { project: slug, direction: "redo" });
  await prepareBulk.run(world, operator, { project: slug, act: { kind: "assign", to: null }, set: all });
  exported = join(world.folder, "accepted.jsonl");
  await exportNow(world, operator, { project: slug, format: "trl", filter: { status: ["accepted"] }, file: exported });
}

async function addPerson(name: string): Promise<Actor> {
  const input = {
    email: `${name}@example.org`,
    name,
    password: "long enough",
    membership: { project: slug, role: "annotator" },
  };
  const { id } = await createUser(world, { kind: "operator", userId: null, name: "operator" }, input);
  return { kind: "person", userId: id, name, owner: false };
}

async function conversationIds(): Promise<string[]> {
  const { rows } = await world.pool.query<{ id: string }>("SELECT id FROM conversation ORDER BY id");
  return rows.map(({ id }) => id);
}

/** Runs statements without triggers and without looking at references, as a broken tool or a careless hand would. */
async function run(statements: readonly string[]): Promise<void> {
  const client: PoolClient = await world.pool.connect();
  try {
    await client.query("SET session_replication_role = replica");
    for (const statement of statements) await client.query(statement);
  } finally {
    client.release(true);
  }
}

const restore = () =>
  run(tables.flatMap((table) => [`DELETE FROM ${table}`, `INSERT INTO ${table} SELECT * FROM kept.${table}`]));

async function kindsFound(): Promise<Set<string>> {
  const { ok, projects, leftovers } = await verify(world, slug);
  const kinds = new Set([...projects.flatMap(({ differences }) => differences), ...leftovers].map(({ kind }) => kind));
  expect(ok).toBe(kinds.size === 0);
  return kinds;
}

test("finds nothing in a project with every kind of act", async () => {
  const { ok, projects, leftovers } = await verify(world);
  expect(projects).toEqual([{ slug, events: expect.any(Number), conversations: 12, exports: 1, differences: [] }]);
  expect(leftovers).toEqual([]);
  expect(ok).toBe(true);
  const { rows } = await world.pool.query<{ kind: string }>("SELECT DISTINCT kind FROM event ORDER BY 1");
  const acts = ["decided", "edited", "imported", "redone", "tagged", "undone", "updated"];
  expect(rows.map(({ kind }) => kind)).toEqual(
    expect.arrayContaining([
      ...acts.map((act) => `conversation.${act}`),
      ...["acted", "undone", "redone"].map((act) => `conversations.${act}`),
      "tag.merged",
    ]),
  );
});

const event = (kind: string) => `(SELECT max(number) FROM event WHERE kind = '${kind}')`;
const conversation = (place: number) => `(SELECT (array_agg(id ORDER BY id))[${place + 1}] FROM conversation)`;
const bulkRow =
  "(bulk_id, conversation_id) = (SELECT bulk_id, conversation_id FROM bulk_item WHERE outcome = 'done' ORDER BY 1, 2 LIMIT 1)";
/** Hashes every event again after a change, as one who knows how the chain is made would. */
const forge = `DO $$
  DECLARE one event%ROWTYPE; before text := '';
  BEGIN
    FOR one IN SELECT * FROM event ORDER BY number LOOP
      one.previous_hash := before;
      before := encode(sha256(convert_to(event_text(one), 'UTF8')), 'hex');
      UPDATE event SET previous_hash = one.previous_hash, hash = before WHERE number = one.number;
    END LOOP;
    UPDATE event_chain SET hash = before;
  END $$`;

describe("names what was changed behind the studio's back", () => {
  test.each([
    [
      "the payload of an event",
      "event.hash",
      `UPDATE event SET payload = (payload::text || ' ')::json WHERE number = 2`,
    ],
    [
      "the actor of an event",
      "event.hash",
      `UPDATE event SET actor_id = NULL WHERE number = ${event("conversation.tagged")}`,
    ],
    ["an event gone", "event.number", `DELETE FROM event WHERE number = ${event("conversation.tagged")}`],
    ["the newest event gone", "event.head", "DELETE FROM event WHERE number = (SELECT max(number) FROM event)"],
    [
      "a forged event under a chain hashed anew",
      "conversation.status",
      `UPDATE event SET payload = replace(payload::text, '"status":"accepted"', '"status":"rejected"')::json WHERE number = ${event("conversation.decided")}; ${forge}`,
    ],
    [
      "a key used twice under a chain hashed anew",
      "event.key",
      `UPDATE event SET idempotency_key = (SELECT idempotency_key FROM event WHERE number = 1) WHERE number = 2; ${forge}`,
    ],
    ["a status", "conversation.status", `UPDATE conversation SET status = 'accepted' WHERE id = ${conversation(11)}`],
    [
      "a version",
      "conversation.version",
      `UPDATE conversation SET version = version + 1 WHERE id = ${conversation(0)}`,
    ],
    ["a flag", "conversation.flagged", `UPDATE conversation SET flagged = NOT flagged WHERE id = ${conversation(1)}`],
    [
      "who decided",
      "conversation.decidedBy",
      `UPDATE conversation SET decided_by = NULL WHERE id = ${conversation(0)}`,
    ],
    [
      "the head",
      "conversation.headRevision",
      `UPDATE conversation SET head_revision = 1 WHERE id = ${conversation(2)}`,
    ],
    [
      "the line of a list",
      "conversation.question",
      `UPDATE conversation SET question = 'Why?' WHERE id = ${conversation(9)}`,
    ],
    [
      "a culture",
      "import.facts",
      `UPDATE conversation SET culture_id = (SELECT culture_id FROM conversation ORDER BY id DESC LIMIT 1) WHERE id = ${conversation(0)}`,
    ],
    ["metadata", "import.facts", `UPDATE conversation SET metadata = '{"note": 9}' WHERE id = ${conversation(8)}`],
    [
      "a language after an update",
      "conversation.facts",
      `UPDATE conversation SET language = 'fr' WHERE id = ${conversation(4)}`,
    ],
    [
      "a conversation with events gone",
      "conversation.missing",
      `DELETE FROM conversation WHERE id = ${conversation(0)}`,
    ],
    ["a conversation without events gone", "import.count", `DELETE FROM conversation WHERE id = ${conversation(10)}`],
    [
      "a conversation that no import made",
      "conversation.import",
      `INSERT INTO conversation (id, project_id, culture_id, language, question, content_hash) SELECT gen_random_uuid(), project_id, culture_id, 'en', 'Q', gen_random_uuid() FROM conversation LIMIT 1`,
    ],
    [
      "a text",
      "revision.turns",
      `UPDATE revision SET turns = '[{"role":"user","content":"No."}]' WHERE conversation_id = ${conversation(9)}`,
    ],
    [
      "a first text with its hash",
      "import.texts",
      `UPDATE revision SET turns = '[]', sha256 = encode(sha256('[]'), 'hex') WHERE conversation_id = ${conversation(9)}`,
    ],
    [
      "a later text with its hash",
      "revision.sha256",
      `UPDATE revision SET turns = '[]', sha256 = encode(sha256('[]'), 'hex') WHERE conversation_id = ${conversation(2)} AND number = 2`,
    ],
    [
      "a text gone",
      "revision.missing",
      `DELETE FROM revision WHERE conversation_id = ${conversation(2)} AND number = 2`,
    ],
    [
      "a decision taken back",
      "decision.withdrawn",
      "UPDATE decision SET withdrawn = NOT withdrawn WHERE id = (SELECT max(id::text)::uuid FROM decision)",
    ],
    ["a reason", "decision.reason", "UPDATE decision SET reason = 'harm' WHERE kind = 'reject'"],
    [
      "a decision gone",
      "decision.missing",
      "DELETE FROM decision WHERE id = (SELECT max(id::text)::uuid FROM decision)",
    ],
    [
      "a decision that nobody made",
      "decision.unknown",
      `INSERT INTO decision (id, project_id, conversation_id, revision, kind, event_number) SELECT gen_random_uuid(), project_id, id, 1, 'accept', 1 FROM conversation LIMIT 1`,
    ],
    [
      "a tag taken off",
      "conversation.tags",
      "DELETE FROM conversation_tag WHERE conversation_id = (SELECT max(conversation_id::text)::uuid FROM conversation_tag)",
    ],
    [
      "a tag put on",
      "conversation.tags",
      `INSERT INTO conversation_tag SELECT ${conversation(8)}, (SELECT id FROM tag LIMIT 1)`,
    ],
    [
      "the counts of an import",
      "import.inserted",
      "UPDATE import SET inserted = inserted + 1, unchanged = unchanged - 1",
    ],
    ["lines of an import that nobody accounts for", "import.read", "UPDATE import SET read = read + 1"],
    [
      "a staged line left",
      "import.staged",
      `INSERT INTO import_row (import_id, line, question, content_hash, norm_hash, sha256, turns, byte_offset, conversation_id)
       SELECT id, 1, '', gen_random_uuid(), gen_random_uuid(), '', '[]', 0, gen_random_uuid() FROM import LIMIT 1`,
    ],
    [
      "a claim that ran out long ago",
      "lease.expired",
      `INSERT INTO lease SELECT id, gen_random_uuid(), project_id, now() - interval '2 hours' FROM conversation LIMIT 1`,
    ],
    [
      "an item of a batch left out under a chain hashed anew",
      "conversation.version",
      `UPDATE event SET payload = jsonb_set(payload::jsonb, '{items}', (payload::jsonb->'items') - 0)::json WHERE number = ${event("conversations.acted")}; ${forge}`,
    ],
    ["the outcome of a row", "bulk.outcome", `UPDATE bulk_item SET outcome = 'same' WHERE ${bulkRow}`],
    ["a row whose outcome is gone", "bulk.outcome", `UPDATE bulk_item SET outcome = NULL WHERE ${bulkRow}`],
    ["the version a row was led to", "bulk.version", `UPDATE bulk_item SET version = version + 1 WHERE ${bulkRow}`],
    ["the event of a row", "bulk.item", `UPDATE bulk_item SET event_number = NULL WHERE ${bulkRow}`],
    ["a row of an act on many gone", "bulk.items", `DELETE FROM bulk_item WHERE ${bulkRow}`],
    [
      "a row of an act on many that nobody chose",
      "bulk.items",
      `INSERT INTO bulk_item SELECT bulk_id, gen_random_uuid(), 1, 'same' FROM bulk_item WHERE ${bulkRow}`,
    ],
    ["an act on many gone", "bulk.missing", "DELETE FROM bulk_act WHERE state = 'done'"],
    [
      "what an act on many was",
      "bulk.act",
      `UPDATE bulk_act SET act = '{"kind":"assign","to":null}' WHERE state = 'done'`,
    ],
    [
      "an act on many said to be taken back",
      "bulk.undone",
      "UPDATE bulk_act SET state = 'undone' WHERE state = 'done'",
    ],
    [
      "an act on many that was never begun",
      "bulk.state",
      "UPDATE bulk_act SET state = 'done' WHERE state = 'prepared'",
    ],
    [
      "whom it is assigned to",
      "conversation.assignee",
      `UPDATE conversation SET assignee_id = gen_random_uuid() WHERE id = ${conversation(0)}`,
    ],
    ["the hash of an export", "export.row", "UPDATE export SET sha256 = repeat('0', 64)"],
  ])("%s", async (_what, kind, statement) => {
    expect(await kindsFound()).toEqual(new Set());
    await run([statement]);
    const found = await kindsFound();
    await restore();
    expect([...found]).toContain(kind);
  });

  test("an exported file", async () => {
    const { id } = await world.db.export.findFirstOrThrow();
    await appendFile(join(world.folder, "exports", `${id}.${slug}.trl.jsonl`), "\n");
    expect([...(await kindsFound())]).toEqual(["export.file"]);
  });

  test("a file that a killed process left", async () => {
    const left = join(world.folder, "imports", ".left.part");
    await writeFile(left, "");
    await utimes(left, new Date(), new Date(Date.now() - 2 * 3_600_000));
    expect([...(await kindsFound())]).toContain("file.unfinished");
  });
});

test("says that there is no such project", async () => {
  await expect(verify(world, "nowhere")).rejects.toThrow("There is no project “nowhere” here.");
});
