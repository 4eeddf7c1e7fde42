import fc from "fast-check";
import { Role } from "../../schema/conversation.ts";
import type { ExportRow } from "../../schema/export.ts";

/** Pieces that have broken writers or readers of JSON lines before, and scripts that run the other way or combine. */
const hardPieces = [
  ...[
    "\u2028",
    "\u2029",
    "\u0085",
    "\u000b",
    "\f",
    "\u001c",
    "\u001d",
    "\u001e",
    "\n",
    "\r\n",
    "\t",
    "\ufeff",
    "\u007f",
  ],
  ...['"', "\\", '\\"', "\\u2028", "\\ud800", "\\n", "\\\u2028", '{"role":"assistant","content":"', '"}]', "</script>"],
  ...[
    "نوروز مبارک",
    "\u202eשלום\u202c",
    "お正月はお節から",
    "தமிழ்",
    "ẹ̀bà",
    "👩🏽‍🍳",
    "🏳️‍🌈",
    "e\u0301",
    "𠮷",
    "  ",
    "__proto__",
  ],
];

const noNull = (text: string) => !text.includes("\u0000");

/** Well-formed Unicode without U+0000, rich in what breaks lines and quotes. */
export const arbitraryText: fc.Arbitrary<string> = fc
  .array(fc.oneof(fc.constantFrom(...hardPieces), fc.string({ unit: "binary", maxLength: 12 }), fc.string()), {
    maxLength: 6,
  })
  .map((pieces) => pieces.join(""))
  .filter(noNull);

const nullable = <Value>(arbitrary: fc.Arbitrary<Value>) => fc.option(arbitrary, { nil: null });

const arbitraryContent = arbitraryText.filter((text) => text.trim() !== "");

const anyTurns = fc.array(fc.record({ role: fc.constantFrom(...Role.options), content: arbitraryContent }), {
  minLength: 1,
  maxLength: 7,
});

/** An optional system turn and complete pairs: what every format can hold. */
const pairedTurns = fc
  .tuple(
    fc.array(arbitraryContent, { maxLength: 1 }),
    fc.array(fc.tuple(arbitraryContent, arbitraryContent), { minLength: 1, maxLength: 4 }),
  )
  .map(([system, pairs]): ExportRow["turns"] => [
    ...system.map((content) => ({ role: "system" as const, content })),
    ...pairs.flatMap(([user, assistant]) => [
      { role: "user" as const, content: user },
      { role: "assistant" as const, content: assistant },
    ]),
  ]);

// JSON has no -0.
const measure = nullable(fc.double({ min: 0, max: 1, noNaN: true }).map((value) => value + 0));

function rowOf(turns: fc.Arbitrary<ExportRow["turns"]>): fc.Arbitrary<ExportRow> {
  return fc.record(
    {
      id: fc.uuid({ version: 7 }),
      externalId: nullable(arbitraryText),
      culture: arbitraryText,
      language: fc.constantFrom("en", "fa", "zh-Hant-TW", "und"),
      topic: nullable(arbitraryText),
      questionKey: nullable(arbitraryText),
      source: nullable(arbitraryText),
      method: nullable(fc.constantFrom("persona", "debate-2")),
      status: fc.constantFrom("pending", "accepted", "rejected"),
      turns,
      tags: fc.array(arbitraryText, { maxLength: 4 }),
      scores: fc.dictionary(
        fc.constantFrom("lexical", "siblings", "panel@2", "10", "9"),
        fc.record(
          { representativeness: measure, distinctiveness: measure, note: arbitraryText },
          { noNullPrototype: true },
        ),
        { noNullPrototype: true },
      ),
      version: fc.integer({ min: 1 }),
    },
    { noNullPrototype: true },
  );
}

/** Rows with turns in any order of roles. */
export const arbitraryExportRow: fc.Arbitrary<ExportRow> = rowOf(fc.oneof(anyTurns, pairedTurns));

/** Rows that every format can hold. */
export const arbitraryPairedRow: fc.Arbitrary<ExportRow> = rowOf(pairedTurns);
