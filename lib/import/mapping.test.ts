import { describe, expect, test } from "vitest";
import { ColumnMapping } from "#lib/schema/import.ts";
import { proposeMapping } from "./propose-mapping.ts";
import { codesOf, row, stageText } from "./testing/stage-text.ts";
import { valueAt } from "./value-at.ts";

describe("proposeMapping", () => {
  test("lists columns with samples and guesses by name", () => {
    const sample = [
      {
        "cultural group": "American",
        eval_question: "Who\u202E?",
        topic: "Dress",
        n: 1,
        meta: { lang: "en" },
        empty: null,
      },
      { "cultural group": "Korean", eval_question: "Why?", topic: "Dress", n: 2, meta: { lang: "ko" }, empty: "" },
    ];
    const { columns, mapping } = proposeMapping(sample);
    expect(ColumnMapping.parse(mapping)).toMatchObject({
      question: "eval_question",
      answer: null,
      culture: "cultural group",
      topic: "topic",
      language: "meta.lang",
    });
    expect(columns).toContainEqual({ path: "eval_question", filled: 2, samples: ["Who\\u{202E}?", "Why?"] });
    expect(columns).toContainEqual({ path: "topic", filled: 2, samples: ["Dress"] });
    expect(columns).toContainEqual({ path: "empty", filled: 0, samples: [] });
    expect(columns).toContainEqual({ path: "meta.lang", filled: 2, samples: ["en", "ko"] });
  });

  test("a column of turns wins over a question", () => {
    const sample = [{ question: "x", dialogue: '[{"role":"user","content":"x"}]' }];
    expect(proposeMapping(sample).mapping).toMatchObject({ turns: "dialogue" });
  });
});

describe("staging with a mapping", () => {
  test("without one, an unknown shape yields its head only", async () => {
    const staged = await stageText('{"text":"### Question: x"}\n');
    expect(staged.head).toMatchObject({ shape: null, proposal: { question: "text" }, columns: [{ path: "text" }] });
    expect(staged.verdicts).toEqual([]);
    expect(staged.end).toBeNull();
  });

  test("dotted paths, constants and metadata", async () => {
    const record = { q: { text: "Who?" }, a: "She.", where: "Iran", n: 3, status: "accepted", id: "kept" };
    const mapping = {
      question: "q.text",
      answer: "a",
      culture: "where",
      constants: { culture: "Japan", language: "fa_IR", source: "survey", topic: "Tea" },
    };
    const staged = await stageText(`${JSON.stringify(record)}\n${JSON.stringify({ q: { text: "Why?" } })}`, {
      mapping,
    });
    expect(staged.head?.shape).toBe("mapped");
    expect(staged.verdicts).toMatchObject([
      {
        draft: {
          externalId: null,
          culture: "Iran",
          language: "fa-IR",
          source: "survey",
          topic: "Tea",
          turns: [{ content: "Who?" }, { content: "She." }],
          metadata: { q: { text: "Who?" }, n: 3, id: "kept" },
        },
        notes: [{ code: "N_IGNORED_FIELD", field: "status" }],
      },
      { draft: { culture: "Japan", turns: [{ content: "Why?" }] }, notes: [{ code: "N_NO_ANSWER" }] },
    ]);
  });

  test("turns in a CSV cell are parsed, plain text there is refused", async () => {
    const cell = (value: unknown) => `"${JSON.stringify(value).replaceAll('"', '""')}"`;
    const csv = `id,talk\n1,${cell([{ from: "human", value: "Who?" }])}\n2,${cell([{ role: "user", content: "Why?" }])}\n3,A: hello\n4,"[{""a"":1,""a"":2}]"\n5,\n`;
    const staged = await stageText(csv, { fileName: "t.csv", mapping: { turns: "talk", externalId: "id" } });
    expect(codesOf(staged)).toEqual(["ok", "ok", "E_SHAPE", "E_DUPKEY", "E_SHAPE"]);
    expect(staged.verdicts[0]).toMatchObject({
      draft: { externalId: "1", turns: [{ role: "user", content: "Who?" }] },
    });
  });

  test("a missing question refuses the line, and so does a question that is no text", async () => {
    const staged = await stageText('{"q":"x"}\n{"a":"x"}\n{"q":5}\n{"q":" "}', { mapping: { question: "q" } });
    expect(codesOf(staged)).toEqual(["ok", "E_EMPTY", "E_CONTENT", "E_EMPTY"]);
  });

  test("constants alone fill a recognised shape, and a bad language is refused at once", async () => {
    const staged = await stageText(row({ culture: null }), { mapping: { constants: { culture: "Korea" } } });
    expect(staged.head?.shape).toBe("openai-chat");
    expect(staged.verdicts).toMatchObject([{ draft: { culture: "Korea" } }]);
    expect((await stageText(row(), { mapping: { constants: { language: "klingonish" } } })).refusal).toContain(
      "klingonish",
    );
  });

  test("a file without any culture is fine: the culture is null", async () => {
    expect((await stageText(row({ culture: undefined }))).verdicts).toMatchObject([{ draft: { culture: null } }]);
  });

  test("paths find own values only", () => {
    expect(valueAt({ a: { b: 1 }, "a.b": 2 }, "a.b")).toBe(2);
    expect(valueAt({ a: { b: 1 } }, "a.b")).toBe(1);
    expect(valueAt({ a: [1] }, "a.0")).toBeUndefined();
    expect(valueAt({ a: {} }, "a.toString")).toBeUndefined();
  });
});
