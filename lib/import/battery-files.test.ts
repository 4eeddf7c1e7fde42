import { describe, expect, test } from "vitest";
import { sniffFile } from "./sniff-file.ts";
import { codesOf, row, stageText } from "./testing/stage-text.ts";

const latin = (text: string) => Uint8Array.from(text, (character) => character.charCodeAt(0));
const sniff = (content: string, name = "data.jsonl") => sniffFile(latin(content), name, true);

describe("kinds of files", () => {
  test("I47 a JSON list is read as a list, with places and offsets", async () => {
    for (const fileName of ["data.json", "data.jsonl"]) {
      const staged = await stageText(`[\n${row()},\n${row()}\n]\n`, { fileName });
      expect(staged.head?.container).toBe("json-array");
      expect(codesOf(staged)).toEqual(["ok", "ok"]);
      expect(staged.verdicts[1]).toMatchObject({ line: 2, byteOffset: row().length + 4 });
    }
    expect((await stageText(`[${row()},]`)).refusal).toContain("comma");
    expect((await stageText(`[${row()}`)).refusal).toContain("ends inside the list");
  });

  test("I48 objects behind one another on a line are refused", async () => {
    expect((await stageText(row() + row())).refusal).toContain("two JSON values");
    const later = await stageText(`${row()}\n${row()} ${row()}\n`);
    expect(codesOf(later)).toEqual(["ok", "E_JSON"]);
    expect(later.verdicts[1]).toMatchObject({ message: expect.stringContaining("two JSON values") });
  });

  test("I49 pretty-printed JSON is refused with a hint", async () => {
    const pretty = JSON.stringify(JSON.parse(row()), null, 2);
    expect((await stageText(pretty)).refusal).toContain("spread over lines");
    expect((await stageText(`${pretty}\n${pretty}`)).refusal).toContain("on one line");
    expect((await stageText('{"a": 1,\n "b": 2}')).refusal).toContain("spread over lines");
  });

  test("I50 CSV named .jsonl is refused, JSON named .csv too", () => {
    expect(sniff("question,answer\na,b\n")).toEqual({ refusal: expect.stringContaining("holds CSV") });
    expect(sniff(row(), "data.csv")).toEqual({ refusal: expect.stringContaining("holds JSON") });
    expect(sniff("question,answer\na,b\n", "data.csv")).toMatchObject({ container: "csv" });
    expect(sniff("question\na\n", "data.tsv")).toMatchObject({ container: "csv" });
    expect(sniff("question\tanswer\na\tb\n", "data")).toMatchObject({ container: "csv" });
    expect(sniff("just words\n", "data.txt")).toEqual({ refusal: expect.stringContaining("neither") });
    expect(sniff("just words\n")).toEqual({ refusal: expect.stringContaining("no JSON") });
    expect(sniff(`# a comment\n${row()}\n`)).toMatchObject({ container: "jsonl" });
  });

  test.each([
    ["I51 a zip", "PK\u0003\u0004\u0014\u0000\u0006\u0000data.jsonl", "ZIP"],
    ["I51 a spreadsheet", "PK\u0003\u0004\u0014\u0000\u0006\u0000[Content_Types].xml", "CSV from the spreadsheet"],
    ["I51 an old spreadsheet", "\u00d0\u00cf\u0011\u00e0\u00a1\u00b1\u001a\u00e1", "CSV from the spreadsheet"],
    ["I52 a PNG", "\u0089PNG\r\n\u001a\n", "PNG"],
    ["I53 an ELF program", "\u007fELF\u0002\u0001\u0001", "ELF"],
    ["I54 an HTML page", "<!DOCTYPE html><html><script>alert(1)</script>", "HTML"],
    ["I54 an HTML page behind spaces", "\n  <html>", "HTML"],
    ["I55 an SVG with a script", '<?xml version="1.0"?><svg onload="alert(1)">', "SVG"],
    ["I56 a PDF", "%PDF-1.7\n", "PDF"],
    ["I56 a PDF polyglot", '{"a":1}\n%PDF-1.7\n', "PDF"],
    ["I58 gzip that was not unpacked", "\u001f\u008b\u0008", "gzip"],
    ["I62 to I64 a tar", `${"x".repeat(257)}ustar`, "tar"],
    ["I64 a 7z archive", "7z\u00bc\u00af\u0027\u001c", "7z"],
    ["I64 a RAR archive", "Rar!\u001a\u0007", "RAR"],
    ["Parquet", "PAR1\u0015\u0004", "Parquet"],
    ["any other binary", "abc\u0000\u0001\u0002def,", "zero bytes"],
  ])("%s is refused by its bytes, whatever its name", (_, content, words) => {
    for (const name of ["data.jsonl", "data.csv", "data"]) {
      expect(sniff(content, name)).toEqual({ refusal: expect.stringContaining(words) });
    }
  });

  test("a row that only speaks of PDF or HTML is no PDF or HTML", () => {
    expect(sniff(`${JSON.stringify({ a: "%PDF- <html> PK" })}\n`)).toMatchObject({ container: "jsonl" });
  });
});

describe("CSV", () => {
  test("quoted lines, mixed line ends, unnamed and repeated columns", async () => {
    const csv = '\uFEFF,ID,Question,Answer,Country,note,note\r\n0,a1,"Who\npours?",She,Iran,x,\n1,a2,Who?,,Iran,,y\r\n';
    const staged = await stageText(csv, { fileName: "q.csv", chunkBytes: 5 });
    expect(staged.head).toMatchObject({
      container: "csv",
      shape: "question-answer",
      notes: [
        { code: "N_BOM" },
        { code: "N_COLUMN_NAMES", message: expect.stringContaining("`column 1`, `note (2)`") },
      ],
    });
    expect(staged.verdicts).toMatchObject([
      {
        line: 2,
        draft: {
          externalId: "a1",
          culture: "Iran",
          turns: [{ content: "Who\npours?" }, { content: "She" }],
          metadata: { "column 1": "0", note: "x", "note (2)": null },
        },
      },
      {
        line: 4,
        draft: { externalId: "a2", turns: [{ role: "user", content: "Who?" }] },
        notes: [{ code: "N_NO_ANSWER" }],
      },
    ]);
  });

  test("rows with other counts of cells and open quotes are refused", async () => {
    const staged = await stageText('question,answer\na,b\na\na,b,c\na,b\n"x', { fileName: "q.csv" });
    expect(codesOf(staged)).toEqual(["ok", "E_CSV_COLUMNS", "E_CSV_COLUMNS", "ok", "E_CSV_QUOTE"]);
  });

  test("a header that objects inherit is refused", async () => {
    expect((await stageText("question,__proto__\na,b\n", { fileName: "q.csv" })).refusal).toContain("`__proto__`");
  });

  test("a semicolon or tab file is read", async () => {
    for (const delimiter of [";", "\t"]) {
      const staged = await stageText(`question${delimiter}answer\n"a${delimiter}b"${delimiter}c,d\n`, {
        fileName: "q.tsv",
      });
      expect(staged.verdicts).toMatchObject([
        { draft: { turns: [{ content: `a${delimiter}b` }, { content: "c,d" }] } },
      ]);
    }
  });
});
