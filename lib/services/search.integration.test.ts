import fc from "fast-check";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { searchHighlights } from "#lib/text/search-highlights.ts";
import { parseSearch } from "#lib/text/search-query.ts";
import { searchTerms } from "#lib/text/search-terms.ts";
import { tsqueryText } from "#lib/text/search-tsquery.ts";
import { editConversation } from "./edit-conversation.ts";
import { getFacets } from "./get-facets.ts";
import { indexSearch } from "./index-search.ts";
import { listConversations } from "./list-conversations.ts";
import { getSearchProgress } from "./search-progress.ts";
import { importText, jsonLines, operator, record } from "./testing/import-text.ts";
import { openTestWorld, type TestWorld } from "./testing/test-world.ts";
import { undo } from "./undo.ts";

let world: TestWorld;
beforeAll(async () => {
  world = await openTestWorld();
});
afterAll(() => world.end());

const lines = [
  record("en-1", "us", "Who pours the green tea?", "The host does, never the guest."),
  record("en-2", "us", "Is tea green?", "Milk goes into the cup first."),
  record("de-1", "de", "Wo ist die Straße?", "Am Café vorbei."),
  record("ar-1", "eg", "أين الكتاب؟", "على الطاولة."),
  record("hi-1", "in", "क़लम कहाँ है?", "मेज़ पर।"),
  record("th-1", "th", "ฉันชอบดื่มชาเย็นมาก", "ขอบคุณ"),
  record("ja-1", "jp", "お茶は誰が注ぎますか", "お客さんです"),
  record("zh-1", "cn", "研究生命的起源", "很难"),
  record("ko-1", "kr", "배추김치를 담근다", "네"),
  record("ur-1", "pk", "ہمارا کھانا کیسا ہے؟", "اچھا"),
  record("am-1", "et", "ሰላም፡ለሁሉ", "ሰላም"),
];

async function newProject(slug: string): Promise<string> {
  const id = await world.addProject(slug);
  await importText(world, { project: slug, text: jsonLines(lines), newCultures: "create" });
  return id;
}

async function found(project: string, search: string, more: object = {}): Promise<string[]> {
  const { rows } = await listConversations.run(world, operator, { project, search, ...more });
  return rows.map((row) => row.externalId ?? row.id).sort();
}

describe("a project", () => {
  let projectId: string;
  const project = "words";
  beforeAll(async () => {
    projectId = await newProject(project);
  });

  test("says what cannot be searched yet, until it is indexed", async () => {
    expect(await getSearchProgress.run(world, operator, { project })).toEqual({
      complete: false,
      searchable: 0,
      conversations: lines.length,
    });
    expect(await found(project, "tea")).toEqual([]);
    await indexSearch(world, projectId);
    const complete = { complete: true, searchable: lines.length, conversations: lines.length };
    expect(await getSearchProgress.run(world, operator, { project })).toEqual(complete);
    await indexSearch(world, projectId);
    expect(await getSearchProgress.run(world, operator, { project })).toEqual(complete);
  });

  test.each([
    ["tea", ["en-1", "en-2"]],
    ['"green tea"', ["en-1"]],
    ["tea -milk", ["en-1"]],
    ["tea* gre*", ["en-1", "en-2"]],
    ["-tea culture:us,jp", ["ja-1"]],
    ["strasse cafe", ["de-1"]],
    ["كتاب", ["ar-1"]],
    ["कलम", ["hi-1"]],
    ["ชาเย็น", ["th-1"]],
    ["茶は誰が", ["ja-1"]],
    ["生命", ["zh-1"]],
    ["김치", ["ko-1"]],
    ["کھانا", ["ur-1"]],
    ["ለሁሉ", ["am-1"]],
    ["zh-1", ["zh-1"]],
    ["nowhere", []],
  ])("%s", async (search, expected) => {
    expect(await found(project, search)).toEqual(expected);
    const { matching } = await getFacets.run(world, operator, { project, search });
    expect(matching).toBe(expected.length);
  });

  test("pages under every sort give each match once", async () => {
    for (const sort of ["added.descending", "culture.ascending", "representativeness.descending,added.ascending"]) {
      const ids: string[] = [];
      let cursor: string | null | undefined;
      do {
        const page = await listConversations.run(world, operator, { project, search: "-tea", sort, limit: 2, cursor });
        ids.push(...page.rows.map((row) => row.externalId ?? ""));
        cursor = page.next ?? undefined;
      } while (cursor !== undefined);
      expect(ids.toSorted()).toEqual(
        lines
          .slice(2)
          .map((line) => line.id)
          .toSorted(),
      );
    }
  });

  test("says what is not understood", async () => {
    await expect(found(project, "tea colour:red")).rejects.toThrow(/“colour:” is no filter/);
    await expect(found(project, "status:lost")).rejects.toThrow(/status/);
  });

  test("an edit and its undo are found at once", async () => {
    const { rows } = await listConversations.run(world, operator, { project, search: '"green tea"' });
    const [row] = rows;
    if (!row) throw new Error("The row is there by the test above");
    const turns = [
      { role: "user", content: "Who pours the coffee?" },
      { role: "assistant", content: "Nobody." },
    ];
    await editConversation.run(world, operator, { project, conversation: row.id, expectedVersion: row.version, turns });
    expect([await found(project, "coffee"), await found(project, '"green tea"')]).toEqual([["en-1"], []]);
    await undo.run(world, operator, { project, direction: "undo" });
    expect([await found(project, "coffee"), await found(project, '"green tea"')]).toEqual([[], ["en-1"]]);
  });

  test("a text that an import changed is indexed again, and only that", async () => {
    const changed = record("de-1", "de", "Wo ist der Platz?", "Am Bahnhof.");
    await importText(world, { project, text: jsonLines([changed]) });
    expect(await found(project, "platz")).toEqual([]);
    await indexSearch(world, projectId);
    expect([await found(project, "platz"), await found(project, "strasse")]).toEqual([["de-1"], []]);
  });

  test("another project's words are not found", async () => {
    await world.addProject("other");
    expect(await found("other", "tea")).toEqual([]);
    expect(await found("other", "-tea")).toEqual([]);
  });
});

/** Texts and searches that are likely to meet: few words in many scripts, with marks, joints and signs between. */
const pieces = fc.constantFrom(
  ..."a|b|á|ab|é|ß|I|ı|tea|茶|お|は|ชา|น้|ำ|김|치|कि|क़|كتاب|الكتاب|ي|ی|1|१|-|'|’|\"|*|\\|:|&|!|(|)|<|@p|=a b|.| | |\u200c|🍵".split(
    "|",
  ),
);
const text = fc.array(pieces, { maxLength: 14 }).map((some) => some.join(""));

describe("against PostgreSQL", () => {
  test("every search becomes a query that parses, and every text becomes terms", async () => {
    await fc.assert(
      fc.asyncProperty(fc.oneof(text, fc.string({ unit: "binary", maxLength: 30 })), async (typed) => {
        const tsquery = tsqueryText(parseSearch(typed).terms, "p", true);
        const terms = searchTerms([typed.replaceAll("\0", "")], "p");
        await world.pool.query("SELECT $1::tsquery, $2::tsvector", [tsquery, terms]);
      }),
      { numRuns: 400 },
    );
  });

  test("finds a text exactly where something in it can be marked for each word", async () => {
    let hits = 0;
    await fc.assert(
      fc.asyncProperty(text, text, fc.nat(12), fc.integer({ min: 1, max: 6 }), async (content, other, from, length) => {
        // Half of the searches are cut from the text itself, so that long ones meet too.
        const typed = from % 2 === 0 ? other.slice(0, 4) : content.slice(from, from + length);
        const terms = parseSearch(typed).terms.map((term) => ({ ...term, isExcluded: false }));
        const tsquery = tsqueryText(terms, "p", false);
        if (tsquery === null) return;
        const marked = terms.every((term) => searchHighlights(content, [term]).length > 0);
        const { rows } = await world.pool.query<{ found: boolean }>("SELECT $1::tsvector @@ $2::tsquery AS found", [
          searchTerms([content], "p"),
          tsquery,
        ]);
        if (marked) hits += 1;
        expect({ content, typed, found: rows[0]?.found }).toEqual({ content, typed, found: marked });
      }),
      { numRuns: 1500 },
    );
    expect(hits).toBeGreaterThan(50);
  });
});
