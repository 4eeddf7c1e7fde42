import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { Turns } from "../schema/conversation.ts";
import { ExportFormat, ExportRow, SideCarRow } from "../schema/export.ts";
import { exportWriters } from "./export-writers.ts";
import { normaliseTurnsJson, toTurnsJson } from "./json-text.ts";
import { sideCarLine } from "./side-car.ts";
import { writeTesseraLine } from "./tessera.ts";
import { arbitraryExportRow, arbitraryPairedRow, arbitraryText } from "./testing/arbitrary-export-row.ts";
import { createFileValidator } from "./validators/file-validator.ts";
import { type ValidatedFormat, validateLine } from "./validators/validate-line.ts";

/** The ends of lines of Python's `str.splitlines`, as its documentation lists them; a final one ends no further line. */
function splitLikePython(text: string): string[] {
  const lines = text.split(/\r\n|[\n\r\v\f\x1c-\x1e\x85\u2028\u2029]/);
  return lines.at(-1) === "" ? lines.slice(0, -1) : lines;
}

function validateFile(format: ValidatedFormat, text: string, pieceLength: number) {
  const validator = createFileValidator(format);
  const bytes = new TextEncoder().encode(text);
  for (let start = 0; start < bytes.length; start += pieceLength) {
    validator.push(bytes.subarray(start, start + pieceLength));
  }
  return validator.end();
}

const runs = { numRuns: 300 };

test("a tessera line reads back as the same row", () => {
  fc.assert(
    fc.property(arbitraryExportRow, (row) => {
      const written = exportWriters.tessera.write(row);
      expect("line" in written && ExportRow.parse(JSON.parse(written.line))).toEqual(row);
    }),
    runs,
  );
});

test("a side-car line reads back as the facts of the row", () => {
  fc.assert(
    fc.property(arbitraryExportRow, fc.integer({ min: 1 }), (row, line) => {
      const { turns: _turns, ...facts } = row;
      const text = sideCarLine(row, line);
      expect(SideCarRow.parse(JSON.parse(text))).toEqual({ line, ...facts });
      expect(validateLine("side-car", text, line)).toEqual([]);
    }),
    runs,
  );
});

test("turns given as JSON text of any layout give the bytes of turns given as objects", () => {
  const layouts: ((turns: Turns) => string)[] = [
    (turns) => JSON.stringify(turns),
    (turns) => JSON.stringify(turns, null, 1),
    (turns) => JSON.stringify(turns.map(({ role, content }) => ({ content, role }))),
    (turns) =>
      toTurnsJson(turns).replace(/[^ -~]/g, (unit) => `\\u${unit.charCodeAt(0).toString(16).padStart(4, "0")}`),
    (turns) =>
      `[${turns.map((turn) => `{"role": "${turn.role}", "content": ${JSON.stringify(turn.content)}}`).join(", ")}]`,
  ];
  fc.assert(
    fc.property(arbitraryExportRow, fc.constantFrom(...layouts), (row, layout) => {
      const { turns, ...facts } = row;
      const source = { ...facts, turnsJson: layout(turns) };
      for (const writer of Object.values(exportWriters)) expect(writer.writeSource(source)).toEqual(writer.write(row));
      expect({ line: writeTesseraLine(source) }).toEqual(exportWriters.tessera.write(row));
    }),
    runs,
  );
});

test("text in our form is taken as it is, and text cut anywhere is refused", () => {
  fc.assert(
    fc.property(arbitraryExportRow, fc.double({ min: 0, max: 0.999, noNaN: true }), ({ turns }, share) => {
      const text = toTurnsJson(turns);
      expect(normaliseTurnsJson(text)).toBe(text);
      expect(Turns.parse(JSON.parse(text))).toEqual(turns);
      expect(() => normaliseTurnsJson(text.slice(0, Math.floor(text.length * share)))).toThrow();
    }),
    runs,
  );
});

describe.each(ExportFormat.options)("%s", (format) => {
  test("every written line passes the validator without a finding", () => {
    fc.assert(
      fc.property(arbitraryPairedRow, (row) => {
        const written = exportWriters[format].write(row);
        expect("line" in written && validateLine(format, written.line, 1)).toEqual([]);
      }),
      runs,
    );
  });

  test("no conversation that is written at all breaks a rule", () => {
    fc.assert(
      fc.property(arbitraryExportRow, (row) => {
        const written = exportWriters[format].write(row);
        const troubles = "line" in written ? validateLine(format, written.line, 1) : [];
        expect(troubles.filter((trouble) => trouble.severity === "error")).toEqual([]);
      }),
      runs,
    );
  });

  test("a written file has as many lines for every reader, and passes in pieces of any size", () => {
    fc.assert(
      fc.property(
        fc.array(arbitraryPairedRow, { minLength: 10, maxLength: 14 }),
        fc.integer({ min: 1, max: 4000 }),
        (rows, pieceLength) => {
          let text = "";
          for (const row of rows) {
            const written = exportWriters[format].write(row);
            if ("line" in written) text += `${written.line}\n`;
          }
          expect(splitLikePython(text).length).toBe(rows.length);
          expect(validateFile(format, text, pieceLength)).toEqual({ lines: rows.length, errors: [], warnings: [] });
        },
      ),
      { numRuns: 60 },
    );
  });

  test("text comes back unchanged", () => {
    fc.assert(
      fc.property(arbitraryPairedRow, (row) => {
        const written = exportWriters[format].write(row);
        expect("line" in written && stringsIn(JSON.parse(written.line))).toEqual(
          expect.arrayContaining(row.turns.map((turn) => turn.content)),
        );
      }),
      runs,
    );
  });
});

function stringsIn(value: unknown): string[] {
  if (typeof value === "string") return [value];
  return typeof value === "object" && value !== null ? Object.values(value).flatMap(stringsIn) : [];
}

test("the generator makes what it is meant to make", () => {
  const texts = fc.sample(arbitraryText, { numRuns: 2000, seed: 1 });
  for (const piece of ["\u2028", "\u0085", "שלום", "🏳️‍🌈", "\\\u2028"]) {
    expect(texts.some((text) => text.includes(piece))).toBe(true);
  }
  expect(texts.every((text) => text.isWellFormed())).toBe(true);
});
