import fc from "fast-check";
import { expect, test } from "vitest";
import { LineVerdict, type RecordShape } from "#lib/schema/import.ts";
import { row, stageText } from "./testing/stage-text.ts";

const fileName = fc.constantFrom("a.jsonl", "a.json", "a.csv", "a.tsv", "a", "a.txt");
const seeds = [
  `${row()}\n${row({ id: "2" })}\n`,
  `[\n${row()},\n${row({ id: "2" })}]`,
  'question,answer,culture\n"Who\npours?",She,Korea\nWhy?,,Iran\n',
  '{"instruction":"a","output":"b","history":[["c","d"]]}\n',
  '{"conversations":[{"from":"human","value":"茶"}]}\r\n',
];

/** A good file with bytes overwritten, removed or inserted somewhere. */
const damaged = fc
  .tuple(fc.constantFrom(...seeds), fc.array(fc.tuple(fc.nat(), fc.nat(2), fc.nat(255)), { maxLength: 6 }))
  .map(([seed, edits]) => {
    const bytes = [...new TextEncoder().encode(seed)];
    for (const [at, removed, byte] of edits) bytes.splice(at % bytes.length, removed, byte);
    return Uint8Array.from(bytes);
  });

const shape = fc.constantFrom<(RecordShape | undefined)[]>(
  undefined,
  "tessera",
  "openai-chat",
  "trl",
  "sharegpt",
  "alpaca",
  "question-answer",
  "mapped",
);

test("whatever the bytes, a file is refused with a sentence or each record gets one verdict of the contract", async () => {
  const bytes = fc.oneof(damaged, fc.uint8Array({ maxLength: 200 }));
  await fc.assert(
    fc.asyncProperty(
      bytes,
      fileName,
      shape,
      fc.integer({ min: 1, max: 300 }),
      async (content, name, chosen, chunkBytes) => {
        const staged = await stageText(content, { fileName: name, chunkBytes, ...(chosen ? { shape: chosen } : {}) });
        for (const verdict of staged.verdicts) expect(LineVerdict.parse(verdict)).toEqual(verdict);
        if (staged.refusal === null && staged.head?.shape !== null)
          expect(staged.end?.records).toBe(staged.verdicts.length);
        if (staged.refusal !== null) expect(staged.refusal).toMatch(/^[A-Z].*\.$/s);
      },
    ),
    { numRuns: 3000 },
  );
});

test("chunks of any size give the same verdicts", async () => {
  await fc.assert(
    fc.asyncProperty(damaged, fc.integer({ min: 1, max: 40 }), async (content, chunkBytes) => {
      expect(await stageText(content, { chunkBytes })).toEqual(await stageText(content));
    }),
    { numRuns: 500 },
  );
});
