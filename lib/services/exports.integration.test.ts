import { createHash } from "node:crypto";
import { createReadStream } from "node:fs";
import { readFile } from "node:fs/promises";
import { join } from "node:path";
import { createInterface } from "node:readline";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { ExportManifest } from "#lib/export/manifest.ts";
import type { Actor } from "#lib/schema/actor.ts";
import type { ConversationFilter } from "#lib/schema/conversation-search.ts";
import { type ExportFormat, ExportRow } from "#lib/schema/export.ts";
import { decide } from "./decide.ts";
import { editConversation } from "./edit-conversation.ts";
import { createExport, getExport } from "./exports.ts";
import { getFacets } from "./get-facets.ts";
import { scoreProject } from "./score-project.ts";
import { tagConversation } from "./tag-conversation.ts";
import { importText, jsonLines, operator, record } from "./testing/import-text.ts";
import { openTestWorld, type TestWorld } from "./testing/test-world.ts";
import { writeExport } from "./write-export.ts";

const size = 10_000;
const project = "big";
let world: TestWorld;
let projectId: string;
let ids: string[];
let person: Actor;

beforeAll(async () => {
  world = await openTestWorld();
  projectId = await world.addProject(project);
  const userId = world.newId();
  await world.db.user.create({ data: { id: userId, name: "Curious Name", email: "secret@mail.example" } });
  await world.db.membership.create({ data: { projectId, userId, role: "admin" } });
  person = { kind: "person", userId, name: "Curious Name", owner: false };
  const odd = [
    "\u2028 line",
    "\u2029 paragraph",
    "\u0085 next",
    'tab\t and \\ and "',
    "e\u0301 \u{1f469}\u200d\u{1f680}",
    "\u202eoverride\u202c",
    "<script>",
    "=1+1",
    "\r\n lines \n",
  ];
  const lines = Array.from({ length: size }, (_, n) =>
    record(
      n % 5 === 0 ? null : `big-${n}`,
      ["jp", "fr", "ke"][n % 3] ?? "jp",
      `Question ${n} ${odd[n % odd.length]}?`,
      `Answer ${n} ${odd[(n + 4) % odd.length]}.`,
      {
        topic: n % 4 === 0 ? "food" : undefined,
        source: n % 7 === 0 ? "survey" : undefined,
        tags: n % 1_000 === 0 ? ["marked", "second"] : undefined,
      },
    ),
  );
  await importText(world, { project, text: jsonLines(lines) });
  ids = (
    await world.db.conversation.findMany({ where: { projectId }, orderBy: { id: "asc" }, select: { id: true } })
  ).map(({ id }) => id);
});
afterAll(() => world.end());

async function write(
  slug: string,
  format: ExportFormat,
  filter: ConversationFilter,
): Promise<{ id: string; bytes: Buffer; manifest: ExportManifest }> {
  const { id } = await createExport.run(world, operator, { project: slug, format, filter });
  await writeExport(world, id);
  return { id, ...(await read(slug, format, id)) };
}

async function read(slug: string, format: ExportFormat, id: string) {
  const at = (name: string) => join(world.folder, "exports", `${id}.${name}`);
  const bytes = await readFile(at(`${slug}.${format}.jsonl`));
  const manifest = ExportManifest.parse(JSON.parse(await readFile(at(`${slug}.${format}.manifest.json`), "utf8")));
  return { bytes, manifest };
}

const rowsOf = (bytes: Buffer) =>
  bytes
    .toString("utf8")
    .split("\n")
    .slice(0, -1)
    .map((line) => ExportRow.parse(JSON.parse(line)));
const act = (conversation: string | undefined, expectedVersion: number, kind: string) =>
  decide.run(world, person, { project, conversation, expectedVersion, kind });

describe("one export", () => {
  test("E1, E9, E10: page, file, manifest and database agree on the count; filter and SHA-256 are those of the file", async () => {
    for (const id of ids.slice(0, 30)) await act(id, 1, "accept");
    for (const id of ids.slice(30, 50)) await act(id, 1, "reject");
    for (const filter of [
      {},
      { status: ["accepted"] },
      { culture: ["jp", "ke"] },
      { topic: ["food"], status: ["pending"] },
    ] satisfies ConversationFilter[]) {
      const { bytes, manifest, id } = await write(project, "tessera", filter);
      const facets = await getFacets.run(world, operator, { project, ...filter });
      const view = await getExport.run(world, operator, { project, export: id });
      const inFile = bytes.filter((byte) => byte === 0x0a).length;
      const [file] = manifest.files;
      expect([inFile, manifest.rows, file?.rows, view.rows, view.total]).toEqual(
        Array.from({ length: 5 }, () => facets.matching),
      );
      expect(manifest.filter).toEqual(filter);
      expect([file?.sha256, file?.bytes]).toEqual([createHash("sha256").update(bytes).digest("hex"), bytes.length]);
      expect([view.sha256, view.bytes, view.eventNumber]).toEqual([file?.sha256, bytes.length, manifest.eventNumber]);
      expect(manifest.validation).toEqual({ errors: [], warnings: [] });
    }
    expect(await world.db.conversation.count({ where: { projectId } })).toBe(size);
  });

  test("E2: one state exported twice gives the same bytes, manifest included, in every format", async () => {
    for (const format of ["tessera", "openai-chat", "trl", "sharegpt", "alpaca"] as const) {
      const filter: ConversationFilter = { status: ["accepted", "rejected"] };
      const [one, two] = [await write(project, format, filter), await write(project, format, filter)];
      expect(two.bytes.equals(one.bytes)).toBe(true);
      expect(two.manifest).toEqual(one.manifest);
      expect(one.manifest.validation.errors).toEqual([]);
      expect(one.bytes.subarray(0, 3).equals(Buffer.from([0xef, 0xbb, 0xbf]))).toBe(false);
      expect(one.bytes.at(-1)).toBe(0x0a);
    }
  });

  test("E5: every reader finds the same number of lines, whatever stands in the texts", async () => {
    const { id, bytes } = await write(project, "tessera", {});
    const strict = bytes.filter((byte) => byte === 0x0a).length;
    let nodeLines = 0;
    const input = createReadStream(join(world.folder, "exports", `${id}.${project}.tessera.jsonl`));
    for await (const line of createInterface({ input, crlfDelay: Number.POSITIVE_INFINITY }))
      nodeLines += line === "" ? 0 : 1;
    // As Python's str.splitlines does.
    const splitlines = bytes
      .toString("utf8")
      .split(/\r\n|[\n\r\v\f\u001c-\u001e\u0085\u2028\u2029]/)
      .filter((line) => line !== "");
    expect([strict, nodeLines, splitlines.length]).toEqual([size, size, size]);
    for (const line of splitlines.slice(0, 100)) JSON.parse(line);
  });

  test("E7: a row holds exactly the fields of the format: no address, no person, nothing internal", async () => {
    const { bytes } = await write(project, "tessera", {});
    const keys = [
      "id",
      "externalId",
      "culture",
      "language",
      "topic",
      "questionKey",
      "source",
      "method",
      "status",
      "turns",
      "tags",
      "scores",
      "version",
    ];
    for (const row of rowsOf(bytes).slice(0, 200)) expect(Object.keys(row)).toEqual(keys);
    const text = bytes.toString("utf8");
    for (const secret of [
      "secret@mail.example",
      "Curious Name",
      person.userId ?? "",
      projectId,
      "contentHash",
      "decidedBy",
    ])
      expect(text).not.toContain(secret);
  });

  test("E11: accepted only holds the accepted, whatever else there is; flags, skips and undone verdicts do not count", async () => {
    const [a, b, c] = ids.slice(60, 63);
    await act(a, 1, "flag");
    await act(b, 1, "skip");
    await act(c, 1, "accept");
    await act(c, 2, "reject");
    const { bytes } = await write(project, "tessera", { status: ["accepted"] });
    const rows = rowsOf(bytes);
    const accepted = await world.db.conversation.findMany({
      where: { projectId, status: "accepted" },
      orderBy: { id: "asc" },
      select: { id: true },
    });
    expect(rows.map(({ id, status }) => [id, status])).toEqual(accepted.map(({ id }) => [id, "accepted"]));
    const sideCars = await write(project, "openai-chat", { status: ["accepted"] });
    expect(sideCars.manifest.files.map(({ rows: count }) => count)).toEqual([rows.length, rows.length]);
  });

  test("an accepted edit exports the edited text, in every format; so do tags", async () => {
    const [id = ""] = ids.slice(70, 71);
    const turns = [
      { role: "user", content: "Asked anew?" },
      { role: "assistant", content: "Answered anew." },
    ];
    const tag = await world.db.tag.findFirstOrThrow({ where: { projectId, parentId: { not: null } } });
    await editConversation.run(world, person, { project, conversation: id, expectedVersion: 1, turns, accept: true });
    await tagConversation.run(world, person, { project, conversation: id, expectedVersion: 2, add: [tag.id] });
    const { bytes } = await write(project, "tessera", { status: ["accepted"] });
    const row = rowsOf(bytes).find((one) => one.id === id);
    expect(row).toMatchObject({ turns, status: "accepted", version: 3, tags: expect.arrayContaining([tag.key]) });
    for (const format of ["openai-chat", "trl", "sharegpt", "alpaca"] as const) {
      const text = (await write(project, format, { status: ["accepted"] })).bytes.toString("utf8");
      expect([format, text.includes("Answered anew."), text.includes("Asked anew?")]).toEqual([format, true, true]);
    }
  });
});

test("E3: what changes while an export is written does not appear; the file is the state at the event the manifest names", async () => {
  const before = rowsOf((await write(project, "tessera", {})).bytes);
  const { id } = await createExport.run(world, operator, { project, format: "tessera", filter: {} });
  // The export is held at the moment after its snapshot: its first progress waits for a lock that this test holds.
  const holder = await world.pool.connect();
  await holder.query("SELECT pg_advisory_lock(777)");
  await holder.query(
    `CREATE FUNCTION hold_export() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN PERFORM pg_advisory_xact_lock(777); RETURN NEW; END $$`,
  );
  await holder.query(
    "CREATE TRIGGER hold_export BEFORE UPDATE OF total ON export FOR EACH ROW WHEN (NEW.total IS DISTINCT FROM OLD.total) EXECUTE FUNCTION hold_export()",
  );
  const writing = writeExport(world, id);
  const waiting = async () =>
    (await holder.query("SELECT 1 FROM pg_locks WHERE locktype = 'advisory' AND objid = 777 AND NOT granted")).rowCount;
  await expect.poll(waiting, { timeout: 20_000, interval: 5 }).toBe(1);
  const changed = ids.slice(100, 140);
  for (const conversation of changed) {
    const turns = [{ role: "user", content: "Changed meanwhile?" }];
    await editConversation.run(world, person, { project, conversation, expectedVersion: 1, turns, accept: true });
  }
  await importText(world, { project, text: jsonLines([record("meanwhile", "jp", "Imported meanwhile?", "Yes.")]) });
  await holder.query("SELECT pg_advisory_unlock(777)");
  await writing;
  await holder.query("DROP TRIGGER hold_export ON export; DROP FUNCTION hold_export()");
  holder.release();
  const { bytes, manifest } = await read(project, "tessera", id);
  expect(rowsOf(bytes)).toEqual(before);
  expect(bytes.toString("utf8")).not.toContain("meanwhile");
  const event = await world.db.event.findFirstOrThrow({ where: { projectId, conversationId: changed[0] } });
  expect(manifest.eventNumber).toBeLessThan(Number(event.number));
  const after = rowsOf((await write(project, "tessera", {})).bytes);
  expect([after.length, after.filter(({ turns }) => turns[0]?.content === "Changed meanwhile?").length]).toEqual([
    before.length + 1,
    40,
  ]);
});

test("E4: what is exported and imported elsewhere is the same, row by row, and exports the same again", async () => {
  const { bytes } = await write(project, "tessera", {});
  const elsewhere = await world.addProject("elsewhere");
  const done = await importText(world, { project: "elsewhere", text: bytes, newCultures: "reject" });
  expect([done.read, done.inserted]).toEqual([size + 1, size + 1]);
  const hashOf = ({ id, externalId, culture, language, topic, questionKey, source, turns, tags }: ExportRow) =>
    createHash("sha256")
      .update(JSON.stringify([externalId ?? id, culture, language, topic, questionKey, source, turns, tags]))
      .digest("hex");
  const there = await write("elsewhere", "tessera", {});
  expect(rowsOf(there.bytes).map(hashOf).sort()).toEqual(rowsOf(bytes).map(hashOf).sort());
  const again = await importText(world, { project: "elsewhere", text: bytes });
  expect([again.inserted, again.updated, again.unchanged]).toEqual([0, 0, size + 1]);
  expect(await world.db.conversation.count({ where: { projectId: elsewhere } })).toBe(size + 1);
});

test("scores stand in every row by estimator, with their parts; null where there are none", async () => {
  const slug = "scored";
  const id = await world.addProject(slug);
  const lines = ["jp", "fr", "ke"].flatMap((culture) =>
    Array.from({ length: 6 }, (_, n) =>
      record(`${culture}-${n}`, culture, `What is eaten at feast ${n}?`, `Dish ${n} of ${culture} with rice and tea.`),
    ),
  );
  await importText(world, { project: slug, text: jsonLines(lines) });
  const none = rowsOf((await write(slug, "tessera", {})).bytes);
  for (const { scores } of none)
    expect(scores).toEqual({
      lexical: { representativeness: null, distinctiveness: null },
      siblings: { representativeness: null, distinctiveness: null },
    });
  await scoreProject(world, id);
  const rows = rowsOf((await write(slug, "tessera", {})).bytes);
  const stored = await world.db.score.findMany({ where: { conversation: { projectId: id } } });
  expect(stored).toHaveLength(36);
  for (const row of rows) {
    for (const score of stored.filter(({ conversationId }) => conversationId === row.id))
      expect(row.scores[score.estimator]).toEqual({
        representativeness: score.representativeness,
        distinctiveness: score.distinctiveness,
        ...Object(score.parts),
      });
  }
  expect(rows.some(({ scores }) => typeof scores.siblings?.distinctiveness === "number")).toBe(true);
});
