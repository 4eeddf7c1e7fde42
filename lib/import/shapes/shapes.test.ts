import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { Draft, LanguageTag } from "#lib/schema/conversation.ts";
import { ExportRow } from "#lib/schema/export.ts";
import type { RecordShape } from "#lib/schema/import.ts";
import type { JsonRecord } from "../json-value.ts";
import { LineContext } from "../line-context.ts";
import { Rejection } from "../rejection.ts";
import { codesOf, stageText } from "../testing/stage-text.ts";
import { getShape, recogniseShape } from "./index.ts";

const qa = [
  { role: "user", content: "Who?" },
  { role: "assistant", content: "She." },
];
const asDraft = (shape: RecordShape, record: JsonRecord) =>
  getShape(shape, undefined).toDraft(record, new LineContext());

describe("recogniseShape", () => {
  const examples: [RecordShape, JsonRecord][] = [
    ["tessera", { turns: qa, culture: "kr", status: "accepted", version: 3 }],
    ["openai-chat", { messages: qa }],
    ["openai-chat", { id: "1", culture: "Korea", language: "ko", source: "s", topic: null, messages: qa }],
    ["sharegpt", { conversations: [{ from: "human", value: "Who?" }] }],
    ["alpaca", { instruction: "Who?", input: "", output: "She." }],
    ["alpaca", { instruction: "Who?", chosen: "a", rejected: "b" }],
    ["trl", { prompt: "Who?", completion: "She." }],
    ["trl", { prompt: [{ role: "user", content: "Who?" }] }],
    ["trl", { prompt: "Who?", chosen: "a", rejected: "b" }],
    ["question-answer", { question: "Who?", answer: "She.", culture: "Korea" }],
    ["question-answer", { prompt: "Who?", response: "She." }],
    ["question-answer", { Question: "Who?" }],
  ];
  test.each(examples)("%s", (shape, record) => {
    expect(recogniseShape([record])?.id).toBe(shape);
  });

  test("a text column alone is no shape; the most frequent shape of at least half wins", () => {
    expect(recogniseShape([{ text: "### Question" }])).toBeNull();
    expect(recogniseShape([])).toBeNull();
    expect(recogniseShape([{ messages: [] }, { messages: [] }, { question: "x" }])?.id).toBe("openai-chat");
    expect(recogniseShape([{ messages: [] }, { a: 1 }, { a: 1 }])).toBeNull();
  });
});

describe("what each shape reads", () => {
  test.each<[string, RecordShape, JsonRecord]>([
    ["openai-chat", "openai-chat", { messages: qa }],
    [
      "sharegpt",
      "sharegpt",
      {
        conversations: [
          { from: "human", value: "Who?" },
          { from: "gpt", value: "She." },
        ],
      },
    ],
    ["sharegpt with roles", "sharegpt", { conversations: qa }],
    ["trl texts", "trl", { prompt: "Who?", completion: "She." }],
    ["trl lists", "trl", { prompt: qa.slice(0, 1), completion: qa.slice(1) }],
    ["alpaca", "alpaca", { instruction: "Who?", input: "", output: "She." }],
    ["question-answer", "question-answer", { Query: "Who?", Response: "She." }],
    ["tessera", "tessera", { turns: qa }],
  ])("%s gives the same turns", (_, shape, record) => {
    expect(asDraft(shape, record)).toMatchObject({ turns: qa, metadata: {} });
  });

  test("system texts stand in front", () => {
    const system = { role: "system", content: "Be brief." };
    expect(asDraft("sharegpt", { conversations: qa, system: "Be brief." })).toMatchObject({ turns: [system, ...qa] });
    expect(asDraft("alpaca", { instruction: "Who?", output: "She.", system: "Be brief." })).toMatchObject({
      turns: [system, ...qa],
    });
    expect(asDraft("question-answer", { question: "Who?", answer: "She.", system: "Be brief." })).toMatchObject({
      turns: [system, ...qa],
    });
    expect(asDraft("sharegpt", { conversations: qa, system: "" })).toMatchObject({ turns: qa, metadata: {} });
    const twice = {
      conversations: [
        { from: "system", value: "a" },
        { from: "human", value: "b" },
      ],
      system: "c",
    };
    expect(asDraft("sharegpt", twice)).toMatchObject({ code: "E_SYSTEM_PLACE" });
  });

  test("alpaca joins instruction and input, and unrolls its history", () => {
    const record = {
      instruction: "Translate",
      input: "tea",
      output: "cha",
      history: [["Hi", "Hello"]],
      generator: "g",
    };
    expect(asDraft("alpaca", record)).toMatchObject({
      turns: [
        { content: "Hi" },
        { content: "Hello" },
        { role: "user", content: "Translate\ntea" },
        { role: "assistant", content: "cha" },
      ],
      metadata: { generator: "g" },
    });
    expect(asDraft("alpaca", { ...record, history: [["Hi"]] })).toMatchObject({ code: "E_CONTENT", field: "history" });
  });

  test("a missing answer is a prompt, an empty one is refused", () => {
    expect(asDraft("alpaca", { instruction: "Who?", output: null })).toMatchObject({ turns: [{ content: "Who?" }] });
    expect(asDraft("alpaca", { instruction: "Who?" })).toMatchObject({ turns: [{ content: "Who?" }] });
    expect(asDraft("alpaca", { instruction: "Who?", output: "" })).toMatchObject({ code: "E_EMPTY", field: "output" });
    expect(asDraft("question-answer", { question: "Who?", answer: null })).toMatchObject({
      turns: [{ content: "Who?" }],
    });
    expect(asDraft("question-answer", { question: "Who?", answer: " " })).toMatchObject({
      code: "E_EMPTY",
      field: "answer",
    });
    expect(asDraft("trl", { prompt: "Who?", completion: null })).toMatchObject({ turns: [{ content: "Who?" }] });
    expect(asDraft("trl", { prompt: "Who?", completion: "" })).toMatchObject({ code: "E_EMPTY", field: "completion" });
  });

  test("preferences and tools are refused with their reason", () => {
    expect(asDraft("trl", { prompt: "Who?", chosen: "a", rejected: "b" })).toMatchObject({ code: "E_PREFERENCE" });
    expect(asDraft("alpaca", { instruction: "Who?", chosen: "a", rejected: "b" })).toMatchObject({
      code: "E_PREFERENCE",
    });
    expect(asDraft("trl", { input: { messages: qa }, preferred_output: [] })).toMatchObject({ code: "E_PREFERENCE" });
    for (const from of ["function_call", "observation"]) {
      const conversations = [
        { from: "human", value: "x" },
        { from, value: "{}" },
      ];
      expect(asDraft("sharegpt", { conversations })).toMatchObject({ code: "E_TOOLS", field: "conversations[1]" });
    }
  });
});

const unicode = fc.string({ unit: "grapheme", minLength: 1, maxLength: 40 }).filter((text) => text.trim() !== "");
const roles = fc
  .integer({ min: 1, max: 6 })
  .map((count) => Array.from({ length: count }, (_, i) => (i % 2 ? ("assistant" as const) : ("user" as const))));
const turns = roles.chain((list) =>
  fc.tuple(...list.map((role) => fc.record({ role: fc.constant(role), content: unicode }))),
);
const exported = fc.record({
  id: fc.uuid(),
  externalId: fc.option(unicode),
  culture: unicode,
  language: fc.constantFrom("ko", "zh-Hant-TW", "ar-DZ", "und"),
  topic: fc.option(unicode),
  questionKey: fc.option(unicode),
  source: fc.option(unicode),
  method: fc.constantFrom(null, "persona", "debate-2"),
  status: fc.constantFrom("pending" as const, "accepted" as const),
  turns,
  tags: fc.uniqueArray(unicode, { maxLength: 5 }),
  scores: fc.constant({ lexical: { representativeness: 0.25, distinctiveness: null } }),
  version: fc.integer({ min: 1, max: 99 }),
});

describe("properties", () => {
  test("import(export(x)) = x for our own format, and status, scores and version stay behind", async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(exported, { minLength: 1, maxLength: 5 }), async (rows) => {
        const staged = await stageText(rows.map((row) => JSON.stringify(ExportRow.parse(row))).join("\n"));
        expect(staged.head).toMatchObject({ shape: "tessera", notes: [{ code: "N_PRESET_FIELDS" }] });
        expect(staged.verdicts.map((verdict) => (verdict.verdict === "accepted" ? verdict.draft : verdict))).toEqual(
          rows.map(({ id, externalId, culture, language, topic, questionKey, source, method, turns, tags }) => ({
            externalId: externalId ?? id,
            culture,
            language,
            topic,
            questionKey,
            source,
            method,
            turns,
            tags,
            metadata: {},
          })),
        );
      }),
      { numRuns: 200 },
    );
  });

  test("what is accepted by hand is what the schema Draft accepts", () => {
    const anyTurn = fc.record({
      role: fc.constantFrom("system", "user", "assistant", "tool", "User", 1, null),
      content: fc.oneof(unicode, fc.constantFrom("", " ", null, 5, "x".repeat(65_536), "x".repeat(65_537))),
    });
    const label = fc.oneof(fc.constantFrom(null, "Korea", "x".repeat(256), "x".repeat(257), 7), unicode);
    const record = fc.record({
      id: fc.constantFrom(null, "a", 7, 1.5, "x".repeat(512), "x".repeat(513)),
      culture: label,
      topic: label,
      source: label,
      language: fc.constantFrom(
        null,
        "ko",
        "zh_CN",
        "x",
        "toolong-toolong-toolong-toolong-toolong",
        "x-a",
        3,
        "en-a-bbb",
      ),
      tags: fc.constantFrom(
        null,
        [],
        ["a"],
        ["x".repeat(80)],
        ["x".repeat(81)],
        [1],
        "a;b",
        Array.from({ length: 64 }, (_, i) => `${i}`),
        Array.from({ length: 65 }, (_, i) => `${i}`),
      ),
      turns: fc.oneof(turns, fc.array(anyTurn, { maxLength: 3 })),
    });
    fc.assert(
      fc.property(record, (candidate) => {
        const draft = asDraft("tessera", structuredClone(candidate) as JsonRecord);
        if (!(draft instanceof Rejection)) {
          expect(Draft.safeParse(draft)).toEqual({ success: true, data: draft });
          return;
        }
        const asWritten = {
          externalId: candidate.id,
          questionKey: null,
          method: null,
          metadata: {},
          ...candidate,
          id: undefined,
        };
        const { id: _, ...fields } = asWritten;
        // The schema allows what is no dialogue, unknown languages and longer tags; the rest it refuses as well.
        const isStricter = ["E_ORDER", "E_NO_USER", "E_SYSTEM_PLACE", "E_LANGUAGE", "E_TAGS", "E_ROLE"].includes(
          draft.code,
        );
        if (!isStricter)
          expect([draft.code, Draft.safeParse({ ...fields, tags: fields.tags ?? [] }).success]).toEqual([
            draft.code,
            false,
          ]);
      }),
      { numRuns: 1000 },
    );
    expect(LanguageTag.safeParse("x-a").success).toBe(false);
  });

  test("other records of the file never change a verdict", async () => {
    const good = JSON.stringify({ messages: qa });
    const bad = JSON.stringify({ messages: [] });
    await fc.assert(
      fc.asyncProperty(fc.array(fc.boolean(), { minLength: 1, maxLength: 30 }), async (flags) => {
        const staged = await stageText(flags.map((flag) => (flag ? good : bad)).join("\n"), { shape: "openai-chat" });
        expect(codesOf(staged)).toEqual(flags.map((flag) => (flag ? "ok" : "E_NO_TURNS")));
      }),
    );
  });
});
