import { describe, expect, test } from "vitest";
import { codesOf, notesOf, row, type Staged, stageText } from "./testing/stage-text.ts";

const chat = (...roles: string[]) =>
  row({ messages: roles.map((role, index) => ({ role, content: `turn ${index}` })) });

async function verdictOf(line: string): Promise<Staged["verdicts"][number] | undefined> {
  return (await stageText(`${line}\n`)).verdicts[0];
}

describe("dialogues of an import", () => {
  test.each([
    ["I24 an unknown role", chat("user", "assitant"), "E_ROLE", "`assistant`"],
    ["I24 a role of another format", chat("human", "gpt"), "E_ROLE", "`user`"],
    ["I24 a role in capitals", chat("User"), "E_ROLE", "`user`"],
    ["I24 no role", row({ messages: [{ content: "x" }] }), "E_ROLE", "no role"],
    ["I25 a system turn in the middle", chat("user", "system", "assistant"), "E_SYSTEM_PLACE", "first turn"],
    ["I25 two system turns", chat("system", "system", "user"), "E_SYSTEM_PLACE", "first turn"],
    [
      "I26 two assistant turns in a row",
      chat("user", "assistant", "assistant"),
      "E_ORDER",
      "assistant turns stand in a row",
    ],
    ["I26 two user turns in a row", chat("user", "user", "assistant"), "E_ORDER", "Join them"],
    ["I27 the assistant first", chat("assistant", "user"), "E_ORDER", "starts with the assistant"],
    [
      "I27 the assistant first, behind a system turn",
      chat("system", "assistant"),
      "E_ORDER",
      "starts with the assistant",
    ],
    ["a system turn alone", chat("system"), "E_NO_USER", "no user turn"],
    ["no turns", row({ messages: [] }), "E_NO_TURNS", "no turns"],
    ["I29 an empty turn", row({ messages: [{ role: "user", content: "" }] }), "E_EMPTY", "empty"],
    ["I29 a blank turn", row({ messages: [{ role: "user", content: " \n\u3000" }] }), "E_EMPTY", "empty"],
    [
      "I30 a turn of 65,537 characters",
      row({ messages: [{ role: "user", content: "x".repeat(65_537) }] }),
      "E_TURN_LONG",
      "65537",
    ],
    [
      "I31 201 turns",
      chat(...Array.from({ length: 201 }, (_, i) => (i % 2 ? "assistant" : "user"))),
      "E_TURNS",
      "201 turns",
    ],
    ["a turn without content", row({ messages: [{ role: "user" }] }), "E_CONTENT", "no content"],
    ["a turn of parts", row({ messages: [{ role: "user", content: [{ type: "image_url" }] }] }), "E_CONTENT", "parts"],
    ["a turn that is text", row({ messages: ["x"] }), "E_SHAPE", "object"],
    ["messages that are no list", row({ messages: "x" }), "E_SHAPE", "list"],
    ["a tool's answer", chat("user", "tool"), "E_TOOLS", "Tool calls"],
    [
      "a tool call",
      row({ messages: [{ role: "assistant", content: null, tool_calls: [{}] }] }),
      "E_TOOLS",
      "Tool calls",
    ],
  ])("%s is refused", async (_, line, code, words) => {
    expect(await verdictOf(line)).toMatchObject({ verdict: "rejected", code, message: expect.stringContaining(words) });
  });

  test("I28 a conversation without an assistant is kept and noted", async () => {
    const staged = await stageText(`${chat("user")}\n${chat("system", "user")}\n${chat("user", "assistant", "user")}`);
    expect(codesOf(staged)).toEqual(["ok", "ok", "ok"]);
    expect(notesOf(staged)).toEqual([["N_NO_ANSWER"], ["N_NO_ANSWER"], ["N_NO_ANSWER"]]);
  });

  test("the limits themselves are allowed", async () => {
    const turns = Array.from({ length: 200 }, (_, index) => (index % 2 ? "assistant" : "user"));
    const long = row({ messages: [{ role: "user", content: "x".repeat(65_536) }] });
    expect(codesOf(await stageText(`${chat(...turns)}\n${long}`))).toEqual(["ok", "ok"]);
  });

  test("a developer turn is kept as system; weight and name are kept beside", async () => {
    const messages = [
      { role: "developer", content: "Be brief." },
      { role: "user", content: [{ type: "text", text: "Who?" }], name: "ana" },
      { role: "assistant", content: "She.", weight: 0 },
    ];
    expect(await verdictOf(row({ messages }))).toMatchObject({
      draft: {
        turns: [
          { role: "system", content: "Be brief." },
          { role: "user", content: "Who?" },
          { role: "assistant", content: "She." },
        ],
        metadata: { turnExtras: [null, { name: "ana" }, { weight: 0 }] },
      },
      notes: [{ code: "N_ROLE" }, { code: "N_TURN_KEYS" }],
    });
  });
});

describe("records of an import", () => {
  test("I41 to I46 strict JSON refuses the line with its code", async () => {
    const lines: [string, string][] = [
      ['{"messages":[],"messages":[]}', "E_DUPKEY"],
      ['{"id":12345678901234567890,"messages":[]}', "E_NUMBER"],
      ['{"n":1e400,"messages":[]}', "E_NUMBER"],
      ['{"n":NaN,"messages":[]}', "E_JSON"],
      ['{"messages":[],}', "E_JSON"],
      ["{'messages':[]}", "E_JSON"],
      ['{"messages":[]} // c', "E_JSON"],
      [`{"a":${"[".repeat(100_000)}`, "E_DEPTH"],
      ['{"__proto__":{"admin":true},"messages":[]}', "E_KEY"],
      ['{"constructor":{"prototype":{"admin":true}},"messages":[]}', "E_KEY"],
      ["[1]", "E_NOT_OBJECT"],
      ["null", "E_NOT_OBJECT"],
      ['"x"', "E_NOT_OBJECT"],
    ];
    const staged = await stageText([row(), ...lines.map(([line]) => line), row()].join("\n"));
    expect(codesOf(staged)).toEqual(["ok", ...lines.map(([, code]) => code), "ok"]);
    expect("admin" in {}).toBe(false);
  });

  test("I42 ids are text; a safe whole number becomes text with a note", async () => {
    expect(await verdictOf(row({ id: 42 }))).toMatchObject({
      draft: { externalId: "42" },
      notes: [{ code: "N_ID_NUMBER" }],
    });
    for (const id of [1.5, true, ["a"], { a: 1 }]) expect(await verdictOf(row({ id }))).toMatchObject({ code: "E_ID" });
    expect(await verdictOf(row({ id: null }))).toMatchObject({ draft: { externalId: null } });
  });

  test("I44 -0 is kept as 0 and noted", async () => {
    const verdict = await verdictOf(row({ depth: "@" }).replace('"@"', "-0.0"));
    expect(verdict).toMatchObject({ draft: { metadata: { depth: 0 } }, notes: [{ code: "N_NEGATIVE_ZERO" }] });
  });

  test("I82 what only the studio sets is ignored with a note, however it is spelt", async () => {
    const presets = {
      status: "accepted",
      reviewer: "x",
      createdBy: "x",
      created_by: "y",
      score: 1,
      Scores: {},
      version: 9,
    };
    const verdict = await verdictOf(row(presets));
    expect(verdict).toMatchObject({ verdict: "accepted", draft: { metadata: {} } });
    const notes = verdict?.verdict === "accepted" ? verdict.notes : [];
    expect(notes.map(({ code, field }) => [code, field])).toEqual(
      Object.keys(presets).map((key) => ["N_IGNORED_FIELD", key]),
    );
  });

  test("known fields go where they belong, the rest is metadata", async () => {
    const verdict = await verdictOf(
      row({
        culture: undefined,
        country: "Iran",
        region: "Gilan",
        "Cultural group": null,
        topic: null,
        source: "s",
        tags: ["a", "a", "b"],
        votes: "3/5",
        deep: { x: [1] },
      }),
    );
    expect(verdict).toMatchObject({
      draft: {
        externalId: "1",
        culture: "Iran",
        topic: null,
        language: "ko",
        source: "s",
        tags: ["a", "b"],
        metadata: { region: "Gilan", votes: "3/5", deep: { x: [1] } },
      },
    });
  });

  test("tags beyond the limits are refused", async () => {
    expect(await verdictOf(row({ tags: Array.from({ length: 65 }, (_, i) => `t${i}`) }))).toMatchObject({
      code: "E_TAGS",
    });
    expect(await verdictOf(row({ tags: ["x".repeat(81)] }))).toMatchObject({ code: "E_TAGS" });
    expect(await verdictOf(row({ tags: [1] }))).toMatchObject({ code: "E_TAGS" });
    expect(await verdictOf(row({ tags: { a: 1 } }))).toMatchObject({ code: "E_TAGS" });
  });

  test("I88 of 10,000 rows the 37 bad ones are named by line", async () => {
    const bad = new Set(Array.from({ length: 37 }, (_, index) => 100 + index * 251));
    const lines = Array.from({ length: 10_000 }, (_, index) =>
      bad.has(index + 1) ? chat("assistant") : row({ id: `r${index}` }),
    );
    const staged = await stageText(lines.join("\n"), { chunkBytes: 1000 });
    const rejected = staged.verdicts.filter(({ verdict }) => verdict === "rejected");
    expect(rejected.map(({ line }) => line)).toEqual([...bad]);
    expect(staged.verdicts.length - rejected.length).toBe(9963);
    expect(staged.end).toEqual({ records: 10_000, blankLines: 0 });
    let offset = 0;
    for (const [index, line] of lines.entries()) {
      expect(staged.verdicts[index]?.byteOffset).toBe(offset);
      offset += line.length + 1;
    }
  });

  test("blank lines are counted, not judged", async () => {
    expect((await stageText(`\n${row()}\n\n \r\n${row()}\n`)).end).toEqual({ records: 2, blankLines: 3 });
  });

  test("without a readable record the shape is assumed and each line still gets its verdict", async () => {
    const staged = await stageText('{"a":\n{"b":\n');
    expect(codesOf(staged)).toEqual(["E_JSON", "E_JSON"]);
    expect(staged.head?.notes.map(({ code }) => code)).toEqual(["N_SHAPE_ASSUMED"]);
  });
});
