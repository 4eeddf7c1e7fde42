import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { decide } from "./decide.ts";
import { commitStaged, countsOf, importText, jsonLines, record, rejectsOf, stageText } from "./testing/import-text.ts";
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

describe("a mixed file", () => {
  test("I88: of 10,000 rows 37 are bad: the preview names their lines, the commit adds exactly 9,963, a repeat adds nothing", async () => {
    const { slug, id } = await newProject();
    const bad = new Map<number, string>();
    const kinds = [
      () => '{"broken":',
      (n: number) => JSON.stringify(record(`x-${n}`, "jp", "   ", "An answer.")),
      (n: number) => `{"id":"x-${n}","culture":"jp","messages":[{"role":"user","content":"a\\u0000b"}]}`,
      (n: number) => JSON.stringify(record(`x-${n}`, "Atlantis", `Question ${n}?`, "An answer.")),
      (n: number) =>
        JSON.stringify({ id: `x-${n}`, messages: record(null, "", `Question ${n}?`, "An answer.").messages }),
      () => JSON.stringify(record("row-1", "jp", "The same id?", "And another text.")),
    ];
    const lines = Array.from({ length: 10_000 }, (_, index) => {
      const n = index + 1;
      const kind = kinds[Math.floor(index / 270) % kinds.length];
      if (n % 270 !== 0 || !kind)
        return JSON.stringify(
          record(`row-${n}`, n % 3 === 0 ? "jp" : "France", `Question ${n % 997}?`, `Answer ${n}.`),
        );
      const line = kind(n);
      bad.set(n, line);
      return line;
    });
    expect(bad.size).toBe(37);
    const text = `${lines.join("\n")}\n`;
    const staged = await stageText(world, { project: slug, text });
    expect(countsOf(staged.import)).toEqual([10_000, 9_963, 0, 0, 37]);
    expect(staged.lines).toHaveLength(20);
    const named = staged.problems.flatMap((problem) => problem.lines);
    expect(named.sort((a, b) => a - b)).toEqual([...bad.keys()]);
    expect(new Set(staged.problems.map(({ code }) => code))).toEqual(
      new Set(["E_JSON", "E_EMPTY", "E_NUL", "E_CULTURE_UNKNOWN", "E_CULTURE_MISSING", "E_ID_CONFLICT"]),
    );
    expect(await world.db.conversation.count({ where: { projectId: id } })).toBe(0);

    const done = await commitStaged(world, slug, staged.import.id);
    expect([done.state, ...countsOf(done)]).toEqual(["done", 10_000, 9_963, 0, 0, 37]);
    expect(await world.db.conversation.count({ where: { projectId: id } })).toBe(9_963);
    const rejects = await rejectsOf(world, done.id);
    expect(rejects.map(({ line }) => line)).toEqual([...bad.keys()]);
    for (const { line, byteOffset, code, message, excerpt } of rejects) {
      const before = Buffer.byteLength(
        lines
          .slice(0, line - 1)
          .map((one) => `${one}\n`)
          .join(""),
      );
      expect(byteOffset).toBe(before);
      expect([code.startsWith("E_"), message.length > 10, excerpt.length > 0]).toEqual([true, true, true]);
    }
    expect(await world.db.importRow.count({ where: { importId: done.id } })).toBeLessThanOrEqual(9_997);

    const again = await importText(world, { project: slug, text });
    expect(countsOf(again)).toEqual([10_000, 0, 0, 9_963, 37]);
    expect(await world.db.conversation.count({ where: { projectId: id } })).toBe(9_963);
    const { differences } = await verifyProject(world, { id, slug });
    expect(differences).toEqual([]);
  });
});

describe("ids and twins", () => {
  test("I21: NFC and NFD forms of one conversation both come in, and the second is noted as a twin", async () => {
    const { slug } = await newProject();
    const texts = ["Caf\u00e9 culture?", "Cafe\u0301 culture?"];
    const staged = await stageText(world, {
      project: slug,
      text: jsonLines(texts.map((text) => record(null, "fr", text, "Yes."))),
    });
    expect(staged.lines.map(({ verdict, notes }) => [verdict, notes.includes("N_TWIN")])).toEqual([
      ["insert", false],
      ["insert", true],
    ]);
    expect(staged.noteCounts).toContainEqual({ code: "N_TWIN", count: 1 });
    expect(countsOf(await commitStaged(world, slug, staged.import.id))).toEqual([2, 2, 0, 0, 0]);
  });

  test("I79, I80: one id twice in a file is a duplicate when equal and a conflict when not", async () => {
    const { slug, id } = await newProject();
    const text = jsonLines([
      record("a", "jp", "One?", "One."),
      record("a", "jp", "One?", "One."),
      record("a", "jp", "One?", "Another."),
      record(null, "jp", "Without id?", "Yes."),
      record(null, "jp", "Without id?", "Yes."),
    ]);
    const staged = await stageText(world, { project: slug, text });
    expect(staged.lines.map(({ verdict, code }) => [verdict, code])).toEqual([
      ["insert", null],
      ["unchanged", "N_DUPLICATE"],
      ["reject", "E_ID_CONFLICT"],
      ["insert", null],
      ["unchanged", "N_DUPLICATE"],
    ]);
    const done = await commitStaged(world, slug, staged.import.id);
    expect(countsOf(done)).toEqual([5, 2, 0, 2, 1]);
    expect(await rowsOf(id)).toHaveLength(2);
    expect((await rejectsOf(world, done.id)).map(({ line, code, field }) => [line, code, field])).toEqual([
      [3, "E_ID_CONFLICT", "id"],
    ]);
  });

  test("I81: an id that another project has is a new row here, and the other is untouched", async () => {
    const [one, two] = [await newProject(), await newProject()];
    await importText(world, { project: one.slug, text: jsonLines([record("same", "jp", "In one?", "One.")]) });
    const before = await rowsOf(one.id);
    expect(
      countsOf(
        await importText(world, { project: two.slug, text: jsonLines([record("same", "jp", "In two?", "Two.")]) }),
      ),
    ).toEqual([1, 1, 0, 0, 0]);
    expect(await rowsOf(one.id)).toEqual(before);
  });

  test("I82: what only the studio sets is not taken from a file, and noted", async () => {
    const { slug, id } = await newProject();
    const preset = {
      status: "accepted",
      reviewer: "me",
      createdBy: "me",
      score: 1,
      version: 9,
      decidedBy: "x",
      projectId: "y",
    };
    const staged = await stageText(world, {
      project: slug,
      text: jsonLines([record("a", "jp", "One?", "One.", preset)]),
    });
    expect([...staged.import.notes.map(({ code }) => code), ...staged.noteCounts.map(({ code }) => code)]).toEqual(
      expect.arrayContaining([expect.stringMatching(/N_PRESET_FIELDS|N_IGNORED_FIELD/)]),
    );
    await commitStaged(world, slug, staged.import.id);
    const [row] = await rowsOf(id);
    expect(row).toMatchObject({
      status: "pending",
      version: 1,
      representativeness: null,
      decidedBy: null,
      projectId: id,
    });
  });
});

describe("updates", () => {
  test("the same id with other content is shown before it is made, and then is a new revision, pending again", async () => {
    const { slug, id } = await newProject();
    await importText(world, {
      project: slug,
      text: jsonLines([record("a", "jp", "Old?", "Old."), record("b", "jp", "Stays?", "Yes.")]),
    });
    const [row] = await rowsOf(id);
    const owner = { kind: "person", userId: world.newId(), name: "O", owner: true } as const;
    await decide.run(world, owner, { project: slug, conversation: row?.id, expectedVersion: 1, kind: "accept" });
    const text = jsonLines([
      record("a", "fr", "New?", "New.", { tags: ["revised"], note: "kept" }),
      record("b", "jp", "Stays?", "Yes."),
      record("c", "jp", "Fresh?", "Yes."),
    ]);
    const staged = await stageText(world, { project: slug, text });
    expect(
      staged.updates.map(({ line, verdict, externalId, turns }) => [line, verdict, externalId, turns[0]?.content]),
    ).toEqual([[1, "update", "a", "New?"]]);
    expect(countsOf(staged.import)).toEqual([3, 1, 1, 1, 0]);
    expect((await rowsOf(id))[0]).toMatchObject({ version: 2, status: "accepted", headRevision: 1 });

    expect(countsOf(await commitStaged(world, slug, staged.import.id))).toEqual([3, 1, 1, 1, 0]);
    const [after] = await rowsOf(id);
    expect(after).toMatchObject({
      id: row?.id,
      version: 3,
      status: "pending",
      headRevision: 2,
      decisionCount: 0,
      metadata: { note: "kept" },
    });
    const culture = await world.db.culture.findUniqueOrThrow({ where: { id: after?.cultureId ?? "" } });
    expect([culture.code, after?.question]).toEqual(["fr", "New?"]);
    const tags = await world.db.conversationTag.findMany({
      where: { conversationId: row?.id ?? "" },
      include: { tag: true },
    });
    expect(tags.map(({ tag }) => tag.name)).toEqual(["revised"]);
    expect(await world.db.decision.findMany({ select: { withdrawn: true }, where: { projectId: id } })).toEqual([
      { withdrawn: true },
    ]);
    const revisions = await world.db.revision.findMany({
      where: { conversationId: row?.id ?? "" },
      orderBy: { number: "asc" },
    });
    expect(revisions.map(({ number, parent }) => [number, parent])).toEqual([
      [1, null],
      [2, 1],
    ]);
    // The old file again is an update back, and the same file again is none.
    expect(countsOf(await importText(world, { project: slug, text }))).toEqual([3, 0, 0, 3, 0]);
    expect((await verifyProject(world, { id, slug })).differences).toEqual([]);
  });

  test("an update of tags alone brings them, and keeps the text and its revision", async () => {
    const { slug, id } = await newProject();
    await importText(world, { project: slug, text: jsonLines([record("a", "jp", "One?", "One.")]) });
    expect(
      countsOf(
        await importText(world, {
          project: slug,
          text: jsonLines([record("a", "jp", "One?", "One.", { tags: ["later"] })]),
        }),
      ),
    ).toEqual([1, 0, 1, 0, 0]);
    const [row] = await rowsOf(id);
    expect([row?.headRevision, row?.version]).toEqual([1, 2]);
    expect(await world.db.conversationTag.count({ where: { conversationId: row?.id ?? "" } })).toBe(1);
    expect((await verifyProject(world, { id, slug })).differences).toEqual([]);
  });
});

test("every import of these tests is accounted for: each line read came to exactly one thing", async () => {
  const views = await world.db.import.findMany({ where: { state: "done" } });
  expect(views.length).toBeGreaterThan(4);
  for (const { read, inserted, updated, unchanged, rejected } of views)
    expect(read).toBe(inserted + updated + unchanged + rejected);
});
