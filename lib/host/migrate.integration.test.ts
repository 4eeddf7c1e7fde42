import { readFile } from "node:fs/promises";
import { join } from "node:path";
import { beforeEach, describe, expect, onTestFinished, test } from "vitest";
import { freshDatabase } from "#lib/db/testing/fresh-database.ts";
import { connectDatabase } from "./connect-database.ts";
import { migrate } from "./migrate.ts";
import { checksum, type Migration, migrationsFolder, readMigrations } from "./migrations.ts";
import { schemaSql } from "./schema-sql.ts";
import { readCatalogue } from "./testing/read-catalogue.ts";

const step = (name: string, sql: string): Migration => ({ name, sql, checksum: checksum(sql) });
const first = step("20300101000000_first", "CREATE TABLE one (n int); INSERT INTO one VALUES (1);");
const second = step("20300102000000_second", "CREATE TABLE two (n int);");

let url: string;
beforeEach(async () => {
  const database = await freshDatabase();
  onTestFinished(database.drop);
  url = database.url;
  await run("DROP SCHEMA public CASCADE; CREATE SCHEMA public");
});

async function run(sql: string) {
  const client = await connectDatabase(url);
  try {
    return (await client.query(sql)).rows;
  } finally {
    await client.end();
  }
}

describe("migrate", () => {
  test("takes each step once and keeps the record as Prisma does", async () => {
    expect(await migrate(url, [first])).toEqual([first.name]);
    expect(await migrate(url, [first, second])).toEqual([second.name]);
    expect(await migrate(url, [first, second])).toEqual([]);
    const record = await run("SELECT * FROM _prisma_migrations ORDER BY migration_name");
    expect(record).toEqual(
      [first, second].map(({ name, checksum }) => ({
        id: expect.stringMatching(/^[0-9a-f-]{36}$/),
        checksum,
        finished_at: expect.any(Date),
        migration_name: name,
        logs: null,
        rolled_back_at: null,
        started_at: expect.any(Date),
        applied_steps_count: 1,
      })),
    );
    expect(record.every(({ started_at, finished_at }) => started_at <= finished_at)).toBe(true);
  });

  test("lets one of several starts do it", async () => {
    const taken = await Promise.all([1, 2, 3, 4].map(() => migrate(url, [first, second])));
    expect(taken.flat().sort()).toEqual([first.name, second.name]);
    expect(await run("SELECT n FROM one")).toEqual([{ n: 1 }]);
  });

  test("takes back a step that fails, and the next start tries again", async () => {
    const broken = step(second.name, "CREATE TABLE two (n int); SELECT 1 / 0;");
    await expect(migrate(url, [first, broken])).rejects.toThrow(
      `The migration ${second.name} fails and was taken back: division by zero.`,
    );
    expect(await run("SELECT to_regclass('two') AS two, to_regclass('one')::text AS one")).toEqual([
      { two: null, one: "one" },
    ]);
    expect(await migrate(url, [first, second])).toEqual([second.name]);
  });

  test("refuses a database that is newer than the code", async () => {
    await migrate(url, [first, second]);
    await expect(migrate(url, [first])).rejects.toThrow(
      /The database is newer than this Tessera: it has the migration 20300102000000_second/,
    );
  });

  test("refuses a database in which Prisma left a step half done", async () => {
    await migrate(url, [first]);
    await run("UPDATE _prisma_migrations SET finished_at = NULL");
    await expect(migrate(url, [first])).rejects.toThrow(/The migration 20300101000000_first failed half-way/);
    await run("UPDATE _prisma_migrations SET rolled_back_at = now(); DROP TABLE one");
    expect(await migrate(url, [first])).toEqual([first.name]);
  });

  test("refuses a step that was changed after it was applied, other than in its line ends", async () => {
    await migrate(url, [step(first.name, "CREATE TABLE one (n int);\n")]);
    expect(await migrate(url, [step(first.name, "CREATE TABLE one (n int);\r\n")])).toEqual([]);
    await expect(migrate(url, [first])).rejects.toThrow(/was changed after it was applied/);
  });
});

describe("prisma/migrations", () => {
  test("makes from nothing what prisma/schema.prisma describes", async () => {
    await migrate(url, await readMigrations());
    const migrated = await readCatalogue(url);
    await run("DROP SCHEMA public CASCADE; CREATE SCHEMA public");
    await run(await schemaSql(await readFile(join(migrationsFolder, "..", "schema.prisma"), "utf8")));
    const described = await readCatalogue(url);
    expect(migrated.columns).toEqual(described.columns);
    // What the schema language cannot say stands in the migrations only: partial indexes, checks, triggers.
    expect(described.indexes.filter((index) => !migrated.indexes.includes(index))).toEqual([]);
    expect(described.constraints.filter((constraint) => !migrated.constraints.includes(constraint))).toEqual([]);
    expect(migrated.indexes.filter((index) => !described.indexes.includes(index)).filter(isSayable)).toEqual([]);
    expect(
      migrated.constraints.filter((constraint) => !described.constraints.includes(constraint)).filter(isSayable),
    ).toEqual([]);
  });
});

/** Whether the schema language has words for it, so that its absence there is a mistake. */
function isSayable(definition: string): boolean {
  return !/ WHERE | CHECK | NULLS (LAST|FIRST|NOT)|INCLUDE|\(\(|lower\(|gin_trgm_ops/.test(definition);
}
