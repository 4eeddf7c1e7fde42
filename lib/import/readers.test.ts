import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { StudioError } from "#lib/errors.ts";
import { nameColumns } from "./name-columns.ts";
import type { RawRecord } from "./raw-record.ts";
import { readArrayElements } from "./read-array-elements.ts";
import { readLines } from "./read-lines.ts";
import { readRows } from "./read-rows.ts";
import { Rejection } from "./rejection.ts";
import { sniffDelimiter } from "./sniff-delimiter.ts";
import { splitRow } from "./split-row.ts";

const encoder = new TextEncoder();
const decoder = new TextDecoder();

/** The bytes of a text in chunks of `size`, so that every record gets cut somewhere. */
async function* inChunks(text: string, size: number): AsyncGenerator<Uint8Array> {
  const bytes = encoder.encode(text);
  for (let at = 0; at < bytes.length; at += size) yield bytes.slice(at, at + size);
}

async function collect(records: AsyncIterable<RawRecord[]>): Promise<[number, number, string, boolean][]> {
  const all: [number, number, string, boolean][] = [];
  for await (const batch of records) {
    for (const { line, byteOffset, bytes, isTooLong } of batch) {
      all.push([line, byteOffset, decoder.decode(bytes), isTooLong]);
    }
  }
  return all;
}

describe("readLines", () => {
  test.each([1, 2, 3, 7, 100])(
    "cuts at 0x0A only, with lines and byte offsets, in chunks of %i bytes",
    async (size) => {
      const text = "a\u2028b\u2029c\u0085d\r\n\né\nlast";
      // Bytes by hand: a 1, U+2028 3, b 1, U+2029 3, c 1, U+0085 2, d 1, CR LF 2 → the second line begins at 14.
      expect(await collect(readLines(inChunks(text, size), { lineBytes: 100 }))).toEqual([
        [1, 0, "a\u2028b\u2029c\u0085d", false],
        [2, 14, "", false],
        [3, 15, "é", false],
        [4, 18, "last", false],
      ]);
    },
  );

  test("a line of exactly the limit passes, one byte more does not, and the next line is whole again", async () => {
    const text = `${"x".repeat(10)}\n${"y".repeat(11)}\r\n${"z".repeat(10)}\r\n`;
    for (const size of [1, 4, 64]) {
      const lines = await collect(readLines(inChunks(text, size), { lineBytes: 10 }));
      expect(lines.map(([line, offset, , isTooLong]) => [line, offset, isTooLong])).toEqual([
        [1, 0, false],
        [2, 11, true],
        [3, 24, false],
      ]);
    }
  });

  test("I34 a line that never ends is dropped as it comes: only its start is kept", async () => {
    let handed = 0;
    async function* endless(): AsyncGenerator<Uint8Array> {
      const chunk = new Uint8Array(65_536).fill(0x61);
      for (let index = 0; index < 32_768; index += 1) {
        handed += chunk.length;
        yield chunk;
      }
    }
    const before = process.memoryUsage().rss;
    const [only, ...more] = await collect(readLines(endless(), { lineBytes: 1024 * 1024 }));
    expect(handed).toBe(2 * 1024 ** 3);
    expect(more).toEqual([]);
    expect(only?.slice(0, 2)).toEqual([1, 0]);
    expect(only?.[3]).toBe(true);
    expect(only?.[2]).toHaveLength(1024);
    expect(process.memoryUsage().rss - before).toBeLessThan(50 * 1024 * 1024);
  });

  test("loses no byte, for any text in any chunks", async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(fc.string({ unit: "binary" })), fc.integer({ min: 1, max: 9 }), async (lines, size) => {
        const clean = lines.map((line) =>
          line
            .replaceAll(/[\n\r]/g, "")
            .toWellFormed()
            .replaceAll("\uFEFF", ""),
        );
        const text = clean.map((line) => `${line}\n`).join("");
        const read = await collect(readLines(inChunks(text, size), { lineBytes: 1000 }));
        expect(read.map(([, , line]) => line)).toEqual(clean);
        for (const [, offset, line] of read) {
          const bytes = encoder.encode(line);
          expect(encoder.encode(text).slice(offset, offset + bytes.length)).toEqual(bytes);
        }
      }),
    );
  });
});

describe("readArrayElements", () => {
  const text = ' [\n {"a":[1,"]\\"}"]} ,\n2,"x,y]" , [[3]],null]\n ';
  test.each([1, 2, 5, 100])("cuts elements with their places, in chunks of %i bytes", async (size) => {
    expect(await collect(readArrayElements(inChunks(text, size), { lineBytes: 100 }))).toEqual([
      [1, 4, '{"a":[1,"]\\"}"]}', false],
      [2, 23, "2", false],
      [3, 25, '"x,y]"', false],
      [4, 34, "[[3]]", false],
      [5, 40, "null", false],
    ]);
  });

  test("an empty list has no elements", async () => {
    expect(await collect(readArrayElements(inChunks("[ ]", 1), { lineBytes: 9 }))).toEqual([]);
  });

  test.each([
    ["[1,]", "comma stands before the closing bracket"],
    ["[,1]", "where an element was expected"],
    ["[1,,2]", "where an element was expected"],
    ["[{} {}]", "comma is missing"],
    ["[1] x", "after the end of the list"],
    ["[1][2]", "after the end of the list"],
    ["[1", "ends inside the list"],
    ["[{", "ends inside the list"],
    ["{}", "a list was expected"],
  ])("refuses %s", async (broken, message) => {
    const reading = collect(readArrayElements(inChunks(broken, 2), { lineBytes: 99 }));
    await expect(reading).rejects.toThrow(message);
    await expect(reading).rejects.toBeInstanceOf(StudioError);
  });

  test("an element beyond the limit is reported with its start and the next one is whole", async () => {
    const elements = await collect(readArrayElements(inChunks('[{"a":"xxxxxxxxxx"},{"b":1}]', 3), { lineBytes: 10 }));
    expect(elements.map(([, offset, , isTooLong]) => [offset, isTooLong])).toEqual([
      [1, true],
      [20, false],
    ]);
  });
});

describe("readRows and splitRow", () => {
  test.each([1, 3, 100])(
    "quoted line feeds, doubled quotes and mixed line ends, in chunks of %i bytes",
    async (size) => {
      const text = 'id,text\r\n1,"a\nb, ""c"""\n2,d"e\r\n3,"x\r\ny"';
      const rows = await collect(readRows(inChunks(text, size), { lineBytes: 99, delimiter: "," }));
      expect(rows.map(([line, offset, row]) => [line, offset, splitRow(row, ",")])).toEqual([
        [1, 0, ["id", "text"]],
        [2, 9, ["1", 'a\nb, "c"']],
        [4, 24, ["2", 'd"e']],
        [5, 31, ["3", "x\r\ny"]],
      ]);
    },
  );

  test("an open quote and text behind a closing quote are refused", () => {
    for (const row of ['a,"b', '"a"b,c', '"a" ,b']) {
      const cells = splitRow(row, ",");
      expect(cells instanceof Rejection && cells.code).toBe("E_CSV_QUOTE");
    }
    expect(splitRow("", ",")).toEqual([""]);
    expect(splitRow(",", ",")).toEqual(["", ""]);
    expect(splitRow('""', ",")).toEqual([""]);
  });

  test("parse(serialise(cells)) = cells", () => {
    const quote = (cell: string) => `"${cell.replaceAll('"', '""')}"`;
    fc.assert(
      fc.property(
        fc.array(fc.string({ unit: "binary" }), { minLength: 1 }),
        fc.constantFrom(",", ";", "\t"),
        (cells, delimiter) => {
          expect(splitRow(cells.map(quote).join(delimiter), delimiter)).toEqual(cells);
        },
      ),
      { numRuns: 1000 },
    );
  });

  test("the delimiter is the one that parts the header most often", () => {
    expect(sniffDelimiter("a,b\n1;2;3;4")).toBe(",");
    expect(sniffDelimiter("a;b;c,d\n")).toBe(";");
    expect(sniffDelimiter("a\tb")).toBe("\t");
    expect(sniffDelimiter('"a;b;c;d",e')).toBe(",");
    expect(sniffDelimiter("text")).toBe(",");
  });

  test("columns without a name are named by place, repeated names are numbered", () => {
    expect(nameColumns(["", "ID", "text", "text", " "])).toEqual({
      names: ["column 1", "ID", "text", "text (2)", "column 5"],
      renamed: ["column 1", "text (2)", "column 5"],
    });
    expect(nameColumns(["", "column 1"]).names).toEqual(["column 1 (2)", "column 1"]);
  });
});
