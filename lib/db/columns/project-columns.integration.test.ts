import { Pool } from "pg";
import { afterAll, beforeAll, expect, test } from "vitest";
import type { Columns } from "#lib/curation/columns/columns.ts";
import { importText, jsonLines, record } from "#lib/services/testing/import-text.ts";
import { openTestWorld, type TestWorld } from "#lib/services/testing/test-world.ts";
import { openProjectColumns } from "./project-columns.ts";

let world: TestWorld;
let pool: Pool;
const ids: string[] = [];

beforeAll(async () => {
  world = await openTestWorld();
  pool = new Pool({ connectionString: world.databaseUrl });
  for (const project of ["one", "two", "three"]) {
    ids.push(await world.addProject(project));
    const lines = Array.from({ length: 6 }, (_, n) =>
      record(`${n}`, "jp", `${n}?`, "Yes.", { tags: ["mark", `own-${n}`] }),
    );
    await importText(world, { project, text: jsonLines(lines) });
  }
});
afterAll(async () => {
  await pool.end();
  await world.end();
});

const lengthOf = (columns: Columns) => columns.length;
/** How many tags all conversations carry together. */
const tagged = ({ uses, tagSets }: Columns) =>
  uses.tags.reduce((sum, count, code) => sum + (count === 0 ? 0 : count * tagSets.membersOf(code).length), 0);

test("the least lately used projects make room, except the one asked for", async () => {
  const columns = openProjectColumns(pool, 12);
  const [one = "", two = "", three = ""] = ids;
  expect(columns.has(one)).toBe(false);
  expect(await columns.look(one, lengthOf)).toBe(6);
  await columns.look(two, lengthOf);
  await columns.look(one, lengthOf);
  await columns.look(three, lengthOf);
  expect([one, two, three].map(columns.has)).toEqual([true, false, true]);
  expect(await columns.look(two, lengthOf)).toBe(6);
  const tight = openProjectColumns(pool, 1);
  await tight.look(one, lengthOf);
  expect(await tight.look(one, lengthOf)).toBe(6);
  expect(tight.has(one)).toBe(true);
});

test("who asks at the same time shares one load", async () => {
  const own = new Pool({ connectionString: world.databaseUrl });
  const columns = openProjectColumns(own);
  const [one = ""] = ids;
  columns.prepare(one);
  const looks = await Promise.all(Array.from({ length: 20 }, () => columns.look(one, lengthOf)));
  expect(looks).toEqual(Array.from({ length: 20 }, () => 6));
  expect(own.totalCount).toBe(1);
  await own.end();
});

test("a load that fails half way leaves nothing, and the next look loads whole", async () => {
  const columns = openProjectColumns(pool);
  const [one = ""] = ids;
  await pool.query("ALTER TABLE conversation_tag RENAME TO away");
  await expect(columns.look(one, lengthOf)).rejects.toThrow(/conversation_tag/);
  expect(columns.has(one)).toBe(false);
  await pool.query("ALTER TABLE away RENAME TO conversation_tag");
  expect(await columns.look(one, (own) => [own.length, tagged(own)])).toEqual([6, 12]);
});

test("a refresh that fails is made up for by the next one", async () => {
  const columns = openProjectColumns(pool);
  const [one = ""] = ids;
  expect(await columns.look(one, tagged)).toBe(12);
  await pool.query(
    `WITH two AS (SELECT id FROM conversation WHERE project_id = $1 ORDER BY id LIMIT 2), bare AS (DELETE FROM conversation_tag WHERE conversation_id IN (SELECT id FROM two))
     UPDATE conversation SET flagged = true WHERE id IN (SELECT id FROM two)`,
    [one],
  );
  await pool.query("ALTER TABLE conversation_tag RENAME TO away");
  await expect(columns.look(one, tagged)).rejects.toThrow(/conversation_tag/);
  await pool.query("ALTER TABLE away RENAME TO conversation_tag");
  expect(await columns.look(one, tagged)).toBe(8);
});
