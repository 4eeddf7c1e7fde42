import { readdirSync, readFileSync } from "node:fs";
import { describe, expect, test } from "vitest";
import type { TroubleCode } from "./trouble.ts";
import { type ValidatedFormat, validateLine } from "./validate-line.ts";

const good: Record<ValidatedFormat, string> = {
  tessera:
    '{"id":"019a0b5e-7c1d-7a3b-8c2d-1234567890ab","externalId":null,"culture":"jp","language":"ja","topic":"t","questionKey":null,' +
    '"source":null,"method":null,"status":"accepted","turns":[{"role":"user","content":"Q"},{"role":"assistant","content":"A"}],' +
    '"tags":["x"],"scores":{"lexical":{"representativeness":0.5,"distinctiveness":null}},"version":1}',
  "openai-chat": '{"messages":[{"role":"user","content":"Q"},{"role":"assistant","content":"A"}]}',
  trl: '{"messages":[{"role":"user","content":"Q"},{"role":"assistant","content":"A"}],"id":"1","version":2}',
  sharegpt: '{"conversations":[{"from":"human","value":"Q"},{"from":"gpt","value":"A"}],"system":""}',
  alpaca: '{"instruction":"Q","input":"","output":"A","system":"","history":[["q","a"]]}',
  "side-car":
    '{"line":1,"id":"019a0b5e-7c1d-7a3b-8c2d-1234567890ab","externalId":null,"culture":"jp","language":"ja","topic":"t",' +
    '"questionKey":null,"source":null,"method":null,"status":"accepted","tags":["x"],"scores":{},"version":1}',
};

type Planted = [name: string, from: string, to: string, code: TroubleCode];

/** Breaks that any format must notice; each replaces the first `from` in the good line. */
const everywhere: Planted[] = [
  ["cut short", "}", "", "invalid-json"],
  ["byte order mark", "{", "\ufeff{", "byte-order-mark"],
  ["raw line separator", '":', '"\u2028:', "raw-line-separator"],
  ["raw next line", "{", "\u0085{", "raw-line-separator"],
  ["carriage return", "{", "{\r", "carriage-return"],
];

const planted: Record<ValidatedFormat, Planted[]> = {
  tessera: [
    ["a key too many", '"version":1', '"version":1,"score":1', "invalid-row"],
    ["a key too few", '"topic":"t",', "", "invalid-row"],
    ["keys in another order", '"culture":"jp","language":"ja"', '"language":"ja","culture":"jp"', "key-order"],
    ["an id that is no UUID", "019a0b5e-", "019a", "invalid-row"],
    ["a status outside the set", '"accepted"', '"approved"', "invalid-row"],
    ["a role outside the set", '"role":"assistant"', '"role":"gpt"', "invalid-row"],
    ["content of white space", '"content":"A"', '"content":" \\n"', "invalid-row"],
    ["no turns", '[{"role":"user","content":"Q"},{"role":"assistant","content":"A"}]', "[]", "invalid-row"],
    ["a turn with a key too many", '"content":"A"', '"content":"A","weight":1', "invalid-row"],
    ["a tag that is no text", '["x"]', "[1]", "invalid-row"],
    ["a score as text", "0.5", '"0.5"', "invalid-row"],
    ["a score without its counterpart", ',"distinctiveness":null', "", "invalid-row"],
    ["a score under a dangerous name", '"lexical"', '"__proto__x"', "invalid-row"],
    ["version nought", '"version":1', '"version":0', "invalid-row"],
    ["half a surrogate pair", '"jp"', '"\\ud83d"', "half-surrogate"],
    ["U+0000", '"jp"', '"\\u0000"', "null-character"],
  ],
  "openai-chat": [
    ["a list for an object", good["openai-chat"], "[]", "not-an-object"],
    ["no messages", '"messages"', '"message"', "missing-key"],
    ["messages as text", '[{"role":"user","content":"Q"},{"role":"assistant","content":"A"}]', '"Q"', "wrong-type"],
    ["messages empty", '{"role":"user","content":"Q"},{"role":"assistant","content":"A"}', "", "empty-list"],
    ["a message as text", '{"role":"user","content":"Q"}', '"Q"', "wrong-type"],
    ["metadata inside", '{"messages"', '{"id":"1","messages"', "unknown-key"],
    ["a key too many in a message", '"content":"A"', '"content":"A","score":1', "unknown-key"],
    ["an unknown role", '"role":"user"', '"role":"human"', "unknown-role"],
    ["no role", '"role":"user",', "", "missing-key"],
    ["no content", ',"content":"A"', "", "missing-key"],
    ["content null", '"content":"A"', '"content":null', "wrong-type"],
    ["content empty", '"content":"A"', '"content":""', "empty-text"],
    ["no assistant", '"role":"assistant"', '"role":"user"', "no-assistant"],
    ["weight on a user message", '"content":"Q"', '"content":"Q","weight":0', "bad-weight"],
    ["weight one half", '"content":"A"', '"content":"A","weight":0.5', "bad-weight"],
    ["half a surrogate pair", '"Q"', '"\\udc00 \\ud83d\\ude00"', "half-surrogate"],
  ],
  trl: [
    ["a number for an object", good.trl, "7", "not-an-object"],
    ["no messages", '"messages"', '"msgs"', "missing-key"],
    ["messages empty", '{"role":"user","content":"Q"},{"role":"assistant","content":"A"}', "", "empty-list"],
    ["a message null", '{"role":"user","content":"Q"}', "null", "wrong-type"],
    ["an unknown role", '"role":"assistant"', '"role":"gpt"', "unknown-role"],
    ["role a number", '"role":"user"', '"role":1', "wrong-type"],
    ["content a list", '"content":"A"', '"content":["A"]', "wrong-type"],
    ["content empty", '"content":"A"', '"content":" "', "empty-text"],
    ["a key too many in a message", '"content":"A"', '"content":"A","score":1', "unknown-key"],
    ["a list as extra column", '"id":"1"', '"tags":["x"]', "not-scalar"],
    ["an object as extra column", '"id":"1"', '"scores":{}', "not-scalar"],
    ["a column of another kind", '"id":"1"', '"prompt":"Q"', "ambiguous-column"],
    ["U+0000", '"Q"', '"Q\\u0000"', "null-character"],
  ],
  sharegpt: [
    ["null for an object", good.sharegpt, "null", "not-an-object"],
    ["no conversations", '"conversations"', '"messages"', "missing-key"],
    ["conversations empty", '{"from":"human","value":"Q"},{"from":"gpt","value":"A"}', "", "empty-list"],
    ["a key too many", '"system":""', '"system":"","id":"1"', "unknown-key"],
    ["a key too many in a turn", '"value":"A"', '"value":"A","weight":1', "unknown-key"],
    ["gpt first", '"from":"human"', '"from":"gpt"', "wrong-place"],
    ["two humans", '"from":"gpt"', '"from":"human"', "wrong-place"],
    ["system in the middle", '"from":"gpt"', '"from":"system"', "wrong-place"],
    ["the other dialect's speaker", '"from":"gpt"', '"from":"assistant"', "unknown-role"],
    ["an odd count", ',{"from":"gpt","value":"A"}', "", "odd-turns"],
    ["a leading system turn that breaks the count", '"from":"human"', '"from":"system"', "odd-turns"],
    [
      "a system turn alone",
      '{"from":"human","value":"Q"},{"from":"gpt","value":"A"}',
      '{"from":"system","value":"S"}',
      "no-assistant",
    ],
    ["no value", ',"value":"A"', "", "missing-key"],
    ["value empty", '"value":"A"', '"value":""', "empty-text"],
    ["system null", '"system":""', '"system":null', "wrong-type"],
    ["a turn as text", '{"from":"gpt","value":"A"}', '"A"', "wrong-type"],
  ],
  alpaca: [
    ["text for an object", good.alpaca, '"Q"', "not-an-object"],
    ["no instruction", '"instruction":"Q",', "", "missing-key"],
    ["instruction empty", '"instruction":"Q"', '"instruction":""', "empty-text"],
    ["no input", '"input":"",', "", "missing-key"],
    ["input null", '"input":""', '"input":null', "wrong-type"],
    ["no output", '"output":"A",', "", "missing-key"],
    ["output of white space", '"output":"A"', '"output":"\\n"', "empty-text"],
    ["system a list", '"system":""', '"system":[]', "wrong-type"],
    ["a key too many", '"system":""', '"system":"","id":"1"', "unknown-key"],
    ["history as text", '[["q","a"]]', '"q"', "wrong-type"],
    ["a history of half a pair", '["q","a"]', '["q"]', "wrong-type"],
    ["a history of a triple", '["q","a"]', '["q","a","b"]', "wrong-type"],
    ["a number in the history", '["q","a"]', '["q",1]', "wrong-type"],
    ["empty text in the history", '["q","a"]', '["","a"]', "empty-text"],
  ],
  "side-car": [
    ["another line's number", '"line":1', '"line":2', "line-number"],
    ["no line", '"line":1,', "", "invalid-row"],
    ["turns inside", '"version":1', '"version":1,"turns":[]', "invalid-row"],
    ["keys in another order", '"culture":"jp","language":"ja"', '"language":"ja","culture":"jp"', "key-order"],
  ],
};

const formats = Object.keys(good).filter((name): name is ValidatedFormat => name in good);

describe.each(formats)("%s", (format) => {
  test("a good line has no finding", () => {
    expect(validateLine(format, good[format], 1)).toEqual([]);
  });

  test.each([...planted[format], ...everywhere])("finds %s", (_name, from, to, code) => {
    const broken = good[format].replace(from, () => to);
    expect(broken).not.toBe(good[format]);
    const troubles = validateLine(format, broken, 1);
    expect(troubles.map((trouble) => trouble.code)).toContain(code);
    expect(troubles.find((trouble) => trouble.code === code)).toMatchObject({ severity: "error", line: 1 });
  });

  test("finds an empty line", () => {
    expect(validateLine(format, " ", 9)).toMatchObject([{ code: "empty-line", line: 9, field: null }]);
  });

  test("whole surrogate pairs written as escapes are fine", () => {
    const escaped = good[format].replace(/"(Q|t)"/, '"\\ud83d\\ude00"');
    expect(escaped).not.toBe(good[format]);
    expect(validateLine(format, escaped, 1)).toEqual([]);
  });
});

describe("warnings do not make a line unfit", () => {
  const message = (role: string, extra = "") => `{"role":"${role}","content":"T"${extra}}`;
  const chat = (...messages: string[]) => `{"messages":[${messages.join(",")}]}`;
  const cases: [ValidatedFormat, string, TroubleCode[]][] = [
    ["openai-chat", chat(message("user"), message("system"), message("assistant")), ["system-not-first"]],
    ["openai-chat", chat(message("user"), message("user"), message("assistant")), ["repeated-role"]],
    ["openai-chat", chat(message("assistant")), ["no-user"]],
    ["openai-chat", chat(message("user"), message("assistant"), message("user")), ["nothing-trained"]],
    ["openai-chat", chat(message("user"), message("assistant", ',"weight":0')), ["nothing-trained"]],
    ["openai-chat", chat(message("user"), message("assistant", ',"weight":1')), []],
    [
      "openai-chat",
      chat(message("user"), '{"role":"assistant","tool_calls":[{}]}', message("tool"), message("assistant")),
      [],
    ],
    ["trl", chat(message("user")), ["last-not-assistant"]],
    ["trl", chat(message("system"), message("assistant")), ["no-user"]],
    ["trl", `{"topic":null,${chat(message("user"), message("assistant")).slice(1)}`, ["null-in-column"]],
    [
      "sharegpt",
      '{"conversations":[{"from":"system","value":"S"},{"from":"human","value":"Q"},{"from":"gpt","value":"A"}]}',
      [],
    ],
    [
      "sharegpt",
      '{"conversations":[{"from":"system","value":"S"},{"from":"human","value":"Q"},{"from":"gpt","value":"A"}],"system":"S"}',
      ["two-systems"],
    ],
    ["alpaca", `{"instruction":"Q","input":"","output":"${"é".repeat(1_000_000)}"}`, ["long-line"]],
    ["alpaca", `{"instruction":"Q","input":"","output":"${"e".repeat(1_000_000)}"}`, []],
  ];

  test.each(cases)("%s, case %#", (format, line, codes) => {
    const troubles = validateLine(format, line, 1);
    expect(troubles.map((trouble) => trouble.code)).toEqual(codes);
    expect(troubles.every((trouble) => trouble.severity === "warning")).toBe(true);
  });
});

test("a finding names the place and the mend", () => {
  expect(
    validateLine("openai-chat", '{"messages":[{"role":"assistant","content":"A"},{"role":"bot","content":"B"}]}', 12),
  ).toEqual(
    expect.arrayContaining([
      {
        code: "unknown-role",
        severity: "error",
        line: 12,
        field: "messages[1].role",
        message: 'The role "bot" is not one of system, developer, user, assistant, tool, function.',
      },
    ]),
  );
});

test("the validators know nothing of the writers", () => {
  const folder = new URL(".", import.meta.url);
  const imports = readdirSync(folder)
    .filter((name) => name.endsWith(".ts") && !name.endsWith(".test.ts"))
    .flatMap((name) => readFileSync(new URL(name, folder), "utf8").match(/from "[^"]+"/g) ?? []);
  expect(imports.length).toBeGreaterThan(10);
  expect(
    imports.filter((line) => !/^from "(?:zod|\.\/[a-z-]+\.ts|\.\.\/\.\.\/schema\/export\.ts)"$/.test(line)),
  ).toEqual([]);
});
