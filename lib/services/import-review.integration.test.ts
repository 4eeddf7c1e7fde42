import { gzipSync } from "node:zlib";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { cancelImport } from "./commit-import.ts";
import { runImportCommit } from "./run-import-commit.ts";
import { stageImport } from "./stage-import.ts";
import {
  commitStaged,
  countsOf,
  importText,
  jsonLines,
  operator,
  preview,
  record,
  rejectsOf,
  reviseImport,
  stageText,
} from "./testing/import-text.ts";
import { openTestWorld, type TestWorld } from "./testing/test-world.ts";
import { verifyProject } from "./verify-project.ts";

let world: TestWorld;
let count = 0;
beforeAll(async () => {
  world = await openTestWorld();
});
afterAll(() => world.end());

async function newProject(): Promise<{ slug: string; id: string }> {
  const slug = `import-${++count}`;
  return { slug, id: await world.addProject(slug) };
}

const rowsOf = (projectId: string) =>
  world.db.conversation.findMany({ where: { projectId }, orderBy: { externalId: "asc" } });

describe("label review", () => {
  const file = jsonLines(
    ["jp", "Japan", "U.K.", "South_Korea", "Atlantis", "Atlantis", "Jaipan", "\u0430r"].map((culture, n) =>
      record(`l-${n}`, culture, `Question ${n}?`, "Yes."),
    ),
  );

  test("I22, I24: known names resolve, unknown ones wait with a suggestion, a homoglyph is refused; nothing is in the project yet", async () => {
    const { slug, id } = await newProject();
    const staged = await stageText(world, { project: slug, text: file });
    const resolved = new Map(staged.resolved.map(({ label, code }) => [label, code]));
    expect(resolved).toEqual(
      new Map([
        ["jp", "jp"],
        ["Japan", "jp"],
        ["U.K.", "gb"],
        ["South_Korea", "kr"],
      ]),
    );
    const unknown = new Map(staged.unknown.map((label) => [label.label, label]));
    expect(unknown.get("Atlantis")).toMatchObject({ count: 2, choice: null });
    expect(unknown.get("Jaipan")?.suggestion?.code).toBe("jp");
    expect(unknown.get("\u0430r")?.choice).toEqual({ action: "reject" });
    expect(staged.problems.map(({ code }) => code)).toContain("E_CULTURE_SCRIPT");
    expect(countsOf(staged.import)).toEqual([8, 4, 0, 0, 4]);
    expect(await rowsOf(id)).toEqual([]);
  });

  test("each choice does what it says: map, create, reject", async () => {
    const { slug, id } = await newProject();
    const staged = await stageText(world, { project: slug, text: file });
    const chosen = await reviseImport(world, {
      project: slug,
      import: staged.import.id,
      labels: {
        Atlantis: { action: "create" },
        Jaipan: { action: "map", code: "jp" },
        "\u0430r": { action: "reject" },
      },
    });
    expect(countsOf(chosen.import)).toEqual([8, 7, 0, 0, 1]);
    const done = await commitStaged(world, slug, staged.import.id);
    expect(countsOf(done)).toEqual([8, 7, 0, 0, 1]);
    const atlantis = await world.db.culture.findFirstOrThrow({ where: { projectId: id, name: "Atlantis" } });
    expect(await world.db.conversation.count({ where: { projectId: id, cultureId: atlantis.id } })).toBe(2);
    const jp = await world.db.culture.findFirstOrThrow({ where: { projectId: id, code: "jp" } });
    expect(await world.db.conversation.count({ where: { projectId: id, cultureId: jp.id } })).toBe(3);
    expect((await rejectsOf(world, done.id)).map(({ line }) => line)).toEqual([8]);
    // The next file knows the culture by itself.
    expect(
      countsOf(await importText(world, { project: slug, text: jsonLines([record("n", "atlantis", "New?", "Yes.")]) })),
    ).toEqual([1, 1, 0, 0, 0]);
    expect((await verifyProject(world, { id, slug })).differences).toEqual([]);
  });

  test("a file-wide rule creates or leaves out all that is unknown; a homoglyph is left out all the same", async () => {
    const [create, reject] = [await newProject(), await newProject()];
    expect(countsOf(await importText(world, { project: create.slug, text: file, newCultures: "create" }))).toEqual([
      8, 7, 0, 0, 1,
    ]);
    expect(countsOf(await importText(world, { project: reject.slug, text: file, newCultures: "reject" }))).toEqual([
      8, 4, 0, 0, 4,
    ]);
    const mapped = {
      project: reject.slug,
      text: jsonLines([record("z", "Nowhere", "One?", "Yes.")]),
      newCultures: "reject" as const,
    };
    const staged = await stageText(world, mapped);
    await expect(commitStaged(world, reject.slug, staged.import.id)).rejects.toMatchObject({ code: "conflict" });
    expect(await world.db.conversation.count({ where: { projectId: reject.id } })).toBe(4);
  });
});

describe("containers and columns", () => {
  test("gzip, a JSON list and CSV with mapped columns hold the same conversations", async () => {
    const lines = jsonLines([record("a", "jp", "One?", "One."), record("b", "fr", "Two?", "Two.")]);
    const csv = 'key,land,asked,said\na,jp,One?,One.\nb,fr,Two?,"Two."\n';
    const list = JSON.stringify(
      lines
        .trim()
        .split("\n")
        .map((line) => JSON.parse(line)),
    );
    const hashes = [];
    for (const [fileName, text] of [
      ["x.jsonl.gz", gzipSync(lines)],
      ["x.json", list],
      ["x.csv", csv],
    ] as const) {
      const { slug, id } = await newProject();
      const staged = await stageText(world, { project: slug, text, fileName });
      const mapping = {
        externalId: "key",
        culture: "land",
        question: "asked",
        answer: "said",
        constants: { language: "en" },
      };
      const ready =
        fileName === "x.csv"
          ? await reviseImport(world, { project: slug, import: staged.import.id, shape: "mapped", mapping })
          : staged;
      expect([fileName, ready.import.state, ...countsOf(ready.import)]).toEqual([fileName, "review", 2, 2, 0, 0, 0]);
      await commitStaged(world, slug, staged.import.id);
      const revisions = await world.db.revision.findMany({
        where: { conversation: { projectId: id } },
        orderBy: { conversation: { externalId: "asc" } },
      });
      hashes.push(revisions.map(({ sha256 }) => sha256));
    }
    expect(hashes[1]).toEqual(hashes[0]);
    expect(hashes[2]).toEqual(hashes[0]);
  });

  test("the same question of several cultures, places masked, makes siblings; a given key is kept", async () => {
    const { slug, id } = await newProject();
    const asked = [
      "How do people in Japan greet elders?",
      "How do people in France greet elders?",
      "How do people in Kenya greet elders?",
    ];
    const text = jsonLines([
      ...asked.map((question, n) => record(`s-${n}`, ["jp", "fr", "ke"][n] ?? "", question, `Answer ${n}.`)),
      record("t", "jp", "What is tea?", "A drink.", { questionKey: "tea" }),
    ]);
    await importText(world, { project: slug, text });
    const keys = (await rowsOf(id)).map(({ questionKey }) => questionKey);
    expect(new Set(keys.slice(0, 3)).size).toBe(1);
    expect(keys[0]).toMatch(/^q-[0-9a-f]{16}$/);
    expect(keys[3]).toBe("tea");
  });
});

describe("refusals and crashes", () => {
  test("a file that cannot be read is refused with a sentence, and changes nothing", async () => {
    const { slug, id } = await newProject();
    for (const text of [
      "",
      "\n\n",
      "\u0000\u0001PNG",
      Buffer.from([0xff, 0xfe, 0x7b, 0x00]),
      gzipSync("x").subarray(0, 12),
    ]) {
      const { import: refused } = await stageText(world, { project: slug, text });
      expect([refused.state, refused.read, refused.problem?.endsWith(".")]).toEqual(["refused", 0, true]);
    }
    expect(await world.db.conversation.count({ where: { projectId: id } })).toBe(0);
    expect(await world.db.event.count({ where: { projectId: id } })).toBe(1);
  });

  test("K7: a commit that dies between two batches goes on after the last one, and one whose stage is gone stages again", async () => {
    for (const loss of ["process", "stage"] as const) {
      const { slug, id } = await newProject();
      const text = jsonLines(
        Array.from({ length: 12_000 }, (_, n) =>
          n % 4_000 === 17 ? { nothing: n } : record(`r-${n}`, "jp", `Question ${n}?`, `Answer ${n}.`),
        ),
      );
      const staged = await stageText(world, { project: slug, text });
      await world.db.$transaction(async (tx) => {
        await tx.import.update({
          where: { id: staged.import.id },
          data: { state: "committing", inserted: 0, rejected: 0 },
        });
      });
      await breakAfterBatch(staged.import.id);
      const half = await preview(world, slug, staged.import.id);
      expect([half.import.state, half.import.inserted]).toEqual(["committing", 10_000]);
      expect(await world.db.conversation.count({ where: { projectId: id } })).toBe(10_000);
      if (loss === "stage") await world.db.importRow.deleteMany({ where: { importId: staged.import.id } });
      // Half committed, it can neither be given up nor mapped anew.
      await expect(
        cancelImport.run(world, operator, { project: slug, import: staged.import.id }),
      ).rejects.toMatchObject({ code: "conflict" });
      await runImportCommit(world, staged.import.id);
      const { import: done } = await preview(world, slug, staged.import.id);
      expect([done.state, ...countsOf(done)]).toEqual(["done", 12_000, 11_997, 0, 0, 3]);
      expect(await world.db.conversation.count({ where: { projectId: id } })).toBe(11_997);
      await runImportCommit(world, staged.import.id);
      expect((await verifyProject(world, { id, slug })).differences).toEqual([]);
    }
  });

  test("an import cancelled while it is staged leaves no staged line behind", async () => {
    const { slug } = await newProject();
    const staged = await stageText(world, { project: slug, text: jsonLines([record("a", "jp", "One?", "One.")]) });
    await world.db.import.update({ where: { id: staged.import.id }, data: { state: "uploaded" } });
    const staging = stageImport(world, staged.import.id);
    const cancelling = cancelImport.run(world, operator, { project: slug, import: staged.import.id });
    await Promise.all([staging, cancelling]);
    const { import: after } = await preview(world, slug, staged.import.id);
    expect(after.state).toBe("cancelled");
    expect(await world.db.importRow.count({ where: { importId: staged.import.id } })).toBe(0);
  });
});

/** Ends a commit after its first batch: the next write of the import's place fails, as a lost connection would. */
async function breakAfterBatch(importId: string): Promise<void> {
  await world.pool.query(`
    CREATE FUNCTION break_import() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN
      IF OLD.committed_line > 0 AND NEW.committed_line > OLD.committed_line THEN RAISE EXCEPTION 'broken off'; END IF; RETURN NEW;
    END $$;
    CREATE TRIGGER break_import BEFORE UPDATE ON import FOR EACH ROW EXECUTE FUNCTION break_import()`);
  await expect(runImportCommit(world, importId)).rejects.toThrow("broken off");
  await world.pool.query("DROP TRIGGER break_import ON import; DROP FUNCTION break_import()");
}

test("every import of these tests is accounted for: each line read came to exactly one thing", async () => {
  const views = await world.db.import.findMany({ where: { state: "done" } });
  expect(views.length).toBeGreaterThan(4);
  for (const { read, inserted, updated, unchanged, rejected } of views)
    expect(read).toBe(inserted + updated + unchanged + rejected);
});
