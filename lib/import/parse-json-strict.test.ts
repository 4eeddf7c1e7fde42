import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { checkNumber } from "./check-number.ts";
import { findDuplicateKey } from "./find-duplicate-key.ts";
import { parseJsonStrict } from "./parse-json-strict.ts";
import { Rejection } from "./rejection.ts";

function codeOf(text: string): string {
  const result = parseJsonStrict(text);
  return result instanceof Rejection ? result.code : "ok";
}

function messageOf(text: string): string {
  const result = parseJsonStrict(text);
  return result instanceof Rejection ? result.message : "ok";
}

// Cases of the kind that JSONTestSuite collects (RFC 8259), written for this project.
const wellFormed = [
  "[]",
  "{}",
  " [ ] ",
  "[[]]",
  '[""]',
  "[1]",
  "[-1]",
  "[1.5]",
  "[1e2]",
  "[1E+2]",
  "[1E-2]",
  "[123.456e-2]",
  "[0]",
  "[0.0]",
  "[0e1]",
  "[true,false,null]",
  '["a\\"b"]',
  '["\\\\"]',
  '["\\/"]',
  '["\\b\\f\\n\\r\\t"]',
  '["\\u0041"]',
  '["\\uD83D\\uDE00"]',
  '["\u2028\u2029\u0085"]',
  '["\u007f"]',
  '["😀"]',
  '{"":1}',
  '{"a":{"a":1}}',
  '[{"a":1},{"a":1}]',
  '{"a":":","b":"{[","c":"\\"a\\":"}',
  "1",
  '"x"',
  "null",
  "\t\n\r 1 ",
  '["\\uFFFF"]',
  '["\uFEFF"]',
  '{"a\\u0022b":1,"a":2}',
];
const illFormed = [
  "",
  " ",
  "[",
  "]",
  "{",
  "}",
  "[1",
  "[1,",
  "[,1]",
  "[1,]",
  "[1,,2]",
  "[1 2]",
  "{,}",
  '{"a"}',
  '{"a":}',
  '{"a" 1}',
  '{"a":1,}',
  "{a:1}",
  "{'a':1}",
  "{1:1}",
  '{"a":1 "b":2}',
  "[01]",
  "[+1]",
  "[.5]",
  "[1.]",
  "[1.e1]",
  "[1e]",
  "[1e+]",
  "[--1]",
  "[- 1]",
  "[0x1F]",
  "[1_000]",
  "[NaN]",
  "[Infinity]",
  "[-Infinity]",
  "[undefined]",
  "[True]",
  "[nul]",
  "[truee]",
  '["\\x41"]',
  '["\\u12"]',
  '["\\u00zz"]',
  '["\\a"]',
  '["a]',
  '["\n"]',
  '["\t"]',
  '["\u0000"]',
  '["\u000b"]',
  "[1]//c",
  "[1]/*c*/",
  "[1]#c",
  "[1][2]",
  '{"a":1}{"b":2}',
  "\uFEFF[]",
  "\u00a0[]",
  "[1]\u000b",
  "(1)",
  "['a']",
  "`a`",
  "[１]",
  "[\u200B1]",
  "1 2",
];

describe("parseJsonStrict", () => {
  test.each(wellFormed)("accepts %j", (text) => {
    expect(parseJsonStrict(text)).toMatchObject({ value: JSON.parse(text) });
  });

  test.each(illFormed)("refuses %j as E_JSON", (text) => {
    expect(() => JSON.parse(text)).toThrow();
    expect(codeOf(text)).toBe("E_JSON");
  });

  test("I41 duplicate keys are refused, also nested and also when one is escaped", () => {
    expect(codeOf('{"a":1,"a":2}')).toBe("E_DUPKEY");
    expect(codeOf('{"x":[{"a":1,"b":{"c":1,"c":1}}]}')).toBe("E_DUPKEY");
    expect(codeOf('{"a":1,"\\u0061":2}')).toBe("E_DUPKEY");
    expect(messageOf('{"a":1,"a":2}')).toContain("`a` stands twice");
    expect(findDuplicateKey('{"a":{"b":1},"b":2}')).toBeNull();
  });

  test("I35 depth 33 is refused, 32 is not", () => {
    expect(codeOf("[".repeat(32) + "]".repeat(32))).toBe("ok");
    expect(codeOf("[".repeat(33) + "]".repeat(33))).toBe("E_DEPTH");
    expect(codeOf(`${'{"a":'.repeat(33)}1${"}".repeat(33)}`)).toBe("E_DEPTH");
  });

  test("I36 100 000 levels are refused, closed or not, and the process lives", () => {
    expect(codeOf("[".repeat(100_000))).toBe("E_DEPTH");
    expect(codeOf("[".repeat(100_000) + "]".repeat(100_000))).toBe("E_DEPTH");
    expect(codeOf('{"a":'.repeat(100_000))).toBe("E_DEPTH");
  });

  test("I37 more than 256 keys in one object are refused", () => {
    const object = (keys: number) =>
      JSON.stringify(Object.fromEntries(Array.from({ length: keys }, (_, i) => [`k${i}`, 1])));
    expect(codeOf(object(256))).toBe("ok");
    expect(codeOf(object(257))).toBe("E_KEYS");
    expect(codeOf(object(100_000))).toBe("E_KEYS");
  });

  test.each(["__proto__", "constructor", "prototype", "toString", "hasOwnProperty", "valueOf", "__defineGetter__"])(
    "I38 to I40 the key %s is refused",
    (key) => {
      expect(codeOf(`{"${key}":{"admin":true}}`)).toBe("E_KEY");
      expect(codeOf(`{"a":[{"${key}":1}]}`)).toBe("E_KEY");
      expect("admin" in {}).toBe(false);
    },
  );

  test("I38 an escaped __proto__ is refused too", () => {
    expect(codeOf('{"\\u005f_proto__":{"admin":true}}')).toBe("E_KEY");
  });

  test("I42 and I43 numbers that would change are refused", () => {
    expect(codeOf('{"id":12345678901234567890}')).toBe("E_NUMBER");
    expect(codeOf('{"id":9007199254740993}')).toBe("E_NUMBER");
    expect(codeOf("[1e400]")).toBe("E_NUMBER");
    expect(codeOf("[-1e400]")).toBe("E_NUMBER");
    expect(codeOf("[1e-400]")).toBe("E_NUMBER");
    expect(messageOf("[1e400]")).toContain("1e400");
  });

  test("I44 -0 is read as 0 and noted", () => {
    for (const zero of ["-0", "-0.0", "-0e5"]) {
      const result = parseJsonStrict(`{"a":[${zero}, 1]}`);
      expect(result).toEqual({ value: { a: [0, 1] }, hasEscapes: false, hadNegativeZero: true });
    }
    expect(parseJsonStrict('{"a":"-0"}')).toMatchObject({ hadNegativeZero: false });
  });

  test("I45 digits are kept or refused, never changed", () => {
    expect(checkNumber("0.1")).toBe("exact");
    expect(checkNumber("0.10000000000000001")).toBe("changed");
    expect(checkNumber("0.1000000000000000055511151231257827")).toBe("changed");
    expect(checkNumber("0.30000000000000004")).toBe("exact");
    expect(checkNumber("1.0")).toBe("exact");
    expect(checkNumber("100e-2")).toBe("exact");
    expect(checkNumber("1e21")).toBe("exact");
    expect(checkNumber("1e22")).toBe("exact");
    expect(checkNumber("5e-324")).toBe("exact");
    expect(checkNumber("4e-324")).toBe("changed");
    expect(checkNumber("0.000")).toBe("exact");
  });

  test("I11 U+0000 and I12 to I14 lone surrogates are refused with the place", () => {
    expect(parseJsonStrict('{"m":[{"c":"a\\u0000b"}]}')).toMatchObject({ code: "E_NUL", field: "m[0].c" });
    expect(parseJsonStrict('{"m":["\\ud800"]}')).toMatchObject({ code: "E_SURROGATE", field: "m[0]" });
    expect(codeOf('"\\udc00"')).toBe("E_SURROGATE");
    expect(codeOf('"\\udc00\\ud800"')).toBe("E_SURROGATE");
    expect(codeOf('{"\\ud800":1}')).toBe("E_SURROGATE");
    expect(codeOf('"\\ud83d\\ude00"')).toBe("ok");
    expect(codeOf('"\\\\u0000 \\\\ud800"')).toBe("ok");
  });

  test("I46 and I48 the message names the likely cause", () => {
    expect(messageOf('{"a":NaN}')).toContain("NaN");
    expect(messageOf('{"a":1} // c')).toContain("comments");
    expect(messageOf('{"a":[1,]}')).toContain("comma");
    expect(messageOf("{'a':1}")).toContain("double quotes");
    expect(messageOf('{"a": True}')).toContain("Python");
    expect(messageOf('{"a":1}{"b":2}')).toContain("two JSON values");
    expect(messageOf('{"a":"\u000b"}')).toContain("U+000B");
    expect(messageOf('{"a":"b')).toContain("not closed");
  });

  test("P1 parse(serialise(x)) = x", () => {
    const plain = fc.jsonValue({ maxDepth: 6, noUnicodeString: false });
    fc.assert(
      fc.property(plain, (x) => {
        const text = JSON.stringify(x);
        if (["E_KEY", "E_NUL"].includes(codeOf(text))) return;
        const expected = JSON.parse(text.replaceAll(/(?<![\w."])-0(?![.\d])/g, "0"));
        expect(parseJsonStrict(text)).toMatchObject({ value: expected });
      }),
      { numRuns: 1000 },
    );
  });

  test("agrees with JSON.parse on what is JSON, for damaged text", () => {
    const damaged = fc
      .tuple(fc.json({ maxDepth: 3 }), fc.nat(), fc.constantFrom("", ",", '"', "}", "0", "\\", "[", ":"))
      .map(
        ([text, at, insert]) =>
          text.slice(0, at % (text.length + 1)) + insert + text.slice((at % (text.length + 1)) + 1),
      );
    fc.assert(
      fc.property(damaged, (text) => {
        let isJson = true;
        try {
          JSON.parse(text);
        } catch {
          isJson = false;
        }
        if (!isJson) expect(codeOf(text)).toBe("E_JSON");
        else expect(codeOf(text)).not.toBe("E_JSON");
      }),
      { numRuns: 1000 },
    );
  });
});
