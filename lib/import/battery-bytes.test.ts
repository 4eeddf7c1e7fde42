import { describe, expect, test } from "vitest";
import { importLimits } from "#lib/schema/limits.ts";
import { codesOf, row, type Staged, stageText, textsOf } from "./testing/stage-text.ts";

const bytesOf = (text: string) => new TextEncoder().encode(text);
const concat = (...parts: (string | number[])[]) =>
  new Uint8Array(parts.flatMap((part) => (typeof part === "string" ? [...bytesOf(part)] : part)));

/** A good row with raw bytes inside its first text. */
const around = (...inside: number[]) => concat('{"messages":[{"role":"user","content":"a', inside, 'b"}]}\n');

function rejectedMessage(staged: Staged, index: number): string {
  const verdict = staged.verdicts[index];
  return verdict?.verdict === "rejected" ? verdict.message : "accepted";
}

describe("bytes of an import", () => {
  test("I1 an empty file is refused", async () => {
    expect((await stageText("")).refusal).toContain("no rows");
  });

  test("I2 only blank lines, or only a byte order mark, are refused", async () => {
    for (const content of ["\n\n \n", "\uFEFF", "\uFEFF\n\n", " ", "\r\n"]) {
      expect((await stageText(content)).refusal).toContain("no rows");
    }
    expect((await stageText("[]", { fileName: "a.json" })).refusal).toContain("no rows");
    expect((await stageText("question,answer\n", { fileName: "a.csv" })).refusal).toContain("no rows");
  });

  test("I3 a byte order mark is dropped and noted", async () => {
    for (const chunkBytes of [1, 2, 65_536]) {
      const staged = await stageText(`\uFEFF${row()}\n`, { chunkBytes });
      expect(codesOf(staged)).toEqual(["ok"]);
      expect(staged.head?.notes.map(({ code }) => code)).toEqual(["N_BOM"]);
      expect(staged.verdicts[0]).toMatchObject({ line: 1, byteOffset: 3 });
    }
  });

  test.each([
    ["UTF-16LE", [0xff, 0xfe, 0x7b, 0, 0x22, 0]],
    ["UTF-16BE", [0xfe, 0xff, 0, 0x7b, 0, 0x22]],
    ["UTF-32LE", [0xff, 0xfe, 0, 0, 0x7b, 0, 0, 0]],
    ["UTF-32BE", [0, 0, 0xfe, 0xff, 0, 0, 0, 0x7b]],
    ["UTF-16LE", [0x7b, 0, 0x22, 0]],
    ["UTF-16BE", [0, 0x7b, 0, 0x22]],
  ])("I4 %s is refused by name", async (name, bytes) => {
    expect((await stageText(new Uint8Array(bytes))).refusal).toContain(name);
  });

  test.each([
    ["Latin-1", [0xe9, 0x74, 0xe9]],
    ["Windows-1256", [0xe3, 0xd1, 0xcd]],
    ["Shift-JIS", [0x82, 0xa8, 0x92, 0x83]],
    ["I6 overlong", [0xc0, 0xaf]],
    ["I6 five bytes", [0xf8, 0x88, 0x80, 0x80, 0x80]],
    ["I6 CESU-8 surrogates", [0xed, 0xa0, 0xbd, 0xed, 0xb8, 0x80]],
    ["I6 beyond U+10FFFF", [0xf4, 0x90, 0x80, 0x80]],
    ["I6 a lone continuation", [0x80]],
  ])("I5 %s bytes are refused at the first bad byte", async (_, bytes) => {
    // The text begins behind the 40 bytes of {"messages":[{"role":"user","content":" and the letter a.
    const message = `at offset ${39 + 1}`;
    expect((await stageText(around(...bytes))).refusal).toContain(message);
    const mixed = await stageText(concat(`${row()}\n`, [...around(...bytes)], `${row()}\n`));
    expect(codesOf(mixed)).toEqual(["ok", "E_ENCODING", "ok"]);
    expect(rejectedMessage(mixed, 1)).toContain(`at offset ${bytesOf(row()).length + 1 + 39 + 1}`);
  });

  test("I7 a multibyte character cut off by the end refuses that line", async () => {
    const whole = bytesOf(`${row()}\n{"messages":[{"role":"user","content":"茶`);
    expect(codesOf(await stageText(whole.subarray(0, -1)))).toEqual(["ok", "E_ENCODING"]);
  });

  test("I8 the last line needs no newline", async () => {
    expect(codesOf(await stageText(`${row()}\n${row()}`))).toEqual(["ok", "ok"]);
  });

  test("I9 CRLF is read, lone CR is refused with a hint", async () => {
    expect(codesOf(await stageText(`${row()}\r\n${row()}\r\n`))).toEqual(["ok", "ok"]);
    expect((await stageText(`${row()}\r${row()}\r`)).refusal).toContain("carriage return");
    expect((await stageText("question,answer\ra,b\r", { fileName: "a.csv" })).refusal).toContain("carriage return");
  });

  test("I10 U+2028, U+2029 and U+0085 stay inside their row; raw U+000B is no JSON", async () => {
    for (const character of ["\u2028", "\u2029", "\u0085"]) {
      const text = `a${character}b`;
      const staged = await stageText(`{"messages":[{"role":"user","content":"${text}"}]}\n${row()}\n`);
      expect(codesOf(staged)).toEqual(["ok", "ok"]);
      expect(textsOf(staged)[0]).toEqual([text]);
    }
    const staged = await stageText(`${row()}\n{"messages":[{"role":"user","content":"a\u000bb"}]}\n`);
    expect(codesOf(staged)).toEqual(["ok", "E_JSON"]);
    expect(rejectedMessage(staged, 1)).toContain("U+000B");
  });

  test("I32 a line of 1 MiB + 1 is refused with the limit, one of 1 MiB is not", async () => {
    const padded = (bytes: number) => {
      const bare = row({ note: "" });
      return row({ note: "x".repeat(bytes - bare.length) });
    };
    const limit = importLimits.lineBytes;
    expect(codesOf(await stageText(`${padded(limit)}\n${padded(limit + 1)}\n${row()}`))).toEqual([
      "ok",
      "E_LINE_LONG",
      "ok",
    ]);
    expect((await stageText(padded(limit + 1))).refusal).toContain(`${limit} bytes`);
  });

  test("I33 one row too many refuses the file, with the count named", async () => {
    const limits = { ...importLimits, rows: 500 };
    expect((await stageText(`${row()}\n`.repeat(500), { limits })).end?.records).toBe(500);
    const { refusal } = await stageText(`${row()}\n`.repeat(501), { limits });
    expect(refusal).toContain("more than 500 rows");
    expect(refusal).toContain("line 501");
  });

  test("I34 a first line that does not end is refused after 1 MiB + 1", async () => {
    let handed = 0;
    async function* endless(): AsyncGenerator<Uint8Array> {
      for (;;) {
        handed += 65_536;
        yield bytesOf(`{"a":"${"x".repeat(65_530)}`);
      }
    }
    const { stageFile } = await import("./stage-file.ts");
    await expect(stageFile({ chunks: endless(), fileName: "a.jsonl" }).next()).rejects.toThrow("first line is longer");
    expect(handed).toBeLessThanOrEqual(importLimits.lineBytes + 2 * 65_536);
  });

  test("the stream is closed when reading stops early", async () => {
    let isClosed = false;
    async function* source(): AsyncGenerator<Uint8Array> {
      try {
        for (;;) yield bytesOf(`${row()}\n`.repeat(1000));
      } finally {
        isClosed = true;
      }
    }
    const { stageFile } = await import("./stage-file.ts");
    const events = stageFile({ chunks: source(), fileName: "a.jsonl" });
    expect((await events.next()).value).toMatchObject({ kind: "head" });
    expect((await events.next()).value).toMatchObject({ kind: "batch" });
    await events.return();
    expect(isClosed).toBe(true);
  });
});
