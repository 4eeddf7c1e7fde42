/**
 * Import and export beside a bare COPY of the same rows, in the same run on the same PostgreSQL.
 * Run: node --expose-gc bench/exchange.ts [rows] [single|six-turn]
 */
import { hash } from "node:crypto";
import { createWriteStream } from "node:fs";
import { join } from "node:path";
import { Readable, Writable } from "node:stream";
import { pipeline } from "node:stream/promises";
import { from, to } from "pg-copy-streams";
import { copyIn } from "#lib/db/copy-in.ts";
import { ExportFormat } from "#lib/schema/export.ts";
import { beginCommit, runImportCommit } from "#lib/services/run-import-commit.ts";
import { stageImport } from "#lib/services/stage-import.ts";
import { uploadImport } from "#lib/services/upload-import.ts";
import { writeExport } from "#lib/services/write-export.ts";
import type { World } from "#lib/world/world.ts";
import { fileOf, type LineShape, rowOf } from "./lines.ts";
import { makeProject, measured, operator, withBenchWorld } from "./studio.ts";

const rows = Number(process.argv[2] ?? 100_000);
const shapes: LineShape[] =
  process.argv[3] === "single" || process.argv[3] === "six-turn" ? [process.argv[3]] : ["single", "six-turn"];

/** The reference: the same facts and texts, ready made, into one table with a primary key and nothing else. */
async function bareCopyIn(world: World, shape: LineShape): Promise<number> {
  const client = await world.pool.connect();
  await client.query(
    `DROP TABLE IF EXISTS bare; CREATE TABLE bare (id uuid PRIMARY KEY, external_id text, culture text, language text, source text, question text, turns json, sha256 text)`,
  );
  const ready: string[][] = [];
  let seconds = 0;
  for (let from = 0; from < rows; from += 50_000) {
    ready.length = 0;
    for (let index = from; index < Math.min(rows, from + 50_000); index++) {
      const row = rowOf(index, shape);
      const turns = JSON.stringify(row.messages);
      ready.push([
        world.newId(),
        row.id,
        row.culture,
        row.language,
        row.source,
        row.messages[0]?.content ?? "",
        turns,
        hash("sha256", turns),
      ]);
    }
    const started = performance.now();
    const copy = copyIn(client, "bare", [
      "id",
      "external_id",
      "culture",
      "language",
      "source",
      "question",
      "turns",
      "sha256",
    ]);
    for (const row of ready) await copy.write(row);
    await copy.end();
    seconds += (performance.now() - started) / 1000;
  }
  client.release();
  return seconds;
}

/**
 * The same rows into the tables of the product: what was imported is copied out and copied into tables made like them, with
 * all their indexes.
 */
async function copyIntoSameTables(world: World): Promise<number> {
  const client = await world.pool.connect();
  let seconds = 0;
  for (const table of ["conversation", "revision"]) {
    const chunks: Buffer[] = [];
    const keep = new Writable({
      write(chunk: Buffer, _encoding, done) {
        chunks.push(chunk);
        done();
      },
    });
    await pipeline(client.query(to(`COPY ${table} TO STDOUT`)), keep);
    await client.query(`CREATE TABLE same_${table} (LIKE ${table} INCLUDING ALL)`);
    const started = performance.now();
    await pipeline(Readable.from(chunks), client.query(from(`COPY same_${table} FROM STDIN`)));
    seconds += (performance.now() - started) / 1000;
  }
  client.release();
  return seconds;
}

/** As an export must, the reference brings the rows out of the database into a file. */
async function bareCopyOut(world: World, folder: string): Promise<number> {
  const client = await world.pool.connect();
  const started = performance.now();
  await pipeline(client.query(to("COPY bare TO STDOUT")), createWriteStream(join(folder, "bare.copy")));
  client.release();
  return (performance.now() - started) / 1000;
}

async function importFile(world: World, slug: string, shape: LineShape) {
  const projectId = await makeProject(world, slug);
  const { id } = await uploadImport(world, operator, {
    project: slug,
    fileName: "bench.jsonl",
    chunks: fileOf(rows, shape),
    enqueue: false,
  });
  const stage = await measured(() => stageImport(world, id));
  await beginCommit(world.db, id);
  const commit = await measured(() => runImportCommit(world, id));
  const row = await world.db.import.findUniqueOrThrow({ where: { id } });
  if (row.inserted !== rows)
    throw new Error(`${row.inserted} of ${rows} rows were inserted: ${row.state} ${row.problem ?? ""}`);
  return { projectId, stage, commit };
}

const table: Record<string, string | number>[] = [];
const rate = (seconds: number) => Math.round(rows / seconds);
for (const shape of shapes) {
  await withBenchWorld(async (world) => {
    const copySeconds = await bareCopyIn(world, shape);
    table.push({
      what: `bare COPY in, ${shape}`,
      rows,
      seconds: copySeconds.toFixed(1),
      "rows/s": rate(copySeconds),
      ratio: "1.00",
      "MiB over idle": "",
    });
    const { projectId, stage, commit } = await importFile(world, `bench-${shape}`, shape);
    const seconds = stage.seconds + commit.seconds;
    const memory = Math.max(stage.megabytes, commit.megabytes);
    table.push({
      what: "  stage",
      rows,
      seconds: stage.seconds.toFixed(1),
      "rows/s": rate(stage.seconds),
      ratio: "",
      "MiB over idle": stage.megabytes.toFixed(0),
    });
    table.push({
      what: "  commit",
      rows,
      seconds: commit.seconds.toFixed(1),
      "rows/s": rate(commit.seconds),
      ratio: "",
      "MiB over idle": commit.megabytes.toFixed(0),
    });
    table.push({
      what: `import, ${shape} (target ≥ 0.35)`,
      rows,
      seconds: seconds.toFixed(1),
      "rows/s": rate(seconds),
      ratio: (copySeconds / seconds).toFixed(2),
      "MiB over idle": memory.toFixed(0),
    });
    const same = await copyIntoSameTables(world);
    table.push({
      what: `COPY into the same tables, ${shape}`,
      rows,
      seconds: same.toFixed(1),
      "rows/s": rate(same),
      ratio: `import is ${(same / seconds).toFixed(2)} of it`,
      "MiB over idle": "",
    });
    await world.pool.query("DROP TABLE same_conversation, same_revision");
    await world.pool.query("VACUUM ANALYZE");
    const out = await bareCopyOut(world, world.folder);
    table.push({
      what: `bare COPY out, ${shape}`,
      rows,
      seconds: out.toFixed(1),
      "rows/s": rate(out),
      ratio: "1.00",
      "MiB over idle": "",
    });
    for (const format of ExportFormat.options) {
      const { id } = await world.db.export.create({
        data: { id: world.newId(), projectId, format, filter: {}, state: "queued" },
      });
      const run = await measured(() => writeExport(world, id));
      table.push({
        what: `export ${format} (target ≥ 0.5)`,
        rows,
        seconds: run.seconds.toFixed(1),
        "rows/s": rate(run.seconds),
        ratio: (out / run.seconds).toFixed(2),
        "MiB over idle": run.megabytes.toFixed(0),
      });
    }
  });
}
console.table(table);
