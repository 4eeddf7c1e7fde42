/**
 * How fast lines are written and validated, on one core, as a table. Every figure is the median of several rounds; the
 * ratio to bare JSON.stringify of the same rows is what can be compared between machines.
 */
import { exportWriters } from "#lib/export/export-writers.ts";
import { sideCarLine } from "#lib/export/side-car.ts";
import { createFileValidator } from "#lib/export/validators/file-validator.ts";
import type { ValidatedFormat } from "#lib/export/validators/validate-line.ts";
import { ExportFormat, type ExportRow } from "#lib/schema/export.ts";

const rowCount = 20_000;
const rounds = 7;

const sentences = [
  "On the last evening of the year my grandmother sets seven things on the table, and each of them stands for a wish.",
  "お正月の朝はまずお雑煮をいただいて、それから近所の神社へ初詣に行きます。",
  "نشاء هر سال سبزه را خودش می‌کارد و کنار آینه می‌گذارد 🌱.",
  'They said "come in", and the guest took off the shoes before the door.\nThat is how it is done here.',
];

function makeRow(number: number): ExportRow {
  const turns = Array.from({ length: 6 }, (_, turn) => ({
    role: turn % 2 === 0 ? ("user" as const) : ("assistant" as const),
    content: `${number}.${turn} ${sentences[(number + turn) % sentences.length]} ${sentences[(number + 2 * turn) % sentences.length]}`,
  }));
  return {
    id: `019a0b5e-7c1d-7a3b-8c2d-${String(number).padStart(12, "0")}`,
    externalId: `row-${number}`,
    culture: "jp",
    language: "ja",
    topic: "food",
    questionKey: `question-${number % 500}`,
    source: "bench",
    method: null,
    status: "accepted",
    turns,
    tags: ["practice", "new-year"],
    scores: {
      lexical: { representativeness: (number % 100) / 100, distinctiveness: (number % 37) / 37 },
      siblings: { representativeness: null, distinctiveness: 0.5 },
    },
    version: 1 + (number % 3),
  };
}

/** Rows a second: the median over the rounds, after one round to warm up. */
function rate(work: () => number): number {
  work();
  const times: number[] = [];
  let sink = 0;
  for (let round = 0; round < rounds; round += 1) {
    const start = performance.now();
    sink += work();
    times.push(performance.now() - start);
  }
  if (sink === 0) throw new Error("The work made nothing.");
  times.sort((a, b) => a - b);
  return (rowCount / (times[rounds >> 1] ?? Number.NaN)) * 1000;
}

const rows = Array.from({ length: rowCount }, (_, number) => makeRow(number));
const sources = rows.map(({ turns, ...facts }) => ({ ...facts, turnsJson: JSON.stringify(turns) }));

/** Bytes are part of the work: a line that is not flattened and encoded has cost nothing yet. */
const encoder = new TextEncoder();
const buffer = new Uint8Array(1 << 20);
const encode = (line: string) => encoder.encodeInto(line, buffer).written;

function sum<Item>(items: readonly Item[], measure: (item: Item, index: number) => number): number {
  let total = 0;
  for (let index = 0; index < items.length; index += 1) {
    const item = items[index];
    if (item !== undefined) total += measure(item, index);
  }
  return total;
}

const bare = rate(() => sum(rows, (row) => encode(JSON.stringify(row))));
const table: Record<string, { "rows/s": number; "of JSON.stringify": string }> = {};
function enter(name: string, perSecond: number) {
  table[name] = { "rows/s": Math.round(perSecond), "of JSON.stringify": (perSecond / bare).toFixed(2) };
}

enter("JSON.stringify", bare);
for (const format of ExportFormat.options) {
  const writer = exportWriters[format];
  const length = (written: ReturnType<typeof writer.write>) => ("line" in written ? encode(written.line) : 0);
  enter(
    `write ${format}`,
    rate(() => sum(rows, (row) => length(writer.write(row)))),
  );
  enter(
    `write ${format} from stored JSON`,
    rate(() => sum(sources, (source) => length(writer.writeSource(source)))),
  );
}
enter(
  "write side-car",
  rate(() => sum(rows, (row, index) => encode(sideCarLine(row, index + 1)))),
);

function measureValidator(format: ValidatedFormat, lines: readonly string[]) {
  const bytes = encoder.encode(lines.map((line) => `${line}\n`).join(""));
  const pieceLength = 1 << 16;
  enter(
    `validate ${format}`,
    rate(() => {
      const validator = createFileValidator(format);
      for (let start = 0; start < bytes.length; start += pieceLength) {
        validator.push(bytes.subarray(start, start + pieceLength));
      }
      const findings = validator.end();
      if (findings.errors.length > 0) throw new Error(`The ${format} file has errors.`);
      return findings.lines;
    }),
  );
}
for (const format of ExportFormat.options) {
  const lines = rows
    .map((row) => exportWriters[format].write(row))
    .flatMap((written) => ("line" in written ? written.line : []));
  measureValidator(format, lines);
}
measureValidator(
  "side-car",
  rows.map((row, index) => sideCarLine(row, index + 1)),
);

console.log(
  `${rowCount} six-turn rows, ${Math.round(sum(rows, (row) => encode(JSON.stringify(row))) / rowCount)} bytes each, medians of ${rounds} rounds`,
);
console.table(table);
