import { readFile } from "node:fs/promises";
import { join } from "node:path";
import { expect, test } from "vitest";
import { factsOf } from "./conversation-facts.ts";
import { exportNow } from "./export-now.ts";
import { countsOf, importText, jsonLines, operator } from "./testing/import-text.ts";
import { openTestWorld } from "./testing/test-world.ts";
import { verifyProject } from "./verify-project.ts";

const line = (externalId: string, more: object) => ({
  externalId,
  culture: "jp",
  language: "en",
  turns: [
    { role: "user", content: `${externalId}?` },
    { role: "assistant", content: "Yes." },
  ],
  ...more,
});

test("what made a conversation comes in with our own format, is told apart, goes out again and is verified", async () => {
  const world = await openTestWorld();
  try {
    const project = "made";
    const id = await world.addProject(project);
    const lines = [line("a", { method: "persona" }), line("b", {}), line("c", { method: "Not a name" })];
    await importText(world, { project, text: jsonLines(lines) });
    const rows = async () => {
      const found = await world.db.conversation.findMany({ where: { projectId: id }, orderBy: { externalId: "asc" } });
      return found.map(({ externalId, method, metadata }) => [externalId, method, metadata]);
    };
    expect(await rows()).toEqual([
      ["a", "persona", {}],
      ["b", null, {}],
      ["c", null, { method: "Not a name" }],
    ]);
    const differences = async () => (await verifyProject(world, { id, slug: project })).differences;
    expect(await differences()).toEqual([]);
    // Another method is another version of the conversation; the same file again is known.
    const again = [line("a", { method: "debate" }), ...lines.slice(1)];
    const text = jsonLines(again);
    expect(countsOf(await importText(world, { project, text, fileName: "again.jsonl" }))).toEqual([3, 0, 1, 2, 0]);
    expect((await rows())[0]).toEqual(["a", "debate", {}]);
    expect(await differences()).toEqual([]);

    const file = join(world.folder, "made.jsonl");
    await exportNow(world, operator, { project, format: "tessera", filter: {}, file });
    const exported = (await readFile(file, "utf8")).trim().split("\n");
    expect(exported.map((each) => JSON.parse(each).method)).toEqual(["debate", null, null]);
    await exportNow(world, operator, { project, format: "openai-chat", filter: {}, file });
    const beside = (await readFile(`${file}.metadata.jsonl`, "utf8")).trim().split("\n");
    expect(beside.map((each) => JSON.parse(each).method)).toEqual(["debate", null, null]);

    await world.db.conversation.updateMany({ where: { projectId: id, externalId: "b" }, data: { method: "persona" } });
    expect((await differences()).map(({ kind }) => kind)).toEqual(["import.facts"]);
  } finally {
    await world.end();
  }
});

test("where nothing is known to have made it, the facts are the text they were before there were methods", async () => {
  const world = await openTestWorld();
  try {
    const facts = async (method: string | null) => {
      const row = `(SELECT 'x'::text AS external_id, NULL::uuid AS culture_id, NULL::uuid AS topic_id, 'en'::text AS language, NULL::text AS question_key,
        's'::text AS source, NULL::uuid AS content_hash, NULL::jsonb AS metadata, $1::text AS method) row`;
      const { rows } = await world.pool.query<{ facts: string }>(`SELECT ${factsOf("row")} AS facts FROM ${row}`, [
        method,
      ]);
      return rows[0]?.facts;
    };
    // MD5 of "{}" by md5sum.
    const before = '["x", null, null, "en", null, "s", null, "99914b932bd37a50b983c5e7c90ae93b"';
    expect(await facts(null)).toBe(`${before}]`);
    expect(await facts("persona")).toBe(`${before}, "persona"]`);
  } finally {
    await world.end();
  }
});
