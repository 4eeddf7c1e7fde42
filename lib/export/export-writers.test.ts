import { describe, expect, test } from "vitest";
import type { ExportFormat, ExportRow } from "../schema/export.ts";
import { exportWriters } from "./export-writers.ts";
import type { LeftOutReason } from "./left-out.ts";
import { sideCarLine } from "./side-car.ts";

const system = { role: "system", content: "Answer briefly." } as const;
const user = (content: string) => ({ role: "user", content }) as const;
const assistant = (content: string) => ({ role: "assistant", content }) as const;

const row: ExportRow = {
  // Keys in another order than the schema's: the written order must not depend on it.
  version: 3,
  scores: {
    siblings: { distinctiveness: 0.25, representativeness: null },
    lexical: { representativeness: 1, distinctiveness: 0 },
  },
  tags: ["food", 'say "hi"'],
  turns: [
    system,
    user("What is eaten\nfirst?"),
    { content: "Ozoni\u2028お雑煮 😀", role: "assistant" },
    user("  Why?\u0085"),
    assistant('A\\B "q"\t'),
  ],
  status: "accepted",
  source: null,
  method: "persona",
  questionKey: "q\u2029",
  topic: "new-year",
  language: "ja",
  culture: "jp",
  externalId: null,
  id: "019a0b5e-7c1d-7a3b-8c2d-1234567890ab",
};

// Written by hand from the rules of each format.
const messages =
  '[{"role":"system","content":"Answer briefly."},{"role":"user","content":"What is eaten\\nfirst?"},' +
  '{"role":"assistant","content":"Ozoni\\u2028お雑煮 😀"},{"role":"user","content":"  Why?\\u0085"},' +
  '{"role":"assistant","content":"A\\\\B \\"q\\"\\t"}]';
const expected: Record<ExportFormat, string> = {
  tessera:
    '{"id":"019a0b5e-7c1d-7a3b-8c2d-1234567890ab","externalId":null,"culture":"jp","language":"ja","topic":"new-year",' +
    `"questionKey":"q\\u2029","source":null,"method":"persona","status":"accepted","turns":${messages},"tags":["food","say \\"hi\\""],` +
    '"scores":{"lexical":{"distinctiveness":0,"representativeness":1},' +
    '"siblings":{"distinctiveness":0.25,"representativeness":null}},"version":3}',
  "openai-chat": `{"messages":${messages}}`,
  trl:
    `{"messages":${messages},"id":"019a0b5e-7c1d-7a3b-8c2d-1234567890ab","externalId":"","culture":"jp","language":"ja",` +
    '"topic":"new-year","questionKey":"q\\u2029","source":"","status":"accepted","version":3}',
  sharegpt:
    '{"conversations":[{"from":"human","value":"What is eaten\\nfirst?"},{"from":"gpt","value":"Ozoni\\u2028お雑煮 😀"},' +
    '{"from":"human","value":"  Why?\\u0085"},{"from":"gpt","value":"A\\\\B \\"q\\"\\t"}],"system":"Answer briefly."}',
  alpaca:
    '{"instruction":"  Why?\\u0085","input":"","output":"A\\\\B \\"q\\"\\t","system":"Answer briefly.",' +
    '"history":[["What is eaten\\nfirst?","Ozoni\\u2028お雑煮 😀"]]}',
};

const formats = Object.values(exportWriters).map((writer) => writer.format);

describe.each(formats)("the %s writer", (format) => {
  test("writes the expected bytes", () => {
    expect(exportWriters[format].write(row)).toEqual({ line: expected[format] });
  });

  test("writes the same bytes from stored JSON, whatever its layout", () => {
    const { turns, ...facts } = row;
    const layouts = [
      JSON.stringify(turns),
      JSON.stringify(turns, null, 2),
      messages,
      messages.replaceAll('","content":', '", "content": '),
      messages.replaceAll("お", "\\u304a"),
    ];
    for (const turnsJson of layouts) {
      expect(exportWriters[format].writeSource({ ...facts, turnsJson })).toEqual({ line: expected[format] });
    }
  });

  test("stands in the registry under its own name", () => {
    expect(exportWriters[format].extension).toBe("jsonl");
    expect(exportWriters[format].needsSideCar).toBe(format !== "tessera");
  });
});

test("the side-car line holds every fact but the turns", () => {
  expect(sideCarLine(row, 7)).toBe(
    '{"line":7,"id":"019a0b5e-7c1d-7a3b-8c2d-1234567890ab","externalId":null,"culture":"jp","language":"ja",' +
      '"topic":"new-year","questionKey":"q\\u2029","source":null,"method":"persona","status":"accepted","tags":["food","say \\"hi\\""],' +
      '"scores":{"lexical":{"distinctiveness":0,"representativeness":1},' +
      '"siblings":{"distinctiveness":0.25,"representativeness":null}},"version":3}',
  );
});

test("one pair without a system turn keeps every key", () => {
  const plain: ExportRow = { ...row, turns: [user("Q"), assistant("A")] };
  expect(exportWriters.sharegpt.write(plain)).toEqual({
    line: '{"conversations":[{"from":"human","value":"Q"},{"from":"gpt","value":"A"}],"system":""}',
  });
  expect(exportWriters.alpaca.write(plain)).toEqual({
    line: '{"instruction":"Q","input":"","output":"A","system":"","history":[]}',
  });
});

describe("what a format cannot hold is left out with the reason", () => {
  const cases: [string, ExportRow["turns"], Record<"openai-chat" | "sharegpt" | "alpaca", LeftOutReason | null>][] = [
    ["a question alone", [user("Q")], all("no-assistant-turn")],
    ["a system turn alone", [system], all("no-assistant-turn")],
    ["two questions", [user("Q"), user("R"), assistant("A")], pairsOnly("roles-do-not-alternate")],
    ["two answers", [user("Q"), assistant("A"), assistant("B")], pairsOnly("roles-do-not-alternate")],
    ["an answer first", [assistant("A"), user("Q"), assistant("B")], pairsOnly("roles-do-not-alternate")],
    ["an open question", [user("Q"), assistant("A"), user("R")], pairsOnly("last-turn-not-assistant")],
    ["a late system turn", [user("Q"), system, assistant("A")], pairsOnly("system-turn-not-first")],
    ["two system turns", [system, system, user("Q"), assistant("A")], pairsOnly("system-turn-not-first")],
    [
      "two questions and a late system turn",
      [user("Q"), user("R"), system, assistant("A")],
      pairsOnly("system-turn-not-first"),
    ],
    ["a pair", [user("Q"), assistant("A")], pairsOnly(null)],
  ];

  function all(reason: LeftOutReason) {
    return { "openai-chat": reason, sharegpt: reason, alpaca: reason };
  }
  function pairsOnly(reason: LeftOutReason | null) {
    return { "openai-chat": null, sharegpt: reason, alpaca: reason };
  }

  test.each(cases)("%s", (_name, turns, reasons) => {
    const reasonOf = (format: ExportFormat) => {
      const written = exportWriters[format].write({ ...row, turns });
      const { turns: _turns, ...facts } = row;
      expect(exportWriters[format].writeSource({ ...facts, turnsJson: JSON.stringify(turns) })).toEqual(written);
      return "left" in written ? written.left : null;
    };
    expect({
      "openai-chat": reasonOf("openai-chat"),
      sharegpt: reasonOf("sharegpt"),
      alpaca: reasonOf("alpaca"),
    }).toEqual(reasons);
    expect([reasonOf("tessera"), reasonOf("trl")]).toEqual([null, null]);
  });

  test("content that looks like an assistant turn does not count as one", () => {
    const turns = [user('{"role":"assistant","content":"A"}')];
    expect(exportWriters["openai-chat"].write({ ...row, turns })).toEqual({ left: "no-assistant-turn" });
  });
});
