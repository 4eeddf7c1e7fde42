import { describe, expect, test } from "vitest";
import { createFileValidator } from "./file-validator.ts";
import type { ValidatedFormat } from "./validate-line.ts";

const line = '{"instruction":"Q","input":"","output":"お","system":"","history":[]}';

/** Pieces of one byte, so that every place where a file can be cut is tried. */
function findings(format: ValidatedFormat, content: string | Uint8Array, pieceLength = 1) {
  const bytes = typeof content === "string" ? new TextEncoder().encode(content) : content;
  const validator = createFileValidator(format);
  const buffer = new Uint8Array(pieceLength);
  for (let start = 0; start < bytes.length; start += pieceLength) {
    // One buffer filled anew, as streams do it.
    const piece = bytes.subarray(start, start + pieceLength);
    buffer.set(piece);
    validator.push(buffer.subarray(0, piece.length));
  }
  const { lines, errors, warnings } = validator.end();
  const brief = (groups: typeof errors) => groups.map((group) => [group.code, group.count, group.firstLines]);
  return { lines, errors: brief(errors), warnings: brief(warnings) };
}

describe("createFileValidator", () => {
  test("accepts a good file in pieces of any size", () => {
    for (const pieceLength of [1, 2, 7, 69, 70, 71, 1000]) {
      expect(findings("alpaca", `${line}\n${line}\n${line}\n`, pieceLength)).toEqual({
        lines: 3,
        errors: [],
        warnings: [],
      });
    }
  });

  test.each<[string, string, unknown]>([
    ["no line feed at the end", `${line}\n${line}`, ["no-final-line-feed", 1, [2]]],
    ["CRLF", `${line}\r\n${line}\r\n`, ["carriage-return", 2, [1, 2]]],
    ["a byte order mark", `\ufeff${line}\n`, ["byte-order-mark", 1, [1]]],
    ["an empty line", `${line}\n\n${line}\n`, ["empty-line", 1, [2]]],
    ["a raw U+2028", `${line}\n${line.replace("Q", "Q\u2028")}\n`, ["raw-line-separator", 1, [2]]],
    ["a key that comes and goes", `${line}\n${line.replace('"system":"",', "")}\n`, ["keys-differ", 1, [2]]],
    ["a further key at the end", `${line.replace(',"history":[]', "")}\n${line}\n`, ["keys-differ", 1, [2]]],
    [
      "keys in another order",
      `${line}\n${line.replace('"input":"","output":"お"', '"output":"お","input":""')}\n`,
      ["keys-differ", 1, [2]],
    ],
    ["two objects on a line", `${line}${line}\n`, ["invalid-json", 1, [1]]],
    ["a JSON array for a file", `[${line},\n${line}]\n`, ["invalid-json", 2, [1, 2]]],
  ])("finds %s", (_name, content, expected) => {
    expect(findings("alpaca", content).errors).toEqual([expected]);
  });

  test("finds bytes that are not UTF-8 and goes on with the next line", () => {
    const bytes = new TextEncoder().encode(`${line}\n${line}\n${line}\n`);
    // The start byte of お on line 2, found by its place in the line.
    bytes[new TextEncoder().encode(`${line}\n`).length + line.indexOf("お")] = 0x20;
    for (const pieceLength of [1, 50, 1000]) {
      expect(findings("alpaca", bytes, pieceLength)).toEqual({
        lines: 3,
        errors: [["not-utf-8", 1, [2]]],
        warnings: [],
      });
    }
  });

  test("finds a column that changes its type, but lets null stand for any type", () => {
    const row = (topic: string) =>
      `{"messages":[{"role":"user","content":"Q"},{"role":"assistant","content":"A"}],"topic":${topic}}`;
    expect(findings("trl", `${row("1")}\n${row('"1"')}\n`).errors).toEqual([["types-differ", 1, [2]]]);
    expect(findings("trl", `${row("null")}\n${row('"1"')}\n${row("null")}\n`)).toEqual({
      lines: 3,
      errors: [],
      warnings: [["null-in-column", 2, [1, 3]]],
    });
    expect(findings("trl", `${row("null")}\n${row('"1"')}\n${row("true")}\n`).errors).toEqual([
      ["types-differ", 1, [3]],
    ]);
  });

  test("asks for ten OpenAI examples", () => {
    const example = '{"messages":[{"role":"user","content":"Q"},{"role":"assistant","content":"A"}]}\n';
    expect(findings("openai-chat", example.repeat(9)).errors).toEqual([["too-few-examples", 1, [9]]]);
    expect(findings("openai-chat", example.repeat(10)).errors).toEqual([]);
  });

  test("an empty file is odd, not wrong", () => {
    expect(findings("tessera", "")).toEqual({ lines: 0, errors: [], warnings: [["no-lines", 1, [1]]] });
    expect(findings("openai-chat", "").errors).toEqual([["too-few-examples", 1, [1]]]);
  });

  test("counts every finding but lists twenty lines, so that a bad file costs no more memory than a good one", () => {
    const found = findings("alpaca", `${line}\n${"{}\n".repeat(300)}`, 64);
    expect(found.errors).toEqual([
      ["missing-key", 900, Array.from({ length: 20 }, (_, index) => index + 2)],
      ["keys-differ", 300, Array.from({ length: 20 }, (_, index) => index + 2)],
    ]);
  });

  test("holds side-car lines to their numbers", () => {
    const sideCar = (number: number) =>
      `{"line":${number},"id":"019a0b5e-7c1d-7a3b-8c2d-1234567890ab","externalId":null,"culture":"jp","language":"ja","topic":null,` +
      '"questionKey":null,"source":null,"method":null,"status":"accepted","tags":[],"scores":{},"version":1}\n';
    expect(findings("side-car", sideCar(1) + sideCar(2)).errors).toEqual([]);
    expect(findings("side-car", sideCar(1) + sideCar(3)).errors).toEqual([["line-number", 1, [2]]]);
  });
});
